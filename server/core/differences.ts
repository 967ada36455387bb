import { short } from './fixes/run'
import type { Quotation, Span } from './model'
import { type Difference, fold, originalEnd, originalStart } from './verify'

interface Word {
  text: string
  kind: Difference['kind']
}

/** What differs between a quotation and its source, in words: `The source has “will not sign”, the note “will sign”.` */
export function differingWords(differences: Difference[]): string {
  let words = wordsOf(differences)
  let clusters = clustersOf(words)
  if (clusters.length === 0) return 'The source has these words with other signs between them.'
  let told = clusters.slice(0, 2).map(({ from, to }) => {
    // A word on each side, so that what was left out or added is seen in its place.
    let around = words.slice(Math.max(0, from - 1), to + 1)
    let text = (left: Difference['kind']) =>
      short(around.flatMap(word => (word.kind === left ? [] : [word.text])).join(' '))
    return `“${text('written')}”, the note “${text('source')}”`
  })
  let more = clusters.length - told.length
  let rest = more > 0 ? `, and ${more} more ${more > 1 ? 'places differ' : 'place differs'}` : ''
  return `The source has ${told.join('; it has ')}${rest}.`
}

/**
 * The smallest stretch of the note that holds every difference, with a word on each side of what the note leaves out. The whole
 * quotation where editorial marks stand in the way of telling.
 */
export function differingSpan(quotation: Quotation, differences: Difference[]): Span {
  let whole = { from: quotation.from, to: quotation.to }
  let places = placesOf(quotation, wordsOf(differences))
  if (!places) return whole
  let index = 0
  let touched: number[] = []
  for (let { kind } of wordsOf(differences)) {
    if (kind === 'source') touched.push(index - 1, index)
    if (kind === 'written') touched.push(index)
    if (kind !== 'source') index++
  }
  let found = touched.map(at => places[at]).filter(place => place !== undefined)
  if (found.length === 0) return whole
  return { from: Math.min(...found.map(place => place.from)), to: Math.max(...found.map(place => place.to)) }
}

let wordsOf = (differences: Difference[]): Word[] =>
  differences.flatMap(({ kind, words }) => words.split(' ').map(text => ({ kind, text })))

// Runs of words that are not the same; a single word between two runs belongs to both.
function clustersOf(words: Word[]): Span[] {
  let found: Span[] = []
  for (let [at, { kind }] of words.entries()) {
    if (kind === 'same') continue
    let last = found.at(-1)
    if (last && at - last.to <= 1) last.to = at + 1
    else found.push({ from: at, to: at + 1 })
  }
  return found
}

// Where each word of the quotation stands in the note, or undefined if other words stand between them.
function placesOf(quotation: Quotation, words: Word[]): Span[] | undefined {
  let folded = fold(quotation.words)
  let at = 0
  let places: Span[] = []
  for (let { kind, text } of words) {
    if (kind === 'source') continue
    let from = folded.text.indexOf(text, at)
    if (from < 0 || /[\p{L}\p{N}]/u.test(folded.text.slice(at, from))) return undefined
    at = from + text.length
    let start = quotation.inner.from
    places.push({ from: start + originalStart(folded, from), to: start + originalEnd(folded, at) })
  }
  return places
}
