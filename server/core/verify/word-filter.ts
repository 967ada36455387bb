import { isWordCode, unspaced } from './match'

/**
 * The words of a text and its pairs of neighbouring words, as a set that may say yes wrongly (about one time in thirty) but
 * never no: a Bloom filter of two bits each. It decides in a microsecond which of thousands of sources are worth
 * searching. Words alone would not do: of a quotation in common words a third of all sources hold every one.
 */
export type WordFilter = Uint32Array

/** Filter over a folded text. It takes about a quarter of the text's size. */
export function wordFilter(text: string): WordFilter {
  let bits = 1024
  while (bits < text.length * 2) bits *= 2
  let filter = new Uint32Array(bits / 32)
  let mask = bits - 1
  let before: number | undefined
  eachWord(text, hash => {
    add(filter, mask, hash)
    if (before !== undefined) add(filter, mask, pairHash(before, hash))
    before = hash
  })
  return filter
}

function add(filter: WordFilter, mask: number, hash: number) {
  let second = hash >>> 15
  filter[(hash & mask) >>> 5] |= 1 << (hash & 31)
  filter[(second & mask) >>> 5] |= 1 << (second & 31)
}

/** Hashes to ask filters with whether a text holds the words, one behind the other: its pairs, or its only word. */
export function wordHashes(text: string): number[] {
  let hashes: number[] = []
  eachWord(text, hash => hashes.push(hash))
  return hashes.length < 2 ? hashes : hashes.slice(1).map((hash, index) => pairHash(hashes[index], hash))
}

/** Whether the text may hold what the hashes stand for. */
export function mayHold(filter: WordFilter, hashes: ArrayLike<number>, from = 0, to = hashes.length): boolean {
  let mask = filter.length * 32 - 1
  for (let i = from; i < to; i++) {
    let hash = hashes[i]
    if (!(filter[(hash & mask) >>> 5] & (1 << (hash & 31)))) return false
    let second = hash >>> 15
    if (!(filter[(second & mask) >>> 5] & (1 << (second & 31)))) return false
  }
  return true
}

// Hashes stay signed: of unsigned ones the engine would allocate every other.
let pairHash = (first: number, second: number) => Math.imul((first << 5) ^ (first >>> 7) ^ second, 0x9e3779b1)

// FNV-1a over each word's code units, capitals as small letters, so that a changed first letter is found.
// In scripts without spaces each character is taken as a word, since any may begin a quotation.
function eachWord(text: string, take: (hash: number) => void) {
  let start = 0x811c9dc5 | 0
  let hash = start
  let inWord = false
  for (let i = 0; i < text.length; i++) {
    let code = text.charCodeAt(i)
    let letter = letters[code] || learn(code)
    if (code >= 0xe00 && alone[code]) {
      if (inWord) take(hash ^ (hash >>> 13))
      hash = Math.imul(start ^ letter, 0x01000193)
      take(hash ^ (hash >>> 13))
      hash = start
      inWord = false
    } else if (letter !== noLetter) {
      hash = Math.imul(hash ^ letter, 0x01000193)
      inWord = true
    } else if (inWord) {
      take(hash ^ (hash >>> 13))
      hash = start
      inWord = false
    }
  }
  if (inWord) take(hash ^ (hash >>> 13))
}

// Code units that words consist of, as small letters; filled as they are met.
let letters = new Uint16Array(0x10000)
let noLetter = 1
// Those that stand alone; half of a pair, too: an emoji beside a word is no part of it.
let alone = new Uint8Array(0x10000)

function learn(code: number): number {
  let letter = isWordCode(code) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : noLetter
  letters[code] = letter
  if (letter !== noLetter && ((code >= 0xd800 && code <= 0xdfff) || unspaced.test(String.fromCharCode(code))))
    alone[code] = 1
  return letter
}
