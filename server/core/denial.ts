import type { Note, Quotation } from './model'
import { type Captured, foldedAt, negation, negationAtEnd, originalStart, type Passage } from './verify'

/** “Not”, “never” or the like, if in the source the words at an offset follow it. */
export function denialBefore(own: Captured, at: number): string | undefined {
  let folded = own.folded()
  let to = foldedAt(folded, at)
  return negationAtEnd.exec(folded.text.slice(Math.max(0, to - 24), to))?.[0].replace(/['\s]+$/, '')
}

/** Where that word begins, so that a passage can be taken with it. */
export function denialStart(own: Captured, at: number): number | undefined {
  let folded = own.folded()
  let to = foldedAt(folded, at)
  let start = Math.max(0, to - 24)
  let found = negationAtEnd.exec(folded.text.slice(start, to))
  return found ? originalStart(folded, start + found.index) : undefined
}

/** Whether the writer denies the quoted words in words of their own: did not “approve the loan”. */
export function deniesItself({ blocks, sentences }: Note, { block, sentence, from }: Quotation): boolean {
  let { text, from: start } = blocks[block]
  return negation.test(text.slice(Math.max(0, sentences[sentence].from - start), from - start))
}

/** Whether words from inside a sentence have been given a capital, as if a sentence began with them. */
export function beginsAnew({ words }: Quotation, own: Captured, { from }: Passage): boolean {
  let [first] = /\p{L}/u.exec(words) ?? ['']
  // By far the most begin small.
  if (first === first.toLowerCase()) return false
  let theirs = /\p{L}/u.exec(own.slice(from, from + 8))?.[0]
  return theirs !== undefined && first !== theirs && first.toLowerCase() === theirs
}
