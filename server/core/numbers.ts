import type { Span } from './model'
import { firstIndex } from './span'
import type { Captured } from './verify'
import type { Workspace } from './workspace'

/** A number as a text writes it. */
export interface Numeral extends Span {
  /**
   * Every value it may mean: `1.200` may be 1200 or 1.2, `3 million` is also looked for as 3; with the last place that is written, as
   * a power of ten: 1 for 40, 0.01 for 0.25, 1000000 for 3 million.
   */
  values: { value: number; unit: number }[]
  /** It is a share: `40 per cent`. */
  percent: boolean
}

// Tried where a digit may stand, and not at every letter.
let digits =
  /(?<![\p{L}\p{Nd}.,:/-])(?:\p{Nd}{1,3}(?:[\u00a0\u202f' ]\p{Nd}{3})+|\p{Nd}+(?:[.,]\p{Nd}{3})*)(?:[.,]\p{Nd}+)?(?!\p{Nd}|[:/.,]\p{Nd})/uy
let scales: [RegExp, number][] = [
  [/^[\s-]?(?:thousand|k|Tsd|Tausend|tys|mille?)(?!\p{L})/iu, 1e3],
  [/^[\s-]?(?:millions?|mn|m|Mio|Millionen|millón|millones|milion[ie]|mln|milhões|miljoen|miljoner)(?!\p{L})/iu, 1e6],
  [/^[\s-]?(?:billion|bn|b|Mrd|Milliarden?|milliards?|miliard[iy]?|mld|miljard)(?!\p{L})/iu, 1e9],
  [/^[\s-]?(?:trillion\b|tn\b)/i, 1e12]
]
let mayScale = /^[\s-]?[tkmb]/i
let share = /^[\s-]?(?:%|per\s?cent\b|percent\b|pct\b)/i

/** The numbers a text writes in digits, years and days of months included; not parts of dates such as 2031-03-14, times or codes. */
export function numeralsIn(text: string): Numeral[] {
  let found: Numeral[] = []
  eachAtDigit(text, digits, (written, from) => {
    let to = from + written.length
    let scale = mayScale.test(text.slice(to, to + 2))
      ? scales.find(([pattern]) => pattern.test(text.slice(to, to + 12)))
      : undefined
    if (!scale && text.charCodeAt(to) >= firstLetter) {
      if (/^\p{L}/u.test(text.slice(to, to + 2)) && !/^(?:st|nd|rd|th)\b/.test(text.slice(to, to + 3))) return
    }
    let behind = text.slice(to, to + 30)
    let values = readingsOf(written)
    if (scale) {
      let [pattern, factor] = scale
      behind = behind.replace(pattern, '')
      values = values.flatMap(own => [{ value: own.value * factor, unit: own.unit * factor }, own])
    }
    found.push({ from, to, values, percent: share.test(behind) })
  })
  return found
}

// What a sticky pattern that begins with a digit matches, one behind the other: as `matchAll` would find it, in a fraction of the time.
function eachAtDigit(text: string, pattern: RegExp, take: (written: string, from: number) => void) {
  for (let at = nextDigit(text, 0); at >= 0; ) {
    let end = plainEnd(text, at)
    if (end > 0) take(text.slice(at, end), at)
    else {
      pattern.lastIndex = at
      let found = pattern.exec(text)
      // Behind the first half of a digit beyond the first plane: it begins there.
      end = found ? found.index + found[0].length : at + 1
      if (found) take(found[0], found.index)
    }
    at = nextDigit(text, end)
  }
}

// Where a digit may stand, at or behind an offset; -1 if nowhere. Letters beyond ASCII are looked at where a script with digits of its
// own may have them.
function nextDigit(text: string, from: number): number {
  mayBeDigit.lastIndex = from
  return mayBeDigit.test(text) ? mayBeDigit.lastIndex - 1 : -1
}
let mayBeDigit = /[0-9\u0660-\u1fff\ua620-\uabff\ud800-\udbff\uff10-\uff19]/g

// Where a number ends that stands between blanks or before a comma or full stop, as most do, with nothing that may belong to it: any pattern
// would match its digits. -1 for all others.
function plainEnd(text: string, from: number): number {
  let before = text.charCodeAt(from - 1)
  if (from > 0 && before !== 32 && before !== 10) return -1
  let end = from
  while (isDigit(text.charCodeAt(end))) end++
  if (end === from) return -1
  let after = text.charCodeAt(end)
  if (end - from > 15 || (after !== 32 && after !== 10 && after !== 44 && after !== 46)) return -1
  let next = text.charCodeAt(end + 1)
  return isDigit(next) || next >= firstOtherDigit ? -1 : end
}
let firstLetter = 65
let isDigit = (code: number) => code >= 48 && code <= 57
/** The first digit beyond those of ASCII, an Arabic nought. */
let firstOtherDigit = 0x660

function readingsOf(written: string): Numeral['values'] {
  let bare = written.replace(/[\u00a0\u202f' ]/g, '')
  let grouped = Number(bare.replace(/[.,]/g, ''))
  let last = Math.max(bare.lastIndexOf('.'), bare.lastIndexOf(','))
  let whole = { value: grouped, unit: 1 }
  if (last < 0) return [whole]
  let decimal = Number(`${bare.slice(0, last).replace(/[.,]/g, '')}.${bare.slice(last + 1)}`)
  let exact = { value: decimal, unit: 10 ** -(bare.length - last - 1) }
  // With three digits behind the last mark, it may be either.
  return bare.length - last === 4 ? [whole, exact] : [exact]
}

let ones =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
  nineteen`.split(/\s+/)
let tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
let named = new Map<string, number>([
  ...ones.map((word, value): [string, number] => [word, value]),
  ...tens.map((word, index): [string, number] => [word, 20 + 10 * index])
])
// A half is 50 per cent, a quarter of a million 250,000.
let shares: { [word: string]: number[] } = {
  half: [50, 0.5],
  quarter: [25, 0.25],
  quarters: [75, 0.75],
  third: [33, 0.33],
  thirds: [67, 66, 0.67],
  tenth: [10],
  fifth: [20],
  dozen: [12],
  hundred: [100],
  hundreds: [100],
  thousand: [1000],
  double: [2, 100],
  doubled: [2, 100],
  twice: [2, 100],
  tripled: [3, 200]
}

/** Whether a captured text gives the number in digits or, if not, in words. What it gives is kept as long as the text is. */
export function givesNumber(workspace: Workspace, own: Captured, numeral: Numeral): boolean {
  let { text } = own.folded()
  return (
    holdsNumber(
      workspace.remember(own, inDigits, () => digitValues(text)),
      numeral
    ) ||
    holdsNumber(
      workspace.remember(own, inWords, () => Float64Array.from(new Set(valuesOfWords(text))).sort()),
      numeral
    )
  )
}
let inDigits = Symbol('numbers in digits')
let inWords = Symbol('numbers in words')

function digitValues(text: string): Float64Array {
  let values = new Set<number>()
  let all = numeralsIn(text)
  for (let numeral of all) for (let { value } of numeral.values) values.add(value)
  // In dates, times and codes, too: 2031-03-14 holds 14. But 17.9 holds no 9.
  let next = 0
  eachAtDigit(text, digitRun, (run, from) => {
    while (next < all.length && all[next].to <= from) next++
    if (!(all[next]?.from <= from)) values.add(Number(run))
  })
  return Float64Array.from(values).sort()
}
let digitRun = /\p{Nd}{1,15}/uy

/**
 * What the number words of a text stand for, each by itself or with the next: `forty-two`. Of other words only the first letter, the
 * last and the length are looked at.
 */
export function valuesOfWords(text: string): number[] {
  let found: number[] = []
  for (let at = 0; at < text.length; ) {
    let end = wordEnd(text, at)
    if (end <= at || end - at < 3 || end - at > 9) {
      at = end > at ? end : end < 0 ? -end : at + 1
      continue
    }
    // What a hyphen binds is one word: “half-time” is no half.
    let next = text.charCodeAt(end) === 45 ? wordEnd(text, end + 1) : end
    let whole = next - end > 3 && next - end < 7 ? next : end
    if (mayCount[shapeOf(text, at, end)]) {
      let value = named.get(text.slice(at, end).toLowerCase())
      let unit = whole > end ? named.get(text.slice(end + 1, whole).toLowerCase()) : undefined
      if (value !== undefined) found.push(value + (value >= 20 && unit !== undefined ? unit : 0))
      else found.push(...(shares[text.slice(at, whole).toLowerCase()] ?? []))
    }
    at = whole
  }
  return found
}

// The end of the word that begins here; negative if there is more in it than letters, and the same place if none begins.
function wordEnd(text: string, from: number): number {
  let all = 1
  let i = from
  for (; i < text.length; i++) {
    let code = text.charCodeAt(i)
    let kind = code < 128 ? wordCodes[code] : 0
    if (kind === 0) break
    all &= kind
  }
  return all === 1 ? i : -i
}
// 1 for letters, 2 for digits and the line below.
let wordCodes = Uint8Array.from({ length: 128 }, (_, code) => {
  let char = String.fromCharCode(code)
  return /[a-z]/i.test(char) ? 1 : /\w/.test(char) ? 2 : 0
})

let shapeOf = (word: string, from: number, to: number) =>
  ((word.charCodeAt(from) & 31) << 9) | ((word.charCodeAt(to - 1) & 31) << 4) | (to - from)
let mayCount = new Uint8Array(1 << 14)
for (let word of [...named.keys(), ...Object.keys(shares)]) mayCount[shapeOf(word, 0, word.length)] = 1

/** Whether the text gives the number, or one that is it when rounded to the places that are written. */
export function holdsNumber(values: Float64Array, numeral: Numeral): boolean {
  // A percentage may be written as a share of one.
  let shares = numeral.percent
    ? numeral.values.map(({ value, unit }) => ({ value: value / 100, unit: unit / 100 }))
    : []
  return [...numeral.values, ...shares].some(({ value, unit }) => {
    let least = value - unit / 2 - 1e-9
    let at = firstIndex(values.length, i => values[i] >= least)
    return at < values.length && values[at] <= value + unit / 2 + 1e-9
  })
}
