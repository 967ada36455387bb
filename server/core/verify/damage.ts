import type { Span } from '../model'
import type { Captured } from './captured'
import { groupingIn, hasFigures, sameFigures, withFigures } from './figures'
import type { Folded } from './fold'
import { otherCases } from './match'
import { joint } from './reread'
import { originalEnd, originalStart } from './unfold'

// What extraction from a page does to words: a hyphen at a line's end, a ligature that became a word of its own (“de fi nitely”),
// the mark of a footnote behind a word. Each pattern begins with its rare sign, and looks back from there: a whole text is read.
let hyphenated = /[-‐](?<=\p{L}.)[ \t]*\r?\n[ \t]*\p{Ll}/u
let split = /f(?<=(?:^|[\s\p{L}])f)(?:f[il]?|[il]) \p{Ll}/u
let noted =
  /[[¹²³⁰⁴-⁹](?<=\p{L}[.,;:!?"”’')]{0,2}\s?.)(?:(?<!\[)|\^?\d{1,3}(?:[,–-] ?\d{1,3}){0,9}\])|\d(?<=\p{Ll}{4}[.!?]["”’']?.)\d? \p{Lu}/u

/** Whether a captured text has any such damage, so that words that are not found may be looked for through it. */
export function isDamaged(text: string): boolean {
  return hyphenated.test(text) || split.test(text) || noted.test(text)
}

/** The text, as long as it was, with the words that such damage took apart put together. */
export function mended(text: string): string {
  return text
    .replace(/[-‐](?<=\p{L}.)[ \t]*\r?\n[ \t]*(?=\p{Ll})/gu, nothing)
    .replace(/ (?=f(?:f[il]?|[il]) \p{Ll})(?<=\p{L} )/gu, nothing)
    .replace(/ (?=\p{Ll})(?<=[\s\u200b]f(?:f[il]?|[il]) )/gu, nothing)
    .replace(
      /[[¹²³⁰⁴-⁹\d](?<=\p{L}[.,;:!?"”’')]{0,2}.)(?:(?<=\[)\^?\d{1,3}(?:[,–-] ?\d{1,3}){0,9}\]|(?<=[¹²³⁰⁴-⁹])[¹²³⁰⁴-⁹]{0,2}|(?<=\p{Ll}{4}[.!?]["”’']?\d)\d?(?= \p{Lu}))/gu,
      nothing
    )
}
let nothing = (signs: string) => '\u200b'.repeat(signs.length)

/**
 * Whether the folded text holds the letters of the folded words in their order, with anything but letters between them. Damage
 * changes none, so where they are not held there is no use in looking for the words through it.
 */
export function holdsLetters(text: string, words: string): boolean {
  return !placesOfLetters(text, words).next().done
}

/**
 * Where one letter of the words stands with the others around it. Costs about what `indexOf` does: only where the rarest of the letters
 * stands are the others compared, on both sides; of long words the nearest few dozen, and at a few places all, so that a text that says
 * the same thing over and over takes no longer.
 */
function* placesOfLetters(text: string, words: string): Generator<number> {
  let all = words.replace(/[^\p{L}]+/gu, '')
  let letters = all
  let rarest = 0
  for (let k = 1; k < letters.length; k++) if (rarity(letters[k]) > rarity(letters[rarest])) rarest = k
  if (letters === '') return yield 0
  let first = Math.max(0, rarest - mostCompared)
  letters = letters.slice(first, rarest + mostCompared)
  rarest -= first
  let compared = 0
  for (let at = text.indexOf(letters[rarest]); at >= 0; at = text.indexOf(letters[rarest], at + 1))
    if (stands(text, at, letters, rarest))
      if (letters === all || ++compared > mostWhole || stands(text, at, all, first + rarest)) yield at
}

let mostCompared = 40
let mostWhole = 20

let stands = (text: string, at: number, letters: string, k: number) =>
  followed(text, at, letters, k, 1) && followed(text, at, letters, k, -1)

function followed(text: string, at: number, letters: string, k: number, step: 1 | -1): boolean {
  for (k += step, at += step; k >= 0 && k < letters.length; at += step) {
    if (at < 0 || at >= text.length) return false
    let code = text.charCodeAt(at)
    if (code === letters.charCodeAt(k)) k += step
    else if (isLetterCode(code)) return false
  }
  return true
}

// The letters of English, the most frequent first; all others are rarer.
let frequent = 'etaoinshrdlucmfwygpbvkxqjz'
let rarity = (letter: string) => (frequent.indexOf(letter) + 27) % 27
// Halves of a letter beyond the first plane are none: what is passed over wrongly is looked at again.
let isLetterCode = (code: number) =>
  code < 128 ? (code | 32) >= 97 && (code | 32) <= 122 : /\p{L}/u.test(String.fromCharCode(code))

let ligatures: { [letters: string]: string } = {
  ffi: '(?:ffi|ffi | ffi |f fi ?| f fi )',
  ffl: '(?:ffl|ffl | ffl |f fl ?| f fl )',
  ff: '(?:ff|ff | ff )',
  fi: '(?:fi|fi | fi )',
  fl: '(?:fl|fl | fl )'
}
let mark = String.raw`(?: ?\[\^?\d{1,3}(?:[,-] ?\d{1,3}){0,9}\]|(?<![0-9])[¹²³⁰⁴-⁹]{1,3}|(?<=\p{Ll}{4}[.!?]'?)\d{1,2}(?= \p{Lu}))?`
/** Longer quotations are looked for undamaged only. */
let mostLetters = 5000
let most = 20

/**
 * Places in a folded reading of the text where the folded words stand but for such damage, and with figures grouped in another way. Each
 * optional sign differs from what may follow it, so the search is linear. A hyphen counts only where the captured text breaks the
 * line behind it. The first letter may be of either case.
 */
export function findDamaged(own: Captured, words: string, folded: Folded = own.folded()): Span[] {
  if (words.length > mostLetters) return []
  let found: Span[] = []
  for (let form of [words, ...otherCases(words)]) {
    let pattern: RegExp | undefined
    let end = 0
    for (let at of placesOfLetters(folded.text, form)) {
      if (at < end) continue
      pattern ??= new RegExp(patternOf(form), 'gu')
      // Without a letter to go by, everywhere.
      let reach = /\p{L}/u.test(form) ? form.length * 2 + 100 : folded.text.length
      let from = Math.max(end, at - reach)
      let window = folded.text.slice(from, at + reach)
      for (let match of window.matchAll(pattern)) {
        let span = { from: from + match.index, to: from + match.index + match[0].length }
        end = span.to
        if (hyphensAreBreaks(own, folded, form, span) && figuresAreSame(own, folded, form, span)) found.push(span)
        if (found.length === most) return found
      }
      end = Math.max(end, at + 1)
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

function patternOf(words: string): string {
  return withFigures(words, words =>
    words.replace(new RegExp(`${joint}|ff[il]|ff|f[il]|\\p{L}(?=\\p{L})|[,.]? |.`, 'gu'), (unit, at: number) => {
      let after = words.charAt(at + unit.length)
      let hyphen = /\p{L}$/u.test(unit) && /\p{L}/u.test(after) ? '-?' : ''
      if (unit in ligatures) return ligatures[unit] + hyphen
      // Where somebody else's words were left out, on one side or on both.
      if (unit === joint) return `(?:${joint}|[,.]? )`
      if (unit.endsWith(' ')) return `(?:${joint}|${unit.length > 1 ? `${mark}[${unit[0]}]` : ''}${mark} )`
      let own = unit.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
      return /[\p{L}\p{N}]/u.test(unit) ? own + hyphen : mark + own
    })
  )
}

// The match may have no more hyphens than the quotation, but for those that end a line.
function hyphensAreBreaks(own: Captured, folded: Folded, words: string, span: Span) {
  let kept = 0
  for (let i = folded.text.indexOf('-', span.from); i >= 0 && i < span.to; i = folded.text.indexOf('-', i + 1)) {
    if (!/[\r\n\f]/.test(own.slice(originalStart(folded, i), originalStart(folded, i + 1)))) kept++
  }
  return kept <= words.split('-').length - 1
}

function figuresAreSame(own: Captured, folded: Folded, words: string, span: Span): boolean {
  if (!hasFigures(words)) return true
  let found = folded.text.slice(span.from, span.to)
  if (found.includes(words)) return true
  // Columns of a table are no groups of one figure: what parts these is one blank, and a line does not end with them.
  for (let { 0: figure, index } of found.matchAll(/\d{1,3}(?: \d{3})+(?!\d)/g)) {
    let [from, to] = [span.from + index, span.from + index + figure.length]
    let captured = own.slice(originalStart(folded, from), originalEnd(folded, to))
    if (!words.includes(figure) && (/\s{2}|[\t\r\n]/.test(captured) || isLastOfLine(own, originalEnd(folded, to))))
      return false
  }
  return sameFigures(words, found, groupingIn(folded.text))
}

let isLastOfLine = (own: Captured, at: number) => /^[ \t]*[\r\n]/.test(own.slice(at, at + 20))
