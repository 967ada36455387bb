import { passageOf } from '../fixes/passage'
import { pagesIn, standingsOf } from '../standing'
import type { Rule } from './rule'

/** A quotation cited to a page on which it does not stand. Only pages that the captured text marks are compared. */
export let rule: Rule = {
  id: 'quote-wrong-locator',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 206',
  safeFixes: true,
  *note({ note, verdicts, workspace, path }) {
    for (let [index, quotation] of note.quotations.entries()) {
      for (let citation of quotation.citations.map(own => note.citations[own])) {
        let { locator, key } = citation
        let own = workspace.captured(key)
        if (locator?.unit !== 'page' || !own) continue
        let standings = standingsOf(workspace, quotation, verdicts[index]).filter(place => place.source === key)
        let found = [...new Set(standings.flatMap(place => place.pages))]
        if (found.length === 0) continue
        let order = pagesIn(workspace, own).map(page => page.page)
        if (found.some(page => isWithin(page, locator.value, order))) continue
        let right = standings[0].pages
        let value = right.length > 1 ? `pp. ${right[0]}-${right[right.length - 1]}` : `p. ${right[0]}`
        yield {
          from: locator.from,
          to: locator.to,
          message: `These words stand on ${value}, not on p. ${locator.value}.`,
          related: standings.slice(0, 5).map(place => passageOf(workspace, place)),
          fixes: () => [
            {
              title: `Change to ${value}`,
              // Words that stand twice have two pages to choose from.
              safe: standings.length === 1,
              edits: [{ path, from: locator.from, to: locator.to, newText: value }]
            }
          ]
        }
      }
    }
  }
}

// Pages are compared by their place in the source, so that roman numerals and missing ones are no trouble.
function isWithin(page: string, value: string, order: string[]): boolean {
  let [first, last = first] = value.split(/\s?[-–]\s?/)
  if (page === first || page === last) return true
  let at = order.indexOf(page)
  let [from, to] = [order.indexOf(first), order.indexOf(completed(first, last))]
  return from >= 0 && to >= 0 && at >= from && at <= to
}

// pp. 114-6 is 114 to 116.
let completed = (first: string, last: string) =>
  /^\d+$/.test(first + last) && last.length < first.length ? first.slice(0, first.length - last.length) + last : last
