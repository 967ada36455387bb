import { scales } from '../likelihood'
import { ownSentences } from '../likelihood/own'
import { termsOf } from '../likelihood/terms'
import type { Fix, Span } from '../model'
import { signOf } from '../signs'
import type { Rule } from './rule'

/** Terms from both rows of ICD 203's table in one note, with no word to the reader that they mean the same. */
export let rule: Rule = {
  id: 'mixed-likelihood-rows',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning' } },
  standard: 'ICD 203, D.6.e(2)(a)',
  safeFixes: true,
  *note({ note, workspace, path }) {
    let scale = scales.get('icd203')!
    let rows: [Used[], Used[]] = [[], []]
    for (let own of ownSentences(workspace, note)) {
      let { sentence, words, signs } = own
      if ((signs & disclaiming) !== 0 && isDisclaimer(words)) return
      for (let { from, to, term, scale: found } of termsOf(own, scale)) {
        if (found !== scale) continue
        let span = { from: sentence.from + from, to: sentence.from + to }
        rows[term.row - 1].push({ ...span, words: words.slice(from, to), term: term.term, band: term.band })
      }
    }
    let [first, second] = rows
    if (first.length === 0 || second.length === 0) return
    let isFew = first.length < second.length || (first.length === second.length && first[0].from > second[0].from)
    let [few, many] = isFew ? [first, second] : [second, first]
    for (let { from, to, words, term, band } of few) {
      let row = few === first ? 1 : 2
      let related = [{ path, from: many[0].from, to: many[0].to, message: `“${many[0].words}” is of the other row.` }]
      let other = scale.terms.find(own => own.row !== row && own.band === band)!.term
      let message = `“${words}” is of row ${row} of the table, other terms here are of row ${3 - row}, and no disclaimer says that they mean the same.`
      yield { from, to, message, related, fixes: () => changeTo({ path, from, to }, words, term, other) }
    }
  }
}

interface Used extends Span {
  words: string
  term: string
  band: string
}

let disclaiming = signOf('same interchangeable interchangeably synonym synonyms synonymous synonymously')
let isDisclaimer = (words: string) =>
  /\b(?:same (?:assessment of )?(?:probability|likelihood|meaning|degree)|interchangeabl[ey]|synonym(?:s|ous|ously)?)\b/i.test(
    words
  )

// Only where the other term fits into the sentence as it stands.
function changeTo({ path, from, to }: Span & { path: string }, words: string, term: string, other: string): Fix[] {
  let fits = { probably: 'likely', 'almost certainly': '' }[words.toLowerCase()] ?? other
  if (fits === '' || /^(?:remote|almost no chance)$/.test(term) || words.toLowerCase() === 'improbably') return []
  return [{ title: `Change to ${fits}`, safe: true, edits: [{ path, from, to, newText: fits }] }]
}
