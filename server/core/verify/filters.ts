import type { Captured } from './captured'
import { mayHold, type WordFilter } from './word-filter'

/**
 * Which of many sources may hold words. The word filters of sources of one size lie side by side, as columns of bits: one look at a
 * row, which for a bit of a filter says which of up to 512 sources have it, tells of them all, so that thousands are asked in a
 * few microseconds. Filters of long texts stay alone: they would be too few to fill a row; and so do all until somebody has asked often.
 */
export class Filters {
  private readonly waiting = new Set<Captured>()
  private readonly groups: Group[] = []
  private readonly places = new Map<Captured, { group: Group; column: number }>()
  private readonly alone = new Map<Captured, WordFilter>()
  private searches = 0
  private isGrouped = true

  add(own: Captured) {
    this.waiting.add(own)
  }

  delete(own: Captured) {
    this.waiting.delete(own)
    this.alone.delete(own)
    let place = this.places.get(own)
    if (!place) return
    this.places.delete(own)
    place.group.sources[place.column] = undefined
    eachBit(own.filter(), place.group, place.column, (rows, at, bit) => {
      rows[at] &= ~bit
    })
  }

  /** Folds and enters what was added, one source at a step: the one that is ready now. */
  *ready(): Generator<Captured, void> {
    for (let own of this.waiting) {
      this.readAlone(own)
      this.group(own)
      yield own
    }
    if (this.isGrouped) return
    for (let own of this.alone.keys()) {
      this.group(own)
      yield own
    }
    this.isGrouped = true
  }

  /** The sources whose texts may hold what the hashes stand for, in no order: about one in thirty wrongly for each hash, none missed. */
  holding(hashes: number[]): Generator<void, Captured[]> {
    return this.holdingMost([hashes], 0)
  }

  /** The same of all these lists of hashes but so many: none, or one. */
  *holdingMost(lists: number[][], missing: 0 | 1): Generator<void, Captured[]> {
    // For a few questions, it takes longer to enter all than to ask each.
    if (++this.searches > mostSearches) for (let _ of this.ready()) yield
    for (let own of this.waiting) {
      this.readAlone(own)
      yield
    }
    let found: Captured[] = []
    // Those that fewest hold come first: after these there is mostly nothing left to ask.
    lists = [...lists].sort((a, b) => b.length - a.length)
    for (let [own, filter] of this.alone)
      if (lists.reduce((lacks, hashes) => lacks + (mayHold(filter, hashes) ? 0 : 1), 0) <= missing) found.push(own)
    for (let group of this.groups) collect(group, lists, missing, found)
    return found
  }

  /** Whether the text of one source may hold what the hashes stand for. */
  mayHold(own: Captured, hashes: number[]): boolean {
    if (this.waiting.has(own)) this.readAlone(own)
    let alone = this.alone.get(own)
    if (alone) return mayHold(alone, hashes)
    let place = this.places.get(own)
    if (!place) return false
    let { rows, width } = place.group
    let mask = rows.length / width - 1
    let at = place.column >>> 5
    let bit = 1 << (place.column & 31)
    for (let hash of hashes)
      if ((rows[(hash & mask) * width + at] & rows[((hash >>> 15) & mask) * width + at] & bit) === 0) return false
    return true
  }

  private readAlone(own: Captured) {
    this.waiting.delete(own)
    this.alone.set(own, own.filter())
    this.isGrouped = false
  }

  private group(own: Captured) {
    let filter = this.alone.get(own)!
    if (filter.length > longest) return
    this.alone.delete(own)
    let size = filter.length * 32
    let group = this.groups.find(
      ({ rows, width, sources }) => rows.length === size * width && sources.includes(undefined)
    )
    group ??= this.widened(size)
    let column = group.sources.indexOf(undefined)
    group.sources[column] = own
    this.places.set(own, { group, column })
    eachBit(filter, group, column, (rows, at, bit) => {
      rows[at] |= bit
    })
  }

  // A full group of the size with twice the columns, else a new one: never more than twice what the filters would take alone.
  private widened(size: number): Group {
    let group = this.groups.find(({ rows, width }) => rows.length === size * width && width < widest)
    if (!group) {
      group = { rows: new Int32Array(size), width: 1, sources: new Array(32).fill(undefined) }
      this.groups.push(group)
      return group
    }
    let { rows, width } = group
    group.rows = new Int32Array(rows.length * 2)
    group.width = width * 2
    group.sources.push(...new Array(width * 32).fill(undefined))
    for (let row = 0; row < size; row++)
      for (let k = 0; k < width; k++) group.rows[row * width * 2 + k] = rows[row * width + k]
    return group
  }
}

interface Group {
  /** For each bit of a filter, `width` integers: the sources that have it. */
  rows: Int32Array
  width: number
  /** By column. */
  sources: (Captured | undefined)[]
}

/** As many as the check of some notes asks. */
let mostSearches = 400
/** Integers of a filter that goes into a group: of texts up to 128,000 characters. */
let longest = 8192
/** What a processor fetches from memory at once. */
let widest = 16

// Puts into `found` the sources of those columns that have every bit of the hashes of all lists, but of so many as may be missing: 32
// columns at a time, and no further than any of them is left.
function collect({ rows, width, sources }: Group, lists: number[][], missing: 0 | 1, found: Captured[]) {
  let mask = rows.length / width - 1
  for (let k = 0; k < width; k++) {
    // Columns that lack no list so far, and those that lack one at most.
    let none = -1
    let one = -1
    for (let i = 0; i < lists.length && (missing ? one : none) !== 0; i++) {
      let hashes = lists[i]
      let held = missing ? one : none
      for (let j = 0; j < hashes.length && held !== 0; j++)
        held &= rows[(hashes[j] & mask) * width + k] & rows[((hashes[j] >>> 15) & mask) * width + k]
      one = none | (one & held)
      none &= held
    }
    for (let all = missing ? one : none; all !== 0; all &= all - 1) {
      let own = sources[k * 32 + 31 - Math.clz32(all & -all)]
      if (own) found.push(own)
    }
  }
}

function eachBit(
  filter: WordFilter,
  { rows, width }: Group,
  column: number,
  take: (rows: Int32Array, at: number, bit: number) => void
) {
  let at = column >>> 5
  let bit = 1 << (column & 31)
  for (let index = 0; index < filter.length; index++)
    for (let bits = filter[index]; bits !== 0; bits &= bits - 1)
      take(rows, (index * 32 + 31 - Math.clz32(bits & -bits)) * width + at, bit)
}
