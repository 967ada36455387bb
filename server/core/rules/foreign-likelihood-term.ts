import type { Scale, Term } from '../likelihood'
import { attributeOf, ownSentences } from '../likelihood/own'
import { type FoundTerm, scaleOf, termsIn, termsOf } from '../likelihood/terms'
import type { Fix, Span } from '../model'
import type { NoteContext, Rule } from './rule'

/** A likelihood term of another scale: the reader would look it up in vain. */
export let rule: Rule = {
  id: 'foreign-likelihood-term',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning' } },
  standard: 'ICD 203, D.6.e(2)(a); PHIA probability yardstick',
  *note(context) {
    let scale = scaleOf(context)
    if (!scale) return
    let { note, workspace } = context
    for (let own of ownSentences(workspace, note)) {
      let { sentence, words } = own
      for (let { from, to, term, scale: found } of termsOf(own, scale)) {
        if (found === scale || sameInOther(scale, term)) continue
        let span = { from: sentence.from + from, to: sentence.from + to }
        yield flag(context, scale, words.slice(from, to), term, found, span)
      }
    }
    for (let statement of note.statements) {
      let given = attributeOf(note, statement, 'likelihood')
      let found: FoundTerm | undefined = given && termsIn(given.value, scale)[0]
      if (given && found && found.scale !== scale)
        yield flag(context, scale, given.value, found.term, found.scale, given.valueSpan)
    }
  }
}

// ICD 203 has *remote* and PHIA *remote chance*: under the first, “a remote chance” is its term with a noun.
function sameInOther(scale: Scale, { term }: Term): boolean {
  return term === 'remote chance' && scale.terms.some(own => own.term === 'remote')
}

function flag(context: NoteContext, scale: Scale, words: string, term: Term, found: Scale, span: Span) {
  let { path } = context
  let { from, to } = span
  let standard = standardName(found)
  let message = `“${words.toLowerCase()}” is a term of ${standard} (${term.band}), not of ${standardName(scale)}.`
  let fixes = (): Fix[] =>
    nearestTerms(scale, term, rowOf(context, scale)).map(own => {
      let newText = /^\p{Lu}/u.test(words) ? own.term.charAt(0).toUpperCase() + own.term.slice(1) : own.term
      return { title: `Change to ${own.term} (${own.band})`, edits: [{ path, from, to, newText }] }
    })
  return { from, to, message, fixes }
}

// The row of the scale whose terms the note uses most, the first where it uses both alike: another's would have to be explained.
function rowOf({ note, workspace }: NoteContext, scale: Scale): number | undefined {
  if (!scale.rows) return undefined
  let used = new Map<number, number>()
  for (let { words, signs } of ownSentences(workspace, note))
    for (let { term, scale: found } of termsIn(words, scale, signs))
      if (found === scale) used.set(term.row, (used.get(term.row) ?? 0) + 1)
  return [...used].sort(([, a], [, b]) => b - a)[0]?.[0]
}

let standardName = (scale: Scale) => scale.standard.replace(/,.*| probability yardstick/, '')

// Terms that can stand in its place: of the same form, and with a band that shares most of its own.
function nearestTerms(scale: Scale, { term, from, to }: Term, row: number | undefined): Term[] {
  let isNoun = (words: string) => /(?:chance|odds|possibility)$/.test(words)
  let shared = (own: Term) => Math.min(to, own.to) - Math.max(from, own.from)
  return scale.terms
    .filter(own => row === undefined || own.row === row)
    .filter(own => isNoun(own.term) === isNoun(term) && own.term !== 'remote' && shared(own) * 2 > to - from)
    .sort((a, b) => shared(b) - shared(a) || a.row - b.row)
    .slice(0, 2)
}
