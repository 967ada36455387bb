import type { Captured } from './captured'
import { mayHold, type WordFilter, wordFilter } from './word-filter'

/**
 * Which of many sources may hold words. The word filters of up to 32 sources of one size lie side by side, as the bits of one
 * block of integers: one look at a block for each bit of a word says what all its sources hold, so that thousands are asked in
 * some ten microseconds. A block takes what its filters would take alone. Filters of long texts stay alone: a block that is not
 * full takes what a full one does.
 */
export class Filters {
  private readonly waiting = new Set<Captured>()
  private readonly blocks: Block[] = []
  private readonly places = new Map<Captured, { block: Block; column: number }>()
  private readonly long = new Map<Captured, WordFilter>()

  add(own: Captured) {
    this.waiting.add(own)
  }

  delete(own: Captured) {
    this.waiting.delete(own)
    this.long.delete(own)
    let place = this.places.get(own)
    if (!place) return
    this.places.delete(own)
    let { block, column } = place
    block.sources[column] = undefined
    for (let row = 0; row < block.rows.length; row++) block.rows[row] &= ~(1 << column)
  }

  /** Folds and enters what was added, one source at a step: the one that is ready now. */
  *ready(): Generator<Captured, void> {
    for (let own of this.waiting) {
      this.enter(own)
      yield own
    }
  }

  /** The sources whose texts may hold what the hashes stand for, in no order: about one in thirty wrongly for each hash, none missed. */
  *holding(hashes: number[]): Generator<void, Captured[]> {
    for (let _ of this.ready()) yield
    let found = [...this.long].flatMap(([own, filter]) => (mayHold(filter, hashes) ? own : []))
    for (let { rows, sources } of this.blocks) {
      let all = held(rows, hashes)
      for (; all !== 0; all &= all - 1) {
        let own = sources[31 - Math.clz32(all & -all)]
        if (own) found.push(own)
      }
    }
    return found
  }

  /** Whether the text of one source may hold what the hashes stand for. */
  mayHold(own: Captured, hashes: number[]): boolean {
    if (this.waiting.has(own)) this.enter(own)
    let long = this.long.get(own)
    if (long) return mayHold(long, hashes)
    let place = this.places.get(own)
    return !!place && (held(place.block.rows, hashes, 1 << place.column) & (1 << place.column)) !== 0
  }

  private enter(own: Captured) {
    this.waiting.delete(own)
    let filter = wordFilter(own.folded().text)
    if (filter.length > longest) return void this.long.set(own, filter)
    let size = filter.length * 32
    let block = this.blocks.find(({ rows, sources }) => rows.length === size && sources.includes(undefined))
    if (!block) {
      block = { rows: new Int32Array(size), sources: new Array(32).fill(undefined) }
      this.blocks.push(block)
    }
    let column = block.sources.indexOf(undefined)
    block.sources[column] = own
    this.places.set(own, { block, column })
    for (let index = 0; index < filter.length; index++)
      for (let bits = filter[index]; bits !== 0; bits &= bits - 1)
        block.rows[index * 32 + 31 - Math.clz32(bits & -bits)] |= 1 << column
  }
}

interface Block {
  /** For each bit of a filter, the sources that have it. */
  rows: Int32Array
  sources: (Captured | undefined)[]
}

/** Integers of a filter that goes into a block: of texts up to 128,000 characters. */
let longest = 8192

// The columns, of those asked for, that have every bit of the hashes.
function held(rows: Int32Array, hashes: number[], columns = -1): number {
  let mask = rows.length - 1
  for (let hash of hashes) {
    columns &= rows[hash & mask] & rows[(hash >>> 15) & mask]
    if (columns === 0) return 0
  }
  return columns
}
