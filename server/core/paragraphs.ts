/** Paragraphs of captured texts: they end at blank lines and page marks, and, where text is not wrapped, with their line. */

import type { Span } from './model'
import type { Captured } from './verify'

/** Whether lines of the text are wrapped; if not, each is a paragraph of its own. */
export function isWrapped(text: string, bodyFrom: number): boolean {
  let inside = 0
  let ended = 0
  let long = 0
  let all = 0
  let lines = 0
  for (let at = bodyFrom; at < text.length && lines < 2000; lines++) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    let line = text.slice(at, Math.min(end, at + 10_000)).trimEnd()
    at = end + 1
    if (line.trim() === '') continue
    all += line.length
    if (line.length > 200) long += line.length
    // A line with another below it: what is wrapped breaks in the middle of sentences.
    if (at >= text.length || /[\s]/.test(text[at])) continue
    inside++
    if (/[.!?…:]["'”’»)\]]*$/.test(line)) ended++
  }
  return inside > 0 && ended * 2 < inside && long * 2 < all
}

// A line break of two signs is one: its half would end a paragraph at every line.
let gap = /(?:\r\n|\r(?!\n)|\n)[ \t]*(?:<!--[^\n\r]{0,200}-->[ \t]*)?(?=\r|\n)/g
let lineEnd = /\r\n?|\n/g

/** Where the paragraph of an offset begins, not before `from`. */
export function paragraphStart(text: string, wrapped: boolean, from: number, at: number): number {
  let start = from
  for (let found of text.slice(from, at).matchAll(wrapped ? gap : lineEnd)) start = from + found.index + found[0].length
  while (start < at && /\s/.test(text[start])) start++
  return start
}

/** Where the paragraph of an offset ends, not after `to`. */
export function paragraphEnd(text: string, wrapped: boolean, at: number, to: number): number {
  let found = text.slice(at, to).search(wrapped ? gap : lineEnd)
  return found < 0 ? to : at + found
}

/**
 * The paragraph of the source's body that holds the span, as far as `reach` characters on either side: where it begins in the file,
 * and its text. No more of the file is decoded: first a few hundred characters, since most paragraphs are short.
 */
export function paragraphAround(own: Captured, { from, to }: Span, reach: number): { from: number; text: string } {
  let bodyFrom = own.source.bodyFrom ?? 0
  for (let near = Math.min(reach, 400); ; near = reach) {
    let start = Math.min(from, Math.max(bodyFrom, from - near))
    let text = own.slice(start, to + near)
    let first = paragraphStart(text, own.wrapped(), 0, from - start)
    let last = paragraphEnd(text, own.wrapped(), to - start, text.length)
    // Both its ends were seen: not those of the piece, nor blanks at its beginning.
    let isWhole = first > 0 && !/^\s/.test(text) && last < text.length
    if (isWhole || near === reach) return { from: start + first, text: text.slice(first, last) }
  }
}
