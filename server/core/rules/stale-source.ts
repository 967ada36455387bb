import { dateBounds } from '../records/dates'
import type { Rule } from './rule'

/** A source that is later than the note's own information cut-off: one of the two dates is wrong. */
export let rule: Rule = {
  id: 'stale-source',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 203 standard 1',
  *note({ note, workspace }) {
    let asOf = dateBounds(note.frontMatter?.asOf ?? '')?.last
    if (!asOf) return
    let seen = new Set<string>()
    for (let { key, keySpan } of note.citations) {
      let issued = workspace.source(key)?.issued
      let first = issued === undefined ? undefined : dateBounds(issued)?.first
      if (!first || first <= asOf || seen.has(key)) continue
      seen.add(key)
      let message = `${key} is dated ${issued}, after this note’s cut-off, ${note.frontMatter!.asOf}.`
      yield { from: keySpan.from, to: keySpan.to, message }
    }
  }
}
