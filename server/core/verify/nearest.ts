import type { Span } from '../model'
import { boundPrefix, isWhole, unspaced } from './match'

/** One stretch of a word-by-word comparison: the same in both, only in the quotation, only in the source. */
export interface Difference {
  kind: 'same' | 'written' | 'source'
  words: string
  /** Of the source's: where they stand in its folded text. */
  at?: Span
}

export interface Nearest {
  /** Offsets in the folded text. */
  span: Span
  differences: Difference[]
  /** Words of the quotation that stand in the passage, in order, as a share of the longer of the two. */
  likeness: number
}

/** Below this share the passage is another passage, and not the quotation with changes. */
export let least = 0.5
let maxWords = 400
let maxLength = 8000
let candidates = 4

interface Word extends Span {
  text: string
  /** In small letters without marks: words that differ in these only are one another's counterparts, and differ. */
  key: string
}

/**
 * The passage of the folded text that is most like the folded words, or undefined if nothing is. Each of the quotation's rarer
 * words votes for the place where the quotation would have to begin; the best few places are compared word by word.
 * Costs a bounded number of searches over the text and a bounded comparison. Likeness decides only between *altered*
 * and *absent*; it never makes a pass.
 */
export function nearest(text: string, words: string): Nearest | undefined {
  let wanted = wordsIn(words, 0, Math.min(words.length, maxLength)).slice(0, maxWords)
  if (wanted.length < 2) return undefined
  // What is compared of the words decides how much of the text is, too.
  words = words.slice(0, wanted[wanted.length - 1].to)
  let best: Nearest | undefined
  for (let start of likelyStarts(text, words, wanted)) {
    let slack = 40 + Math.ceil(words.length * 0.5)
    // Close around the place first: with more to choose from, words of the sentences beside it may be taken for the quotation's.
    for (let room of [8, slack]) {
      let window = wordsIn(text, Math.max(0, start - room), Math.min(text.length, start + words.length + room))
      let found = align(words, text, wanted, window)
      if (found && (!best || found.likeness > best.likeness)) best = found
    }
  }
  if (!best || best.likeness < least) return undefined
  if (best.differences.some(({ kind }) => kind !== 'same')) return best
  // No word differs, so marks do: compare what stands between blanks.
  let { from, to } = best.span
  let marked = compareMarks(/\S+/g, words, text, from, to)
  // Nor do they, so words are cut: compare with the whole ones.
  if (!marked) {
    from = text.lastIndexOf(' ', from - 1) + 1
    to = text.indexOf(' ', to) < 0 ? text.length : text.indexOf(' ', to)
    marked = compareMarks(compound, words, text, from, to)
  }
  return { ...best, ...marked }
}

let compound = /[\p{L}\p{N}](?:\S*[\p{L}\p{N}%])?/gu

function compareMarks(pattern: RegExp, words: string, text: string, from: number, to: number) {
  let found = align(words, text, tokens(pattern, words, 0, words.length), tokens(pattern, text, from, to))
  return found?.differences.some(({ kind }) => kind !== 'same') ? found : undefined
}

// A word with what belongs to it: a prefix that is none without it, a number's sign and currency. In a script without spaces, a letter.
let letters = `(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`
let wordPattern = new RegExp(
  `${unspaced.source}\\p{M}*|(?:(?<![\\p{L}\\p{N}])(?:${boundPrefix})-|(?:(?<=^|\\s|\\()-)?[$€£¥₽₴₹]?)(?:(?<!\\d)\\d{1,3}(?: \\d{3})+(?![\\d\\p{L}])|${letters}(?:['.,:/]?${letters})*)%?`,
  'gu'
)

let wordsIn = (text: string, from: number, to: number) => tokens(wordPattern, text, from, to)

/** The words without what stands before the first and behind the last. */
export function withinWords(text: string): string {
  let words = wordsIn(text, 0, text.length)
  return words.length > 0 ? text.slice(words[0].from, words[words.length - 1].to) : ''
}

function tokens(pattern: RegExp, text: string, from: number, to: number): Word[] {
  let found: Word[] = []
  for (let match of text.slice(from, to).matchAll(pattern)) {
    let at = from + match.index
    if (!isWhole(text, at, at + match[0].length)) continue
    found.push({ from: at, to: at + match[0].length, text: match[0], key: keyOf(match[0]) })
  }
  return found
}

function keyOf(word: string): string {
  if (/^[a-z\d]*$/.test(word)) return word
  let bare = word.normalize('NFD').replace(/\p{M}+/gu, '')
  return (bare || word).toLowerCase()
}

// Offsets at which the quotation would begin, best first. A word that stands everywhere says little, so it votes less.
function likelyStarts(text: string, words: string, wanted: Word[]): number[] {
  let seen = new Set<string>()
  let chosen = wanted
    .filter(word => word.text.length > 2 && !seen.has(word.text) && seen.add(word.text))
    .sort((a, b) => b.text.length - a.text.length)
    .slice(0, 12)
  if (chosen.length === 0) chosen = wanted.slice(0, 4)
  let bucketSize = Math.max(24, words.length >> 1)
  let votes = new Map<number, { weight: number; start: number }>()
  for (let word of chosen) {
    let places: number[] = []
    for (let at = text.indexOf(word.text); at >= 0 && places.length < 3000; at = text.indexOf(word.text, at + 1)) {
      if (isWhole(text, at, at + word.text.length)) places.push(at)
    }
    for (let place of places) {
      let start = Math.max(0, place - word.from)
      let bucket = Math.floor(start / bucketSize)
      // A place near the edge of a bucket counts for both sides.
      for (let near of [bucket, Math.round(start / bucketSize) > bucket ? bucket + 1 : bucket - 1]) {
        let vote = votes.get(near)
        let weight = 1 / Math.sqrt(places.length)
        if (vote) vote.weight += weight
        else votes.set(near, { weight, start })
      }
    }
  }
  let starts: number[] = []
  for (let { start } of [...votes.values()].sort((a, b) => b.weight - a.weight || a.start - b.start)) {
    // Both sides of a bucket's edge may have been voted for.
    if (starts.every(other => Math.abs(other - start) > 8)) starts.push(start)
    if (starts.length === candidates) break
  }
  return starts
}

