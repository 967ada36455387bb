import type { Actor, Source } from './model'
import { foldName, namesOf } from './names'
import { firstIndex } from './span'
import type { Workspace } from './workspace'

/**
 * Every word of every name, in the order of the alphabet, so that what was typed is found by halving and not by looking at each
 * name; and all names as one text, for words that only hold it. Names are folded (`foldName`).
 */
export interface NameIndex {
  /** By main name: the order in which equals are offered. An owner is an index in this list. */
  keys: string[]
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
  return build(workspace.actorKeys(), key => {
    let actor = workspace.actor(key) as Actor
    return [...namesOf(actor), ...actor.weakAlias, key]
  })
}

/** Of sources: titles, authors, containers, dates and keys. To be derived from `sources`. */
export function sourceNames(workspace: Workspace): NameIndex {
  return build(workspace.sourceKeys(), key => {
    let { title, author, containerTitle, publisher, issued } = workspace.source(key) as Source
    return [title, ...author, containerTitle, publisher, issued, key].filter(text => text !== undefined)
  })
}

function build(keys: Iterable<string>, namesFor: (key: string) => string[]): NameIndex {
  let members = [...keys].map(key => ({ key, names: [...new Set(namesFor(key).map(foldName))].filter(Boolean) }))
  members.sort((a, b) => compare(a.names[0] ?? '', b.names[0] ?? '') || compare(a.key, b.key))
  let entries: { suffix: string; owner: number }[] = []
  let lines: string[] = []
  let starts: number[] = []
  let lineOwners: number[] = []
  let length = 0
  for (let [owner, { names }] of members.entries()) {
    for (let name of names) {
      for (let at = 0; at >= 0; at = name.indexOf(' ', at) + 1 || -1) entries.push({ suffix: name.slice(at), owner })
      lines.push(name)
      starts.push(length)
      lineOwners.push(owner)
      length += name.length + 1
    }
  }
  entries.sort((a, b) => compare(a.suffix, b.suffix) || a.owner - b.owner)
  return {
    keys: members.map(member => member.key),
    suffixes: entries.map(entry => entry.suffix),
    owners: Int32Array.from(entries, entry => entry.owner),
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

/** Owners one of whose names has a word that begins with the folded text; each once. All owners for an empty text. */
export function startingWith(index: NameIndex, typed: string): Match[] {
  if (typed === '') return index.keys.map((_, owner) => ({ owner, rest: '' }))
  let { suffixes, owners } = index
  let seen = new Uint8Array(index.keys.length)
  let found: Match[] = []
  let at = firstIndex(suffixes.length, i => suffixes[i] >= typed)
  for (; at < suffixes.length && suffixes[at].startsWith(typed); at++) {
    let owner = owners[at]
    if (!seen[owner]) found.push({ owner, rest: suffixes[at] })
    seen[owner] = 1
  }
  return found
}

/** Owners one of whose names holds the folded text inside a word; at most `limit`. */
export function holding(index: NameIndex, typed: string, limit: number): Match[] {
  let { lines, lineStarts, lineOwners } = index
  let found: Match[] = []
  let seen = new Set<number>()
  for (let at = lines.indexOf(typed); at >= 0 && found.length < limit; at = lines.indexOf(typed, at + 1)) {
    let line = firstIndex(lineStarts.length, i => lineStarts[i] > at) - 1
    let owner = lineOwners[line]
    let end = lines.indexOf('\n', at)
    if (!seen.has(owner)) found.push({ owner, rest: lines.slice(at, end < 0 ? lines.length : end) })
    seen.add(owner)
  }
  return found
}
