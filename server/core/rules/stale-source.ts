import { dateBounds } from '../records/dates'
import type { Rule } from './rule'

/** A source that is older, at the note's information cut-off, than is configured; or later than it: then one of the two dates is wrong. */
export let rule: Rule = {
  id: 'stale-source',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 203 standard 1',
  *note({ note, sources, workspace, options }) {
    let written = note.frontMatter?.asOf ?? ''
    let asOf = dateBounds(written)
    if (!asOf?.last) return
    let { maxAge } = options.sources
    let year = asOf.last.slice(0, 4)
    let seen = new Set<string>()
    for (let [index, { key, keySpan }] of note.citations.entries()) {
      let source = sources[index]
      let issued = source?.issued
      // By far the most are of an earlier year, as their first four figures say.
      if (!source || !issued || (maxAge <= 0 && issued < year)) continue
      let bounds = workspace.remember(source, dates, () => dateBounds(issued))
      if (!bounds || seen.has(key)) continue
      seen.add(key)
      // Of dates that say only a month or a year, what they may mean at the best counts.
      let age = maxAge > 0 ? days(bounds.last, asOf.first) : 0
      if (bounds.first && bounds.first > asOf.last)
        yield {
          ...keySpan,
          message: `${key} is dated ${issued}, after this note’s cut-off, ${written}: correct a date, or do without it.`
        }
      else if (age > maxAge) {
        let message = `${key} is dated ${issued}, ${age} days before this note’s cut-off; the limit is ${maxAge}.`
        yield { ...keySpan, message }
      }
    }
  }
}
let dates = Symbol('dates')

// Between ISO dates; not a number where one is missing or has a year that dates do not reach.
let days = (first: string | undefined, last: string | undefined) =>
  Math.round((Date.parse(last ?? '') - Date.parse(first ?? '')) / 86_400_000)