// Longest common run of words in order, the source's ends free; ties go to the passage that is closest together.
function align(words: string, text: string, wanted: Word[], window: Word[]): Nearest | undefined {
  let columns = window.length + 1
  let score = new Int16Array((wanted.length + 1) * columns)
  for (let i = wanted.length - 1; i >= 0; i--) {
    for (let j = window.length - 1; j >= 0; j--) {
      let at = i * columns + j
      score[at] =
        wanted[i].key === window[j].key ? score[at + columns + 1] + 1 : Math.max(score[at + columns], score[at + 1])
    }
  }
  let pairs: [number, number][] = []
  for (let i = 0, j = 0; i < wanted.length && j < window.length; ) {
    let at = i * columns + j
    if (wanted[i].key === window[j].key && score[at] === score[at + columns + 1] + 1) pairs.push([i++, j++])
    else if (score[at + 1] >= score[at + columns]) j++
    else i++
  }
  // The last word stands as early as it can; the others now move as near to it as they can.
  for (let k = pairs.length - 2; k >= 0; k--) {
    let [i, first] = pairs[k]
    let j = pairs[k + 1][1] - 1
    while (j > first && window[j].key !== wanted[i].key) j--
    pairs[k] = [i, j]
  }
  pairs = tighten(pairs, wanted.length)
  if (pairs.length < 2) return undefined
  // The passage also takes the source's words that stand where the quotation's first and last words differ.
  let [firstI, firstJ] = pairs[0]
  let [lastI, lastJ] = pairs[pairs.length - 1]
  let from = Math.max(0, firstJ - firstI)
  let to = Math.min(window.length - 1, lastJ + (wanted.length - 1 - lastI))
  let span = { from: window[from].from, to: window[to].to }
  let likeness = pairs.length / Math.max(wanted.length, to - from + 1)
  return {
    span,
    likeness,
    differences: differences(
      words,
      text,
      wanted,
      window.slice(from, to + 1),
      pairs.map(([i, j]) => [i, j - from])
    )
  }
}

// A pair at either end that stands far from the rest is chance: a “the” before the passage.
function tighten(pairs: [number, number][], length: number): [number, number][] {
  let limit = 6 + (length >> 2)
  let from = 0
  let to = pairs.length
  let gap = (a: number, b: number) => pairs[b][1] - pairs[a][1] - (pairs[b][0] - pairs[a][0])
  let middle = pairs.length >> 1
  for (let k = middle; k > 0; k--) if (gap(k - 1, k) > limit) from = Math.max(from, k)
  for (let k = middle; k + 1 < pairs.length; k++) if (gap(k, k + 1) > limit) to = Math.min(to, k + 1)
  return pairs.slice(from, to)
}

// Each stretch with the signs that stand in it.
function differences(quoted: string, text: string, wanted: Word[], passage: Word[], pairs: number[][]): Difference[] {
  let found: (Span & { kind: Difference['kind'] })[] = []
  let push = (kind: Difference['kind'], words: Word[]) => {
    if (words.length === 0) return
    let last = found.at(-1)
    if (last?.kind === kind) last.to = words[words.length - 1].to
    else found.push({ kind, from: words[0].from, to: words[words.length - 1].to })
  }
  let i = 0
  let j = 0
  for (let [nextI, nextJ] of [...pairs, [wanted.length, passage.length]]) {
    let isPair = nextI < wanted.length
    let isSame = isPair && areSame(wanted[nextI].text, passage[nextJ].text, nextI === 0)
    push('written', wanted.slice(i, isPair && !isSame ? nextI + 1 : nextI))
    push('source', passage.slice(j, isPair && !isSame ? nextJ + 1 : nextJ))
    if (isSame) push('same', [wanted[nextI]])
    i = nextI + 1
    j = nextJ + 1
  }
  return found.map(({ kind, from, to }) =>
    kind === 'source'
      ? { kind, words: text.slice(from, to), at: { from, to } }
      : { kind, words: quoted.slice(from, to) }
  )
}

// The first letter of a quotation may be of either case.
let areSame = (written: string, source: string, isFirst: boolean) =>
  written === source ||
  (isFirst && written.slice(1) === source.slice(1) && written[0].toLowerCase() === source[0].toLowerCase())

/** Neighbours of one kind made one. */
export function joined(differences: Difference[]): Difference[] {
  let found: Difference[] = []
  for (let own of differences) {
    let last = found.at(-1)
    if (last?.kind === own.kind) found[found.length - 1] = { kind: own.kind, words: `${last.words} ${own.words}` }
    else found.push(own)
  }
  return found
}
