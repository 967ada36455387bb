import type { Span } from './model'
import { sentenceAround } from './passages'
import type { Captured } from './verify'

/** The sentences next to a passage: empty where there is none. */
export interface Surroundings {
  before: string
  after: string
}

/**
 * The sentence before a sentence of a source and the one behind it, also those of the paragraphs around it: the question before an answer,
 * the answer behind a question. What does not end as a sentence does, a headline or a byline, is none.
 */
export function surroundingsOf(own: Captured, { from, to }: Span): Surroundings {
  let text = own.text()
  let bodyFrom = own.source.bodyFrom ?? 0
  let end = lastSign(text.slice(Math.max(bodyFrom, from - reach), from))
  let at = from - Math.min(reach, from - bodyFrom) + end
  let before = end > 0 ? sentenceAround(own, { from: at - 1, to: at }).text : ''
  let next = to + blanks.exec(text.slice(to, to + reach))![0].length
  let after = next < text.length ? sentenceAround(own, { from: next, to: next + 1 }).text : ''
  return { before: isSentence(before) ? before : '', after: isSentence(after) ? after : '' }
}

// How far a neighbour may stand away: page marks lie between.
let reach = 400
let blanks = /^(?:\s|<!--[^\n\r]{0,200}?-->)*/
let isSentence = (words: string) =>
  /\p{L}\p{L}/u.test(words) && /[.!?…:;]["'”’»)\]*_]*$/.test(words.trimEnd().slice(-12))

// Offset behind the last sign that is neither blank nor part of a page mark, or 0.
function lastSign(text: string): number {
  for (let end = text.trimEnd().length; ; ) {
    if (!text.slice(0, end).endsWith('-->')) return end
    let mark = text.lastIndexOf('<!--', end)
    if (mark < 0) return end
    end = text.slice(0, mark).trimEnd().length
  }
}
