/**
 * The candidate a word was most likely meant to be, or undefined: equal but for case, else within one edit for words of four or
 * five characters and two for longer ones. An edit inserts, drops or changes a character or swaps two neighbours.
 * Of several equally near the first is taken.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let folded = word.toLowerCase()
  let limit = word.length < 4 ? 0 : word.length < 6 ? 1 : 2
  let best: string | undefined
  let least = limit + 1
  for (let candidate of candidates) {
    if (Math.abs(candidate.length - word.length) >= least) continue
    let edits = editDistance(folded, candidate.toLowerCase(), least)
    if (edits >= least) continue
    best = candidate
    least = edits
    if (edits === 0) break
  }
  return best
}

/** Optimal string alignment distance; `limit` when it is not below it. Costs (2 × limit) × length. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit
  let before: number[] = []
  let above = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    let row = [i]
    let first = Math.max(1, i - limit)
    let last = Math.min(b.length, i + limit)
    for (let j = 1; j < first; j++) row.push(limit)
    let least = i
    for (let j = first; j <= last; j++) {
      let same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1)
      let edits = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (same ? 0 : 1))
      let swapped = a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)
      if (i > 1 && j > 1 && swapped) edits = Math.min(edits, before[j - 2] + 1)
      row.push(edits)
      least = Math.min(least, edits)
    }
    while (row.length <= b.length) row.push(limit)
    if (least >= limit) return limit
    before = above
    above = row
  }
  return Math.min(limit, above[b.length])
}
