/** Seeded numbers below a bound: the same in every run (mulberry32). */
export function random(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

/** The same members in another order. */
export function shuffled<T>(members: readonly T[], pick: (below: number) => number): T[] {
  let left = [...members]
  return members.map(() => left.splice(pick(left.length), 1)[0])
}
