import type { Span } from '../model'
import { firstIndex } from '../span'
import type { Folded } from './fold'
import { composing } from './kinds'

/** Offset in the original text where the folded character at `at` begins. */
export function originalStart(fold: Folded, at: number): number {
  return startIn(fold, changeAt(fold, at, folded), at)
}

/** Offset in the original text behind the folded character before `at`. */
export function originalEnd(fold: Folded, at: number): number {
  return at === 0 ? originalStart(fold, 0) : endIn(fold, changeAt(fold, at - 1, folded), at)
}

/** From folded to original offsets: where its first character begins, and behind its last. */
export function unfold(fold: Folded, { from, to }: Span): Span {
  if (to <= from) return { from: originalStart(fold, from), to: originalEnd(fold, to) }
  let { changes } = fold
  let c = changeAt(fold, from, folded)
  let start = startIn(fold, c, from)
  // The end is near: no second search.
  while (c + 2 * width < changes.length && changes[c + width] < to) c += width
  return { from: start, to: endIn(fold, c, to) }
}

/** Folded offset of the first folded character that stands at or after an original offset. */
export function foldedAt(fold: Folded, at: number): number {
  let { changes } = fold
  let c = changeAt(fold, at, original)
  let into = at - changes[c + original]
  if (into < replacedLength(changes, c)) return changes[c] + Math.min(into, foldedLength(changes, c))
  return changes[c + width] - Math.max(0, changes[c + width + original] - at)
}

/** The original text between two original offsets. Costs what it holds. */
export function originalSlice(fold: Folded, from: number, to: number): string {
  let { text, changes, replaced } = fold
  let out = ''
  let last = changes.length - width
  for (let c = changeAt(fold, from, original); c < last && changes[c + original] < to; c += width) {
    let start = changes[c + original]
    let copied = start + replacedLength(changes, c)
    let was = changes[c + inReplaced] - start
    if (from < copied) out += replaced.slice(was + Math.max(from, start), was + Math.min(to, copied))
    if (to <= copied) break
    let next = changes[c + width + original]
    let by = changes[c + width] - next
    if (from < next) out += text.slice(by + Math.max(from, copied), by + Math.min(to, next))
  }
  return out
}

/**
 * Whether the original text between two original offsets has none of the names, told from the folded text. It may not tell, and
 * is false then: of names of other letters than ASCII's, and where folding has replaced letters.
 */
export function lacksNames(fold: Folded, from: number, to: number, names: string[]): boolean {
  if (!names.every(name => plainName.test(name))) return false
  let { changes, replaced, text } = fold
  let first = changeAt(fold, from, original)
  if (from >= changes[first + original] + replacedLength(changes, first)) first += width
  let last = changeAt(fold, to, original) + width
  // The letter of a page's mark is part of no name.
  if (/[a-z]/i.test(replaced.slice(changes[first + inReplaced], changes[last + inReplaced]).replaceAll('<!-- p.', '')))
    return false
  let near = text.slice(foldedAt(fold, from), foldedAt(fold, to))
  return !names.some(name => near.includes(name))
}

// Of ASCII letters, with initials.
let plainName = /^(?:[a-z]\. )*[a-z]{2,}(?: [a-z]+)*$/i

/** Whether the original text goes on with the words at an original offset. Nothing is put together. */
export function standsAt(fold: Folded, words: string, at: number): boolean {
  let { text, changes, replaced } = fold
  let last = changes.length - width
  let c = changeAt(fold, at, original)
  for (let k = 0; k < words.length; c += width) {
    if (c === last) return false
    let start = changes[c + original]
    let copied = start + replacedLength(changes, c)
    let was = changes[c + inReplaced] - start
    for (; k < words.length && at + k < copied; k++)
      if (words.charCodeAt(k) !== replaced.charCodeAt(was + at + k)) return false
    let next = changes[c + width + original]
    let by = changes[c + width] - next
    for (; k < words.length && at + k < next; k++)
      if (words.charCodeAt(k) !== text.charCodeAt(by + at + k)) return false
  }
  return true
}

// What an entry of `changes` says, by place.
let folded = 0
let original = 1
let inReplaced = 2
let width = 3

let replacedLength = (changes: Int32Array, c: number) => changes[c + width + inReplaced] - changes[c + inReplaced]
// The whole stretch up to the next change, but for what stands there unchanged.
let foldedLength = (changes: Int32Array, c: number) =>
  changes[c + width] - changes[c] - (changes[c + width + original] - changes[c + original] - replacedLength(changes, c))

function startIn({ changes }: Folded, c: number, at: number): number {
  let into = at - changes[c]
  if (into < foldedLength(changes, c)) return changes[c + original] + Math.min(into, replacedLength(changes, c))
  return changes[c + width + original] - (changes[c + width] - at)
}

function endIn({ changes, replaced }: Folded, c: number, at: number): number {
  let into = at - changes[c]
  let length = foldedLength(changes, c)
  if (into > length) return changes[c + width + original] - (changes[c + width] - at)
  let most = replacedLength(changes, c)
  // A character composed of several ends with the last of them.
  let isComposed = into === length && most > 1 && composing.has(replaced.charCodeAt(changes[c + inReplaced] + 1))
  return changes[c + original] + (isComposed ? most : Math.min(into, most))
}

// Where the last change at or before an offset is entered, but for the end of the text. Changes lie rather evenly in most texts, so that the
// one wanted is near where it would be if they did: of thousands of texts one line of memory is touched, where halving touches many.
function changeAt({ changes, text }: Folded, at: number, column: number): number {
  let last = changes.length - 2 * width
  // The original text is about as long.
  let share = at / (text.length + 1)
  let c = share >= 1 ? last : Math.floor((share * last) / width) * width
  for (let steps = 0; steps < 64; steps++)
    if (changes[c + column] > at) c -= width
    else if (c < last && changes[c + width + column] <= at) c += width
    else return c
  return (firstIndex(last / width + 1, k => changes[k * width + column] > at) - 1) * width
}
