import type { Span } from '../model'
import { firstIndex } from '../span'
import { withSigns } from './entities'
import { behindApparatus, behindOpening, blanksEnd, isCurrency, isDigit, isEscaped, isHouseBlank } from './house'
import { blank, composing, dash, kindOf, ligatures, other, plain, quote, removed } from './kinds'

/**
 * Text with its typography folded away, and the way back. What is folded is written in section 5 of the markup: quotation marks
 * and apostrophes, dashes, white space, zero-width and directional marks, soft hyphens, ligatures, ellipses, Markdown
 * emphasis, escapes and link destinations, HTML's entities, comments (page marks); combining marks are composed. Letters, digits and
 * all other signs stay, and so do word boundaries.
 */
export interface Folded {
  text: string
  /** Folded and original offsets at which their distance changes, ascending; between two entries it is constant. */
  folded: Int32Array
  original: Int32Array
  /** Folded offsets of characters composed of several: these end where the next entry begins. */
  composed: Set<number>
}

/** Offset in the original text where the folded character at `at` begins. */
export function originalStart(fold: Folded, at: number): number {
  let k = firstIndex(fold.folded.length, i => fold.folded[i] > at) - 1
  let limit = k + 1 < fold.original.length ? fold.original[k + 1] : Number.POSITIVE_INFINITY
  return Math.min(fold.original[k] + (at - fold.folded[k]), limit)
}

/** Offset in the original text behind the folded character before `at`. */
export function originalEnd(fold: Folded, at: number): number {
  if (at === 0) return originalStart(fold, 0)
  let k = firstIndex(fold.folded.length, i => fold.folded[i] > at - 1) - 1
  let limit = k + 1 < fold.original.length ? fold.original[k + 1] : Number.POSITIVE_INFINITY
  return fold.composed.has(at - 1) ? limit : Math.min(fold.original[k] + (at - fold.folded[k]), limit)
}

/** From folded to original offsets: where its first character begins, and behind its last. */
export function unfold(fold: Folded, { from, to }: Span): Span {
  if (to <= from) return { from: originalStart(fold, from), to: originalEnd(fold, to) }
  let { folded, original, composed } = fold
  let k = entryOf(fold, from)
  let start = Math.min(original[k] + (from - folded[k]), limitOf(original, k))
  // The end is near: no second search.
  while (k + 1 < folded.length && folded[k + 1] < to) k++
  let limit = limitOf(original, k)
  return { from: start, to: composed.has(to - 1) ? limit : Math.min(original[k] + (to - folded[k]), limit) }
}

// The last entry at or before a folded offset. Entries lie rather evenly in most texts, so that the one wanted is near where it would be
// if they did: of thousands of texts one line of memory is touched, where halving touches many.
function entryOf({ folded, text }: Folded, at: number): number {
  let k = Math.min(folded.length - 1, Math.floor((at / (text.length + 1)) * folded.length))
  for (let steps = 0; steps < 64; steps++)
    if (folded[k] > at) k--
    else if (k + 1 < folded.length && folded[k + 1] <= at) k++
    else return k
  return firstIndex(folded.length, i => folded[i] > at) - 1
}

let limitOf = (original: Int32Array, k: number) =>
  k + 1 < original.length ? original[k + 1] : Number.POSITIVE_INFINITY

/** Folded offset of the first folded character that stands at or after an original offset. */
export function foldedAt(fold: Folded, original: number): number {
  let k = firstIndex(fold.original.length, i => fold.original[i] > original) - 1
  if (k < 0) return 0
  let at = fold.folded[k] + (original - fold.original[k])
  return k + 1 < fold.folded.length ? Math.min(at, fold.folded[k + 1]) : Math.min(at, fold.text.length)
}

/** The same text folded, when nobody asks for the way back. */
export function foldText(text: string): string {
  return isFolded(text) ? text : folding(text, 0, text.length)
}

// Most words that somebody types have nothing to fold but spaces, and most of these are single ones.
function isFolded(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (kindOf(code) === plain) continue
    if (code !== 32 || i + 1 === text.length || kindOf(text.charCodeAt(i + 1)) !== plain) return false
  }
  return true
}

