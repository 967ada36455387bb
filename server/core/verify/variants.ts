import type { Span } from '../model'
import type { Captured } from './captured'
import { findDamaged, holdsLetters } from './damage'
import { findWords } from './match'
import { type Difference, nearest } from './nearest'
import { indexOfWords } from './search'
import { unfold } from './unfold'
import type { Library, Passage } from './verdict'
import { wordHashes } from './word-filter'

/** Where another source has words like those of a passage, and how they differ: `written` are the passage's own. */
export interface Variant {
  passage: Passage
  differences: Difference[]
}

/** What is asked for other versions. */
export interface Shelves extends Library {
  /**
   * The captured texts that may hold what all these lists of hashes stand for but so many. With `words` the caller looks no further at those
   * of which `mayVary` says no, and names the others in `restOn`; where they are `tooMany`, none is given.
   */
  holdingMost(lists: number[][], missing: 0 | 1, words: string): Generator<void, Captured[]>
  restOn(own: Captured): void
  /** Whether a text may hold what the hashes stand for. */
  mayHold(own: Captured, hashes: number[]): boolean
}

/** Fewer words in common say nothing of a common text. */
let leastWords = 5
/** Below this share of words in common it is another sentence. */
let leastLikeness = 0.7
let mostWords = 60
/** Words that stand everywhere are nobody's: so many texts that may hold two thirds of a passage, its own among them, are not looked at. */
export let tooMany = 10
let mostFound = 3

/**
 * Other sources that hold most of a passage's words in order, but not all: at most three. The passage is cut into three, and whoever has the
 * words as they were before one change still has two of the three whole: one question to the index of word pairs (some
 * microseconds, however many sources there are), a few `indexOf` in each of at most eight sources, and a comparison word by
 * word with the few that have two pieces near one another. Refused: asking every source for the passage most like the words, a second
 * for thousands.
 */
export function* variants(library: Shelves, own: Captured, span: Span): Generator<void, Variant[]> {
  let { text } = own.folded()
  let words = text.slice(span.from, span.to)
  let pieces = inThree(words)
  if (!pieces) return []
  let hashes = pieces.map(wordHashes)
  let likely = yield* library.holdingMost(hashes, 1, words)
  let found: Variant[] = []
  for (let other of likely.sort((a, b) => (a.source.path < b.source.path ? -1 : 1))) {
    if (other === own) continue
    let { text } = other.folded()
    if (!mayVary(text, words, own => library.mayHold(other, own))) continue
    library.restOn(other)
    yield
    let like = nearest(text, words)
    if (like && isVariant(like.differences) && like.likeness >= leastLikeness) {
      if (isCapture(own, other, words, like.span)) continue
      let passage = { source: other.source.key, path: other.source.path, ...unfold(other.folded(), like.span) }
      found.push({ passage, differences: like.differences })
    }
    if (found.length === mostFound) break
  }
  return found
}

/** Whether a folded text may have a version of folded words. @param mayHold tells of hashes whether the text may hold what they stand for */
export function mayVary(text: string, words: string, mayHold: (hashes: number[]) => boolean): boolean {
  let held = (inThree(words) ?? []).filter(piece => mayHold(wordHashes(piece)))
  // Who has them all has them together, by far most often; that is agreement, and no variant.
  return standTogether(text, held, words.length) && findWords(text, words, 1).length === 0
}

// Whether two of the pieces, of which two or three are given, stand in their order and near one another. Of each the first few places are looked at, letter by letter: one
// that begins a sentence here and none there is not found, and the other two are.
function standTogether(text: string, pieces: string[], length: number): boolean {
  let ends: number[] = []
  for (let [k, piece] of pieces.entries()) {
    let at = indexOfWords(text, piece)
    for (let seen = 0; at >= 0 && seen < 4; seen++, at = indexOfWords(text, piece, at + 1)) {
      if (ends.some(end => at >= end && at - end < length + 40)) return true
      ends.push(at + piece.length)
    }
    // Two are needed.
    if (k === pieces.length - 2 && ends.length === 0) return false
  }
  return false
}

// Three stretches of whole words, about equal; undefined for too few words or too many.
function inThree(words: string): string[] | undefined {
  let all = words.split(' ')
  if (all.length < leastWords || all.length > mostWords) return undefined
  let third = all.length / 3
  return [0, 1, 2].map(k => all.slice(Math.round(k * third), Math.round((k + 1) * third)).join(' '))
}

// Two captures of one text, of which extraction has damaged one, differ in no word.
function isCapture(own: Captured, other: Captured, words: string, like: Span): boolean {
  let { text } = other.folded()
  if (own.damaged() && letters(text.slice(like.from, like.to)).includes(letters(words))) return true
  return other.damaged() && holdsLetters(text, words) && findDamaged(other, words).length > 0
}

let letters = (words: string) => words.replace(/[^\p{L}\p{N}]+/gu, '')

// Words differ, and not marks alone; and enough are the same, of those that say something: “at the end of the year, according to the
// ministry” is anybody's.
function isVariant(differences: Difference[]): boolean {
  let same = 0
  let differ = false
  let telling = { same: 0, written: 0, source: 0 }
  for (let { kind, words } of differences) {
    if (kind === 'same') same += words.split(' ').length
    else differ ||= /\p{L}{2}|\p{N}/u.test(words)
    for (let [word] of words.matchAll(/[\p{L}\p{N}]+/gu)) if (!small.test(word)) telling[kind]++
  }
  let most = telling.same + Math.max(telling.written, telling.source)
  return differ && same >= leastWords && telling.same >= leastTelling && telling.same >= most * leastLikeness
}

let leastTelling = 4
// Words that stand in any report: the small ones, and who said it when.
let small =
  /^(?:\p{L}{1,2}|the|and|but|not|for|nor|yet|that|this|these|those|with|from|into|over|under|about|after|before|than|then|they|them|their|there|here|his|her|hers|its|our|you|your|who|whom|whose|which|what|when|where|why|how|was|were|are|been|being|has|have|had|will|would|shall|should|can|could|may|might|must|did|does|done|all|any|some|each|every|one|two|more|most|much|many|very|also|only|just|said|says|say|told|tells|added|according|year|month|week|day|days|time|end|first|last|next|today|yesterday|percent|per|cent)$/iu
