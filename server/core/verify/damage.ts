import type { Span } from '../model'
import type { Captured } from './captured'
import { originalStart } from './unfold'

// What extraction from a page does to words: a hyphen at a line's end, a ligature that became a word of its own (“de fi nitely”),
// the mark of a footnote behind a word.
let hyphenated = /\p{L}[-‐][ \t]*\r?\n[ \t]*\p{Ll}/u
let split = /(?:^|[\s\p{L}])f(?:f[il]?|[il]) \p{Ll}/u
let noted = /\p{L}[.,;:!?"”’')]{0,2}\s?(?:\[\^?\d{1,3}\]|[¹²³⁰⁴-⁹])/u

/** Whether a captured text has any such damage, so that words that are not found may be looked for through it. */
export function isDamaged(text: string): boolean {
  return hyphenated.test(text) || split.test(text) || noted.test(text)
}

/**
 * Whether the folded text holds the letters of the folded words in their order, with anything but letters between them. Damage
 * changes none, so where they are not held there is no use in looking for the words through it. Costs about what `indexOf` does:
 * only where the rarest of the letters stands are the others compared, on both sides; of long words the nearest few dozen, so that a text
 * that says the same thing over and over takes no longer.
 */
export function holdsLetters(text: string, words: string): boolean {
  let letters = words.replace(/[^\p{L}]+/gu, '')
  let rarest = 0
  for (let k = 1; k < letters.length; k++) if (rarity(letters[k]) > rarity(letters[rarest])) rarest = k
  if (letters === '') return true
  let first = Math.max(0, rarest - mostCompared)
  letters = letters.slice(first, rarest + mostCompared)
  rarest -= first
  for (let at = text.indexOf(letters[rarest]); at >= 0; at = text.indexOf(letters[rarest], at + 1))
    if (followed(text, at, letters, rarest, 1) && followed(text, at, letters, rarest, -1)) return true
  return false
}

let mostCompared = 40

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
let mark = String.raw`(?: ?\[\^?\d{1,3}\]|(?<![0-9])[¹²³⁰⁴-⁹]{1,3})?`

/**
 * Places in the folded text where the folded words stand but for such damage. Each optional sign differs from what may follow it, so
 * the search is linear. A hyphen counts only where the captured text breaks the line behind it.
 */
export function findDamaged(own: Captured, words: string): Span[] {
  let pattern = words.replace(/ff[il]|ff|f[il]|\p{L}(?=\p{L})|[.*+?^${}()|[\]\\]| |./gu, (unit, at: number) => {
    let after = words.charAt(at + unit.length)
    let hyphen = /\p{L}$/u.test(unit) && /\p{L}/u.test(after) ? '-?' : ''
    if (unit in ligatures) return ligatures[unit] + hyphen
    if (unit === ' ') return `${mark} `
    let own = unit.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    return /[\p{L}\p{N}]/u.test(unit) ? own + hyphen : mark + own
  })
  let found: Span[] = []
  for (let match of own.folded().text.matchAll(new RegExp(pattern, 'gu'))) {
    let span = { from: match.index, to: match.index + match[0].length }
    if (hyphensAreBreaks(own, words, span)) found.push(span)
    if (found.length === 20) break
  }
  return found
}

// The match may have no more hyphens than the quotation, but for those that end a line.
function hyphensAreBreaks(own: Captured, words: string, span: Span) {
  let folded = own.folded()
  let kept = 0
  for (let i = folded.text.indexOf('-', span.from); i >= 0 && i < span.to; i = folded.text.indexOf('-', i + 1)) {
    if (!/[\r\n]/.test(own.slice(originalStart(folded, i), originalStart(folded, i + 1)))) kept++
  }
  return kept <= words.split('-').length - 1
}