/** Fold a stretch of a text; offsets lead back into the whole of it. Linear. */
export function fold(written: string, from = 0, to = written.length): Folded {
  let back: Back = { folded: [0], original: [from], composed: new Set() }
  let text = folding(written, from, to, back)
  return { text, folded: new Int32Array(back.folded), original: new Int32Array(back.original), composed: back.composed }
}

interface Back {
  folded: number[]
  original: number[]
  composed: Set<number>
}

function folding(written: string, from: number, to: number, back?: Back): string {
  let text = withSigns(written)
  let out = ''
  let start = from
  let noComment = false
  // Where the last ellipsis ended.
  let ellipsis = -1
  let link: { close: number; end: number } | undefined
  let i = from
  // Replace text[i, end) by `by`.
  let put = (end: number, by: string) => {
    out += text.slice(start, i)
    if (back && by.length !== end - i) {
      note(back, out.length, i)
      out += by
      note(back, out.length, end)
    } else out += by
    i = start = end
  }
  let note = ({ folded, original }: Back, at: number, origin: number) => {
    let last = folded.length - 1
    if (folded[last] === at) original[last] = origin
    else if (at - folded[last] !== origin - original[last]) {
      folded.push(at)
      original.push(origin)
    }
  }
  while (i < to) {
    let code = text.charCodeAt(i)
    let kind = kindOf(code)
    if (kind === plain) {
      i++
      continue
    }
    if (kind === blank || kind === dash) {
      // By far the most are a single space before a letter.
      if (code === 32 && i + 1 < to && kindOf(text.charCodeAt(i + 1)) === plain && ellipsis !== i) {
        i++
        continue
      }
      let end = i
      let by = ' '
      for (; end < to; end++) {
        let c = text.charCodeAt(end)
        let k = kindOf(c)
        if (k === dash) by = '-'
        else if (k === other && c === 60 && !noComment && text.startsWith('<!--', end)) {
          let close = text.indexOf('-->', end + 4)
          if (close < 0 || close >= to) {
            noComment = true
            break
          }
          end = close + 2
        } else if (c === 10) end = behindApparatus(text, end + 1, to) - 1
        else if (k !== blank && !(k === other && (removed.has(c) || isEscaped(text, end, dash)))) break
      }
      // The sign of a number stays apart from the word before it: “by -2 per cent”, not “A – 2 per cent”.
      if (by === '-' && isSign(text, i, end)) by = ' -'
      // White space around an ellipsis is the typesetter's.
      if (by === ' ' && (ellipsis === i || ellipsisEnd(text, end, to) > 0 || isHouseBlank(text, i, end, to))) by = ''
      if (end === i + 1 && by === text[i]) i++
      else put(end, by)
    } else if (kind === quote) {
      let end = i + 1
      while (end < to && kindOf(text.charCodeAt(end)) === quote) end++
      let opened = behindOpening(text, i, end, from, to)
      // A comma or full stop stands before a closing mark in one country and behind it in another: ’, is ,’.
      if (i > from && end < to && isStop(text, i, end, to)) put(end + 1, `${text[end]}'`)
      else if (opened > end) put(opened, "'")
      else if (end === i + 1 && code === 39) i++
      else put(end, "'")
    } else if (code === 46 || code === 0x2026) {
      let end = ellipsisEnd(text, i, to)
      if (end > 0) {
        put(end, '...')
        ellipsis = i
      } else i++
    } else if (code === 42 || code === 95 || code === 126) {
      let end = i + 1
      while (end < to && text.charCodeAt(end) === code) end++
      if (isEmphasis(text, i, end, from, to, code)) put(end, '')
      else i = end
    } else if (isCurrency(code)) {
      let end = blanksEnd(text, i + 1, to)
      if (end > i + 1 && isDigit(text.charCodeAt(end)) && !/\d\s?$/.test(text.slice(Math.max(from, i - 2), i)))
        put(end, text[i])
      else i++
    } else if (code === 92) {
      if (i + 1 < to && /[!-/:-@[-`{-~]/.test(text[i + 1])) {
        put(i + 1, '')
        if (kindOf(text.charCodeAt(i)) === other && !isCurrency(text.charCodeAt(i))) i++
      } else i++
    } else if (code === 60) {
      if (!noComment && text.startsWith('<!--', i)) {
        let close = text.indexOf('-->', i + 4)
        if (close >= 0 && close + 3 <= to) {
          put(close + 3, '')
          continue
        }
        noComment = true
      }
      i++
    } else if (code === 91) {
      let found = link ? undefined : linkAt(text, i, to)
      if (found) {
        link = found
        put(i + 1, '')
      } else i++
    } else if (code === 93) {
      if (link?.close === i) {
        put(link.end, '')
        link = undefined
      } else i++
    } else if (isCombining(code)) {
      let end = i + 1
      while (end < to && isCombining(text.charCodeAt(end))) end++
      if (i > start) {
        i--
        let by = text.slice(i, end).normalize('NFC')
        back?.composed.add(out.length + (i - start) + by.length - 1)
        put(end, by)
      } else i = end
    } else if (removed.has(code)) put(i + 1, '')
    else if (code > 0x2fff || (code >= 0x958 && code <= 0x95f))
      put(i + 1, ligatures[text[i]] ?? text[i].normalize('NFKC'))
    else i++
  }
  put(to, '')
  return out
}

// A run of blanks with one dash at its end, and a digit behind.
function isSign(text: string, from: number, to: number): boolean {
  let after = text.charCodeAt(to)
  if (!(after >= 48 && after <= 57) || to - from < 2 || kindOf(text.charCodeAt(to - 1)) !== dash) return false
  for (let i = from; i < to - 1; i++) if (kindOf(text.charCodeAt(i)) === dash) return false
  return true
}

// Whether a comma or full stop stands behind the quotation marks, and words before them.
function isStop(text: string, from: number, at: number, to: number): boolean {
  let code = text.charCodeAt(at)
  if ((code !== 44 && code !== 46) || kindOf(text.charCodeAt(from - 1)) === blank) return false
  let next = at + 1 < to ? kindOf(text.charCodeAt(at + 1)) : blank
  return (next === blank || next === quote) && ellipsisEnd(text, at, to) < 0
}

let isCombining = (code: number) => composing.has(code)

// End of an ellipsis at `at` — the sign, or three and more full stops with or without spaces, and the blanks behind — or -1.
function ellipsisEnd(text: string, at: number, to: number): number {
  let code = text.charCodeAt(at)
  if ((code !== 46 && code !== 0x2026) || at >= to) return -1
  let dots = 0
  let i = at
  let end = at
  while (i < to) {
    let c = text.charCodeAt(i)
    if (c === 46) dots++
    else if (c === 0x2026) dots += 3
    else if (kindOf(c) === blank) {
      i++
      continue
    } else break
    end = ++i
  }
  if (dots < 3) return -1
  while (end < to && kindOf(text.charCodeAt(end)) === blank) end++
  return end
}

// Markdown's emphasis marks stand at the edge of words; inside numbers, names_with_lines and formulas they are signs.
function isEmphasis(text: string, from: number, to: number, first: number, last: number, code: number): boolean {
  let before = from > first ? text[from - 1] : ' '
  let after = to < last ? text[to] : ' '
  let opens = !/\s/.test(after)
  let closes = !/\s/.test(before)
  if (!opens && !closes) return false
  let inWord = /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after)
  if (code === 126) return to - from === 2
  return !inWord || (code === 42 && !/\d/.test(before + after))
}

let linkPattern = /\[([^[\]]{1,300})\]\((?:[^()\s]|\([^()\s]*\))*(?:\s+"[^"]{0,300}")?\)/y

function linkAt(text: string, at: number, to: number) {
  linkPattern.lastIndex = at
  let found = linkPattern.exec(text)
  if (!found || linkPattern.lastIndex > to) return undefined
  return { close: at + 1 + found[1].length, end: linkPattern.lastIndex }
}
