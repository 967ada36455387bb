import { holdsNumber, type Numeral, numeralsIn } from './numbers'
import type { Captured } from './verify'
import type { Workspace } from './workspace'

/**
 * Whether a writer may have reckoned the number from others: what one is of another, how far two are apart, how one has changed. Only
 * from figures that stand together, as any number can be had from enough others.
 *
 * @param numeral with its place in the words
 * @param words the sentence it stands in
 * @param given the other figures of the sentence which the source gives
 * @param year of the note's date
 */
export function isReckoned(
  workspace: Workspace,
  own: Captured,
  numeral: Numeral,
  words: string,
  given: number[],
  year: number | undefined
): boolean {
  let behind = words.slice(numeral.to, numeral.to + 20)
  let holds = (values: Iterable<number>) => holdsNumber(Float64Array.from(values).sort(), numeral)
  if (year !== undefined && years.test(behind) && holds(yearsSince(own, year))) return true
  if (numeral.percent) {
    if (holds(sharesOf(given)) || holds(changesOf(given))) return true
    return shares.test(words) && holds(workspace.remember(own, ratios, () => sharesInLines(own)))
  }
  if (rest.test(words) && holds(percentsIn(words).map(value => 100 - value))) return true
  if (divides.test(words.slice(Math.max(0, numeral.from - 20), numeral.from) + behind))
    if (holds(workspace.remember(own, quotients, () => linesOf(own).flatMap(quotientsOf)))) return true
  if (!compares.test(words)) return false
  let apart = workspace.remember(own, differences, () => differencesIn(own))
  if (holdsNumber(apart, numeral) || holds(differencesOf(given))) return true
  // 13 cm, of metres.
  let values = numeral.values.map(({ value, unit }) => ({ value: value / 100, unit: unit / 100 }))
  return hundredths.test(behind) && holdsNumber(apart, { ...numeral, values })
}
let ratios = Symbol('shares')
let differences = Symbol('differences')
let quotients = Symbol('quotients')

let years = /^\s?(?:years?|Jahren?|ans|años|lat|anni|jaar)(?!\p{L})/u
let hundredths = /^\s?(?:cm|centimet|centi|cents?\b|groszy|pence|pfennig|basis points|bp)/i
// One in 29, 67 apiece, 3.1 times.
let divides = /\bone in |\b(?:apiece|each|per|times|a (?:head|day|week|month|year|piece))\b/i
let rest = /\b(?:others?|rest|remain\p{L}*)\b/iu
let shares =
  /\b(?:shares?|hold\p{L}*|holds?|held|stakes?|owns?|owned|of (?:the|all|its|their|his|her)|proportion|accounts? for|made? up)\b/iu
// Whose figures a writer takes from one another. In other sentences they are not looked for.
let compares =
  /\b(?:leads?|led|gaps?|margins?|differen(?:ce|t)s?|points|ahead|behind|lower|higher|more|less|fewer|cheaper|dearer|longer|shorter|older|younger|wider|narrower|above|below|up|down|fell|fallen|rose|risen|dropped|grew|grown|shrank|shrunk|lost|gained|slipped|declined|increased|decreased|reduced|climbed|widened|narrowed|extra|additional|gain|loss|fall|rise|drop|increase|decrease|decline|growth|shortfall|surplus|mehr|weniger|niedriger|höher|de (?:plus|moins)|hausse|baisse|más|menos|subida|bajada|więcej|mniej)\b/i

let percentsIn = (words: string) =>
  numeralsIn(words).flatMap(({ percent, values }) => (percent ? values.map(({ value }) => value) : []))

let mostInLine = 12
let mostInShares = 5

function linesOf(own: Captured): number[][] {
  return own
    .text()
    .split('\n')
    .map(line => figuresOf(line))
}

let figuresOf = (line: string, kind?: 'bare') =>
  numeralsIn(line.slice(0, 500))
    .slice(0, mostInLine)
    .map(({ values }) => (kind ? values[values.length - 1] : values[0]).value)

/** How much the figures of one line, such as the row of a table, differ, and those of its columns. */
function differencesIn(own: Captured): Float64Array {
  let found = new Set<number>()
  let columns: number[][] = []
  for (let line of own.text().split('\n')) {
    for (let value of differencesOf(figuresOf(line))) found.add(value)
    // “3.71 m” may be metres.
    for (let value of differencesOf(figuresOf(line, 'bare'))) found.add(value)
    let cells = line.startsWith('|') ? line.slice(0, 500).split('|').slice(1, mostInLine) : []
    if (cells.length === 0) columns = []
    for (let [index, cell] of cells.entries()) {
      let [value] = figuresOf(cell)
      if (value === undefined) continue
      let column = (columns[index] ??= [])
      for (let other of column.slice(-mostInLine)) found.add(Math.abs(value - other))
      column.push(value)
    }
  }
  return Float64Array.from(found).sort()
}

function sharesInLines(own: Captured): number[] {
  return linesOf(own).flatMap(line => (line.length <= mostInShares ? sharesOf(line) : []))
}

function* pairs(values: number[]): Generator<[number, number]> {
  for (let [index, one] of values.slice(0, mostInLine).entries())
    for (let other of values.slice(0, index)) yield one < other ? [one, other] : [other, one]
}

let differencesOf = (values: number[]) => [...pairs(values)].map(([less, more]) => more - less)
let sharesOf = (values: number[]) => [...pairs(values)].map(([less, more]) => (more > 0 ? (100 * less) / more : 0))
let quotientsOf = (values: number[]) => [...pairs(values)].map(([less, more]) => (less > 0 ? more / less : 0))
let changesOf = (values: number[]) =>
  [...pairs(values)].flatMap(([less, more]) =>
    less > 0 ? [(100 * (more - less)) / less, (100 * (more - less)) / more] : []
  )

// Since a year, or until one.
function yearsSince(own: Captured, year: number): number[] {
  let found = own.text().match(/(?<!\p{Nd})(?:1[5-9]|20|21)\p{Nd}\p{Nd}(?!\p{Nd})/gu) ?? []
  return [...new Set(found)].map(other => Math.abs(year - Number(other)))
}
