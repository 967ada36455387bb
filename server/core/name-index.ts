import type { Actor, Source } from './model'
import { foldName, namesOf } from './names'
import { firstIndex } from './span'
import type { Counter } from './uses'
import type { Workspace } from './workspace'

/**
 * Every word of every name, in the order of the alphabet, so that what was typed is found by halving and not by looking at each
 * name; and all names as one text, for words that only hold it. Names are folded (`foldName`).
 */
export interface NameIndex {
  /** By main name: the order in which equals are offered. An owner is an index in this list. */
  keys: string[]
  ownerOf: ReadonlyMap<string, number>
  /** By owner: how often notes use the key. They change as notes do. */
  counters: Readonly<Counter>[]
  /** Sorted; each is a name from the start of one of its words on. */
  suffixes: string[]
  /** By index in `suffixes`. */
  owners: Int32Array
  /** All names, each on a line of its own, and the owner of each line. */
  lines: string
  lineStarts: Int32Array
  lineOwners: Int32Array
}

/** Of actors: names, aliases and keys. To be derived from `actors`. */
export function actorNames(workspace: Workspace): NameIndex {
  return build(
    workspace.actorKeys(),
    key => {
      let actor = workspace.actor(key) as Actor
      return [...namesOf(actor), ...actor.weakAlias, key]
    },
    key => workspace.mentionCounter(key)
  )
}

/** Of sources: titles, authors, containers, dates and keys. To be derived from `sources`. */
export function sourceNames(workspace: Workspace): NameIndex {
  return build(
    workspace.sourceKeys(),
    key => {
      let { title, author, containerTitle, publisher, issued } = workspace.source(key) as Source
      return [title, ...author, containerTitle, publisher, issued, key].filter(text => text !== undefined)
    },
    key => workspace.citationCounter(key)
  )
}

function build(
  keys: Iterable<string>,
  namesFor: (key: string) => string[],
  counterFor: (key: string) => Readonly<Counter>
): NameIndex {
  let members = [...keys].map(key => ({ key, names: [...new Set(namesFor(key).map(foldName))].filter(Boolean) }))
  members.sort((a, b) => compare(a.names[0] ?? '', b.names[0] ?? '') || compare(a.key, b.key))
  let entries: string[] = []
  let lines: string[] = []
  let starts: number[] = []
  let lineOwners: number[] = []
  let length = 0
  for (let [owner, { names }] of members.entries()) {
    // The owner is written behind the name: strings alone are sorted several times as fast as objects with a comparison of ours.
    let tail = `\0${String.fromCharCode(owner >>> 15, owner & 0x7fff)}`
    for (let name of names) {
      for (let at = 0; at >= 0; at = name.indexOf(' ', at) + 1 || -1) entries.push(name.slice(at) + tail)
      lines.push(name)
      starts.push(length)
      lineOwners.push(owner)
      length += name.length + 1
    }
  }
  entries.sort()
  return {
    keys: members.map(member => member.key),
    ownerOf: new Map(members.map(({ key }, owner) => [key, owner])),
    counters: members.map(member => counterFor(member.key)),
    suffixes: entries.map(entry => entry.slice(0, -3)),
    owners: Int32Array.from(
      entries,
      entry => (entry.charCodeAt(entry.length - 2) << 15) | entry.charCodeAt(entry.length - 1)
    ),
    lines: lines.join('\n'),
    lineStarts: Int32Array.from(starts),
    lineOwners: Int32Array.from(lineOwners)
  }
}

let compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** What was typed, found in a name: whose name, and the name from there on. */
export interface Match {
  owner: number
  rest: string
}

/** Calls for each owner one of whose names has a word that begins with the folded text, once; for all owners if it is empty. */
export function eachStarting(index: NameIndex, typed: string, take: (owner: number, entry: number) => void) {
  let { suffixes, owners, keys } = index
  if (typed === '') {
    for (let owner = 0; owner < keys.length; owner++) take(owner, -1)
    return
  }
  let seen = new Uint8Array(keys.length)
  let from = firstIndex(suffixes.length, i => suffixes[i] >= typed)
  let to = firstIndex(suffixes.length, i => suffixes[i] > typed && !suffixes[i].startsWith(typed))
  for (let at = from; at < to; at++) {
    if (seen[owners[at]]) continue
    seen[owners[at]] = 1
    take(owners[at], at)
  }
}

/** The same as a list. */
export function startingWith(index: NameIndex, typed: string): Match[] {
  let found: Match[] = []
  eachStarting(index, typed, (owner, entry) => found.push({ owner, rest: entry < 0 ? '' : index.suffixes[entry] }))
  return found
}

/** Owners one of whose names holds the folded text, in a word or between words; at most `limit`. */
export function holding(index: NameIndex, typed: string, limit: number): Match[] {
  let { lines, lineStarts, lineOwners } = index
  let found = new Map<number, Match>()
  for (let at = lines.indexOf(typed); at >= 0 && found.size < limit; at = lines.indexOf(typed, at + 1)) {
    let owner = lineOwners[firstIndex(lineStarts.length, i => lineStarts[i] > at) - 1]
    let end = lines.indexOf('\n', at)
    if (!found.has(owner)) found.set(owner, { owner, rest: lines.slice(at, end < 0 ? lines.length : end) })
  }
  return [...found.values()]
}
