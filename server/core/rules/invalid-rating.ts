import type { Fix } from '../model'
import type { Rule } from './rule'

/** An Admiralty rating that is none: reliability A to F, then credibility 1 to 6. */
export let rule: Rule = {
  id: 'invalid-rating',
  severity: { draft: 'error', final: 'error' },
  standard: 'AJP-2.1',
  safeFixes: true,
  *note({ note, path }) {
    for (let { values } of note.attributes) {
      for (let { name, value, valueSpan, from, to } of values) {
        if (name !== 'rating' || /^[A-F][1-6]$/.test(value)) continue
        let message = `“${value}” is no Admiralty rating: write reliability A to F and credibility 1 to 6, as in B2.`
        let at = value === '' ? { from, to } : valueSpan
        yield { ...at, message, fixes: () => meant(value).map(newText => fix(path, valueSpan, newText)) }
      }
    }
  }
}

let fix = (path: string, { from, to }: { from: number; to: number }, newText: string): Fix => ({
  title: `Change to ${newText}`,
  safe: true,
  edits: [{ path, from, to, newText }]
})

// The same two signs in small letters, apart, or the wrong way round.
function meant(value: string): string[] {
  let found = /^([a-f])[\s/.-]?([1-6])$|^([1-6])[\s/.-]?([a-f])$/i.exec(value.trim())
  return found ? [(found[1] ?? found[4]).toUpperCase() + (found[2] ?? found[3])] : []
}
