import type { Asked } from '../../core'

export type Search = Asked['searches'][number]

/**
 * Searches as numbers, one behind the other: how many lists may be missing, each list with its length before it, how many texts were found
 * and which, and the length of the words, which stand together in a text of their own; -1 if there are none.
 */
export interface Packed {
  numbers: Int32Array
  words: string
}

/** @param numberOf of a path */
export function pack(searches: readonly Search[], numberOf: (path: string) => number): Packed {
  let numbers: number[] = []
  for (let { lists, missing, words, found } of searches) {
    numbers.push(missing, lists.length)
    for (let hashes of lists) numbers.push(hashes.length, ...hashes)
    numbers.push(found.length, ...found.map(numberOf), words?.length ?? -1)
  }
  return { numbers: Int32Array.from(numbers), words: searches.map(own => own.words ?? '').join('') }
}

/**
 * Whether each search finds a text now where it found it before.
 *
 * @param number of the text's path; undefined if no search found it
 * @param mayHold tells of the numbers from one place to another whether the text may hold what they stand for as hashes
 * @param mayVary asked of words that were looked for in it and are again
 */
export function findSame(
  { numbers, words }: Packed,
  number: number | undefined,
  mayHold: (from: number, to: number) => boolean,
  mayVary: (words: string, count: number) => boolean
): boolean {
  let from = 0
  for (let at = 0; at < numbers.length; ) {
    let [missing, count] = [numbers[at], numbers[at + 1]]
    let lacks = 0
    at += 2
    for (let k = 0; k < count; k++) {
      let end = at + 1 + numbers[at]
      if (lacks <= missing && !mayHold(at + 1, end)) lacks++
      at = end
    }
    let found = numbers[at]
    let was = number !== undefined && numbers.subarray(at + 1, at + 1 + found).includes(number)
    let length = numbers[at + 1 + found]
    at += 2 + found
    let is = lacks <= missing
    // Without words, whatever was found is a source that was asked for.
    if (length < 0 ? is : is !== was) return false
    if (is && length >= 0 && mayVary(words.slice(from, from + length), found)) return false
    from += Math.max(0, length)
  }
  return true
}

export function unpack({ numbers, words }: Packed, pathOf: (number: number) => string): Search[] {
  let searches: Search[] = []
  let at = 0
  let from = 0
  let list = () => {
    let start = at + 1
    at = start + numbers[at]
    return Array.from(numbers.subarray(start, at))
  }
  while (at < numbers.length) {
    let missing = numbers[at] as 0 | 1
    let lists: number[][] = new Array(numbers[at + 1])
    at += 2
    for (let k = 0; k < lists.length; k++) lists[k] = list()
    let found = list().map(pathOf)
    let length = numbers[at++]
    searches.push({ missing, lists, found, words: length < 0 ? undefined : words.slice(from, from + length) })
    from += Math.max(0, length)
  }
  return searches
}
