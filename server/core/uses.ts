import { linkParts } from './links'
import type { Actor, Source } from './model'
import { usedByRecord } from './records/used-keys'
import type { FileSummary } from './workspace'

/** How often a key is used. */
export interface Counter {
  key: string
  count: number
}

type Users<T> = Map<string, Set<T>>

/**
 * Which files use which key, and which link to which: kept as files come and go, so that whoever asks where something is used
 * looks at those files alone. A change costs what its own file holds.
 */
export class Uses {
  /** How often each key is mentioned or cited, over all notes. */
  private readonly mentions = new Map<string, Counter>()
  private readonly citations = new Map<string, Counter>()
  private readonly quotations = new Map<string, Counter>()
  private readonly actors: Users<FileSummary> = new Map()
  private readonly sources: Users<FileSummary> = new Map()
  private readonly links: Users<FileSummary> = new Map()
  /** Records, and not their files: a list may hold thousands. */
  private readonly actorFields: Users<Actor | Source> = new Map()
  private readonly sourceFields: Users<Actor | Source> = new Map()

  mentionCounter(key: string): Readonly<Counter> {
    return counterOf(this.mentions, key)
  }
  citationCounter(key: string): Readonly<Counter> {
    return counterOf(this.citations, key)
  }
  mentionCount(key: string): number {
    return this.mentions.get(key)?.count ?? 0
  }
  citationCount(key: string): number {
    return this.citations.get(key)?.count ?? 0
  }
  /** How many quotations are bound to citations of the source. */
  quotationCount(key: string): number {
    return this.quotations.get(key)?.count ?? 0
  }

  /** Notes and dossiers that mention the actor or have it speak. */
  ofActor(key: string): Iterable<FileSummary> {
    return this.actors.get(key) ?? []
  }
  /** Notes and dossiers that cite the source. */
  ofSource(key: string): Iterable<FileSummary> {
    return this.sources.get(key) ?? []
  }
  /** Records with a field that names the actor or source. */
  inRecords(kind: 'actor' | 'source', key: string): Iterable<Actor | Source> {
    return (kind === 'actor' ? this.actorFields : this.sourceFields).get(key) ?? []
  }
  /** Files with a link to the file, or to a place in it. */
  ofFile(path: string): Iterable<FileSummary> {
    return this.links.get(path) ?? []
  }

  /** A file has come (1) or goes (−1). */
  count(file: FileSummary, by: 1 | -1) {
    let { note } = file
    if (note) {
      for (let { keys } of [note.mentions, note.speakers]) {
        countKeys(this.mentions, keys, by)
        for (let key of keys) use(this.actors, key, file, by)
      }
      countKeys(this.citations, note.citations.keys, by)
      countKeys(this.quotations, note.quoted, by)
      for (let key of note.citations.keys) use(this.sources, key, file, by)
      for (let { destination } of [...note.links, ...note.definitions]) {
        let target = linkParts(file.path, destination)?.path
        if (target !== undefined) use(this.links, target, file, by)
      }
    }
    for (let record of file.actors) this.countRecord(record, by)
    for (let record of file.sources) this.countRecord(record, by)
  }

  private countRecord(record: Actor | Source, by: 1 | -1) {
    for (let { kind, key } of usedByRecord(record))
      use(kind === 'actor' ? this.actorFields : this.sourceFields, key, record, by)
  }
}

function use<T>(users: Users<T>, key: string, user: T, by: 1 | -1) {
  let known = users.get(key)
  if (by === 1) {
    if (known) known.add(user)
    else users.set(key, new Set([user]))
  } else if (known?.delete(user) && known.size === 0) users.delete(key)
}

function counterOf(counts: Map<string, Counter>, key: string): Counter {
  let known = counts.get(key)
  if (!known) counts.set(key, (known = { key, count: 0 }))
  return known
}

function countKeys(counts: Map<string, Counter>, keys: string[], by: 1 | -1) {
  for (let [index, key] of keys.entries()) {
    let counter = counterOf(counts, key)
    counter.count += by
    // One string for the key in all notes: with thousands of notes their own would take more room than all else kept of them.
    keys[index] = counter.key
  }
}
