import type { Span } from '../../model'
import { numberedParagraphs, pageApparatus, spokenNotes } from './apparatus'
import { attributions } from './attributions'
import { captions } from './captions'
import { bullets, pictures, plainDigits, spacing, vowelSigns } from './signs'

/** What stands where somebody's words are taken apart by who says them: the comma or full stop there is the reporter's, too. */
export let joint = '\u0001'
/** Folding drops it. */
let nothing = '\u200b'

/** A stretch that is not read; where `joins`, it may stand for a comma or a full stop. */
export interface Unread extends Span {
  joins?: boolean
}

/**
 * A captured text as it is read a second time, for words that the first reading did not find: as long as it was, each character that is left in its
 * place, and what stands between somebody's words and is nobody's not read: heads and feet of pages, what captions say twice, numbers
 * of paragraphs, “(Laughter.)”, emoji, vowel signs. `labels` are those of a speaker who has the word already. A few linear searches;
 * the same string where there is nothing of the kind.
 */
export function reread(text: string, from: number, labels: Span[]): string {
  let unread = [...captions(text, from), ...pageApparatus(text, from), ...numberedParagraphs(text, from)]
  unread.push(...spokenNotes(text, from), ...bullets(text, from), ...pictures(text, from), ...vowelSigns(text, from))
  return plainDigits(without(text, [...unread, ...labels, ...spacing(text, from)]))
}

/** The same without what says who speaks, where it stands inside direct speech: “…,” said Vell, “…”. */
export function withoutAsides(text: string, from: number): string {
  return without(text, [...attributions(text, from)])
}

/**
 * The words of a note, read likewise. Whoever quotes in Russian or Polish says between dashes who says it, inside the marks; with a name
 * these are taken for the source's, and must be the same.
 */
export function rereadWords(words: string): string {
  let asides = [...attributions(words, 0)].filter(
    ({ isDashed, from, to }) => isDashed && !/\p{Lu}/u.test(words.slice(from, to))
  )
  return plainDigits(without(words, [...asides, ...spacing(words, 0)]))
}

function without(text: string, unread: Unread[]): string {
  if (unread.length === 0) return text
  let out: string[] = []
  let at = 0
  for (let { from, to, joins } of unread.sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (to <= at) continue
    let start = Math.max(from, at)
    out.push(text.slice(at, start), joins ? joint : nothing, nothing.repeat(to - start - 1))
    at = to
  }
  out.push(text.slice(at))
  return out.join('')
}
