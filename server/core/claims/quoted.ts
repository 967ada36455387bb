import type { Block, Note, Quotation } from '../model'
import { isCommon } from './evidence'

/**
 * Whether a quotation in running text lacks the citation it needs. One or two words are a term; a title (“The Pencil Before the
 * Pen”) names a work; words in a heading, a block quote, a footnote or a statement of common knowledge stand for themselves.
 */
export function asksForSource(note: Note, quotation: Quotation): boolean {
  if (quotation.kind !== 'inline' || quotation.citations.length > 0) return false
  let block = note.blocks[quotation.block]
  if (block.kind === 'heading' || block.blockQuote !== undefined || block.footnote !== undefined) return false
  let statement = block.statement === undefined ? undefined : note.statements[block.statement]
  if (isCommon(note, block.attributes) || isCommon(note, statement?.attributes)) return false
  return hasThreeWords(quotation.words) && !isTitle(quotation.words) && !isDefined(block, quotation)
}

// “A lead is ‘inside the margin’ where …”: a term that the writer explains.
function isDefined(block: Block, { from, to, words }: Quotation): boolean {
  if (words.length > 40 || /[.,;:!?]/.test(words)) return false
  let before = block.text.slice(Math.max(0, from - block.from - 40), from - block.from)
  return (
    definedBehind.test(block.text.slice(to - block.from, to - block.from + 20)) ||
    /\b[Tt]he (?:term|expression|abbreviation) $|\b[Ss]o-called\b[^.!?]*$/.test(before)
  )
}
let definedBehind = /^ (?:where|when|means|denotes|refers to|stands for)\b/

// Scripts that put no space between words are counted by letters: about two to a word in Chinese, about four in Thai.
let word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{1,2}|[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]{1,4}|[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.,:-]*/gu

/** Whether there are at least three words, so that they are a quotation and not a term. */
export function hasThreeWords(words: string): boolean {
  let count = 0
  let inWord = false
  for (let i = 0; i < words.length; i++) {
    let code = words.charCodeAt(i)
    // Typographic marks part words, but for the apostrophe; of other scripts the pattern knows more.
    let kind = code < 128 ? kinds[code] : code === 0x2019 ? joining : code >= 0x2010 && code < 0x2027 ? 0 : other
    if (kind === other) return hasThreeMatches(words)
    if (kind === letter && !inWord && ++count === 3) return true
    inWord = kind === letter || (inWord && kind === joining)
  }
  return false
}
let [letter, joining, other] = [1, 2, 3]
let kinds = Uint8Array.from({ length: 128 }, (_, code) => {
  let char = String.fromCharCode(code)
  return /[a-z\d]/i.test(char) ? letter : /['.,:-]/.test(char) ? joining : 0
})

function hasThreeMatches(words: string): boolean {
  let count = 0
  for (let _ of words.matchAll(word)) if (++count === 3) return true
  return false
}

let small =
  /^(?:a|an|and|as|at|but|by|for|from|in|into|nor|of|off|on|or|out|over|the|to|up|via|vs|with|de|der|des|die|du|la|le|und|van|von)$/i

/** Whether every word but the small ones has a capital, and there are several: no sentence is written like that. */
export function isTitle(words: string): boolean {
  if (words.length > 150 || /[.!?]\s/.test(words)) return false
  let long = (words.match(/\p{L}[\p{L}\p{M}’']*/gu) ?? []).filter(own => !small.test(own))
  return long.length >= 2 && long.every(own => /^\p{Lu}/u.test(own))
}
