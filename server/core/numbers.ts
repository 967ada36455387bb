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

let digits =
  /(?<![\p{L}\p{Nd}.,:/-])(?:\p{Nd}{1,3}(?:[\u00a0\u202f' ]\p{Nd}{3})+|\p{Nd}+(?:[.,]\p{Nd}{3})*)(?:[.,]\p{Nd}+)?(?!\p{Nd}|[:/.,]\p{Nd})/gu
let scales: [RegExp, number][] = [
  [/^[\s-]?(?:thousand\b|k\b)/i, 1e3],
  [/^[\s-]?(?:million\b|mn\b|m\b)/i, 1e6],
  [/^[\s-]?(?:billion\b|bn\b|b\b)/i, 1e9],
  [/^[\s-]?(?:trillion\b|tn\b)/i, 1e12]
]
let share = /^[\s-]?(?:%|per\s?cent\b|percent\b|pct\b)/i

/** The numbers a text writes in digits, years and days of months included; not parts of dates such as 2031-03-14, times or codes. */
export function numeralsIn(text: string): Numeral[] {
  let found: Numeral[] = []
  for (let { 0: written, index: from } of text.matchAll(digits)) {
    let to = from + written.length
    let scale = scales.find(([pattern]) => pattern.test(text.slice(to, to + 12)))
    if (/^\p{L}/u.test(text.slice(to, to + 2)) && !scale && !/^(?:st|nd|rd|th)\b/.test(text.slice(to, to + 3))) continue
    let factor = scale?.[1] ?? 1
    let behind = text.slice(to, to + 30).replace(scale?.[0] ?? /^/, '')
    let values = readingsOf(written).flatMap(({ value, unit }) =>
      [...new Set([factor, 1])].map(by => ({ value: value * by, unit: unit * by }))
    )
    found.push({ from, to, values, percent: share.test(behind) })
  }
  return found
}

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

/** Every value a captured text gives, in digits or words, sorted. Kept as long as the text is. */
export function numbersIn(workspace: Workspace, own: Captured): Float64Array {
  return workspace.remember(own, numbers, () => {
    let { text } = own.folded()
    let values = new Set(numeralsIn(text).flatMap(numeral => numeral.values.map(own => own.value)))
    // In dates, times and codes, too: 2031-03-14 holds 14.
    for (let [run] of text.matchAll(/\p{Nd}{1,15}/gu)) values.add(Number(run))
    for (let [word, ten, one] of text.toLowerCase().matchAll(/\b([a-z]{3,9})(?:-([a-z]{3,5}))?\b/g)) {
      let value = named.get(ten)
      let unit = one === undefined ? undefined : named.get(one)
      if (value !== undefined) values.add(value + (value >= 20 && unit !== undefined ? unit : 0))
      else for (let other of shares[word] ?? []) values.add(other)
    }
    return Float64Array.from(values).sort()
  })
}
let numbers = Symbol('numbers')

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
