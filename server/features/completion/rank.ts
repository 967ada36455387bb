import { eachStarting, foldName, holding, type Match, type NameIndex } from '../../core'

/** How often keys are used in this note. What comes first in a list has been used before. */
export type Use = Iterable<readonly [key: string, count: number]>

/** A note's keys, each as often as it is used. */
export let usesOf = (keys: string[]): [string, number][] => keys.map(key => [key, 1])

let most = 100

/**
 * What the typed words may stand for, at most a hundred: names with a word that begins so, then names that hold them inside a word;
 * each by use here, use everywhere, name.
 */
export function ranked(index: NameIndex, typed: string, here: Use): Match[] {
  let folded = foldName(typed)
  // “@-” is no name, and a space behind a whole name begins the next word of the text.
  if (typed !== '' && folded === '') return []
  if (/\s$/.test(typed) && !goesOn(index, folded)) return []
  let used = new Int32Array(index.keys.length)
  for (let [key, count] of here) {
    let owner = index.ownerOf.get(key)
    if (owner !== undefined) used[owner] += count
  }
  let best = new Best(index, used)
  eachStarting(index, folded, (owner, entry) => best.add(owner, entry))
  let matches = best.list().map(({ owner, entry }) => ({ owner, rest: entry < 0 ? '' : index.suffixes[entry] }))
  if (matches.length >= few || folded.length < 3) return matches
  let seen = new Set(matches.map(match => match.owner))
  let inner = holding(index, folded, most).filter(match => !seen.has(match.owner))
  let others = new Best(index, used)
  for (let [at, { owner }] of inner.entries()) others.add(owner, at)
  return [...matches, ...others.list().map(({ entry }) => inner[entry])]
}

function goesOn(index: NameIndex, folded: string): boolean {
  let found = false
  eachStarting(index, `${folded} `, () => {
    found = true
  })
  return found
}

// With so many that begin as typed, those that merely hold it are not looked for.
let few = 20

interface Candidate {
  owner: number
  entry: number
  here: number
  everywhere: number
}

/** Keeps the hundred that are used most: thousands may begin with one letter, and sorting them all would be felt. */
class Best {
  private kept: Candidate[] = []
  private last: Candidate | undefined

  constructor(
    private readonly index: NameIndex,
    /** By owner: how often it is used in this note. */
    private readonly used: Int32Array
  ) {}

  add(owner: number, entry: number) {
    let here = this.used[owner]
    let everywhere = this.index.counters[owner].count
    let { last } = this
    if (last && (here - last.here || everywhere - last.everywhere || last.owner - owner) < 0) return
    this.kept.push({ owner, entry, here, everywhere })
    if (this.kept.length >= 4 * most) this.cut()
  }

  list(): Candidate[] {
    this.cut()
    return this.kept
  }

  private cut() {
    // Owners are numbered in the order of names.
    this.kept.sort((a, b) => b.here - a.here || b.everywhere - a.everywhere || a.owner - b.owner)
    if (this.kept.length < most) return
    this.kept.length = most
    this.last = this.kept[most - 1]
  }
}

/**
 * What a client filters by as the writer types on: the typed characters as they are, then the rest of the name that was found, then
 * the other names. So a name found without its diacritics, or by an alias, stays in the list.
 */
export function filterText(typed: string, match: Match, others: string[]): string {
  let rest = match.rest.slice(foldName(typed).length)
  return `${typed}${rest} ${others.map(foldName).join(' ')}`
}
