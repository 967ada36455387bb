import { detached } from '../span'
import { withSigns } from './entities'
import { behindApparatus, behindOpening, blanksEnd, isCurrency, isDigit, isEscaped, isHouseBlank } from './house'
import { blank, composing, dash, kindOf, kinds, ligatures, other, plain, quote, removed } from './kinds'

/**
 * Text with its typography folded away, and the way back. What is folded is written in section 5 of the markup: quotation marks
 * and apostrophes, dashes, white space, zero-width and directional marks, soft hyphens, ligatures, ellipses, Markdown
 * emphasis, escapes and link destinations, HTML's entities, comments (page marks); combining marks are composed. Letters, digits and
 * all other signs stay, and so do word boundaries.
 */
export interface Folded {
  text: string
  /**
   * What folding changed, in the order of the text, three numbers each: the folded and the original offset at which it begins, and where
   * in `replaced` the characters are that stood there. The first entry stands for what comes before the stretch that was folded, the last for
   * the end of the text. Everything between two changes is the same in both texts: so the original text need not be kept.
   */
  changes: Int32Array
  replaced: string
}

/** The same text folded, when nobody asks for the way back. */
export function foldText(text: string): string {
  if (!isSimple(text)) return folding(text, 0, text.length)
  return text.includes('\n') ? text.replaceAll('\n', ' ') : text
}

// Most words that somebody types have nothing to fold but the end of a line: blanks are single ones, apostrophes and hyphens stand before
// a letter, and no two full stops together.
function isSimple(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    if (kinds[code] === plain) continue
    let next = text.charCodeAt(i + 1)
    // Behind the end stands nothing, which is plain.
    let isBeforePlain = kindOf(next) === plain
    if (code === 32 || code === 45) {
      if (!isBeforePlain) return false
    } else if (code === 46) {
      if (!isBeforePlain && next !== 32 && next !== 10) return false
    } else if (code === 39) {
      // A mark that closes changes places with a comma.
      if (!isBeforePlain || next === 44) return false
    } else if (code === 10) {
      // A figure may be a page's number, or a time.
      if (!isBeforePlain || isDigit(next)) return false
    } else if (kindOf(code) !== plain) return false
  }
  return true
}

/** Fold a text from an offset on; the way back leads into the whole of it. Linear. */
export function fold(written: string, from = 0): Folded {
  let back: Back = { changes: [0, 0, 0], pieces: [written.slice(0, from)], length: from }
  let text = folding(written, from, written.length, back)
  back.changes.push(text.length, written.length, back.length)
  return { text, changes: new Int32Array(back.changes), replaced: detached(back.pieces.join('')) }
}

interface Back {
  changes: number[]
  pieces: string[]
  /** Of all pieces. */
  length: number
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
    if (back && text !== written)
      for (let at = start; at < i; at++)
        if (text[at] !== written[at]) note(back, out.length + at - start, at, written[at])
    out += text.slice(start, i)
    let was = written.slice(i, end)
    if (back && was !== by) note(back, out.length, i, was)
    out += by
    i = start = end
  }
  let note = (back: Back, at: number, origin: number, was: string) => {
    back.changes.push(at, origin, back.length)
    back.pieces.push(was)
    back.length += was.length
  }
  while (i < to) {
    let code = text.charCodeAt(i)
    if (kinds[code] === plain) {
      i++
      continue
    }
    // By far the most others are a single space before a letter.
    if (code === 32 && kinds[text.charCodeAt(i + 1)] === plain && ellipsis !== i && i + 1 < to) {
      i += 2
      continue
    }
    let kind = kindOf(code)
    if (kind === plain) i++
    else if (kind === blank || kind === dash) {
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
        put(end, text.slice(i, end).normalize('NFC'))
      } else i = end
    } else if (removed.has(code)) put(i + 1, '')
    else if (code > 0x2fff || (code >= 0x958 && code <= 0x95f) || ligatures[text[i]])
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
