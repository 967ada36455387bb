import { linkParts } from './links'
import type { Actor, Source } from './model'
import { usedByRecord } from './records/used-keys'
import { detached } from './span'
import type { FileSummary } from './workspace'

/** How often a key is used. */
export interface Counter {
  key: string
  count: number
}

interface Used extends Counter {
  /** How many quotations are bound to citations of the source. */
  quotations: number
  /** In the order in which they were read last. Lists: sets of them would take more time and room than all else that is counted. */
  users: FileSummary[]
}

type RecordUsers = Map<string, Set<Actor | Source>>

/**
 * Which files use which key, and which link to which: kept as files come and go, so that whoever asks where something is used
 * looks at those files alone. A change costs what its own file holds.
 */
export class Uses {
  /** Who mentions each actor or has it speak, cites each source, links to each path; over all notes. */
  private readonly actors = new Map<string, Used>()
  private readonly sources = new Map<string, Used>()
  private readonly links = new Map<string, Used>()
  /** Records, and not their files: a list may hold thousands. */
  private readonly actorFields: RecordUsers = new Map()
  private readonly sourceFields: RecordUsers = new Map()

  mentionCounter(key: string): Readonly<Counter> {
    return usedOf(this.actors, key)
  }
  citationCounter(key: string): Readonly<Counter> {
    return usedOf(this.sources, key)
  }
  mentionCount(key: string): number {
    return this.actors.get(key)?.count ?? 0
  }
  citationCount(key: string): number {
    return this.sources.get(key)?.count ?? 0
  }
  /** How many quotations are bound to citations of the source. */
  quotationCount(key: string): number {
    return this.sources.get(key)?.quotations ?? 0
  }

  /** Notes and dossiers that mention the actor or have it speak. */
  ofActor(key: string): Iterable<FileSummary> {
    return this.actors.get(key)?.users ?? []
  }
  /** Notes and dossiers that cite the source. */
  ofSource(key: string): Iterable<FileSummary> {
    return this.sources.get(key)?.users ?? []
  }
  /** Records with a field that names the actor or source. */
  inRecords(kind: 'actor' | 'source', key: string): Iterable<Actor | Source> {
    return (kind === 'actor' ? this.actorFields : this.sourceFields).get(key) ?? []
  }
  /** Files with a link to the file, or to a place in it. */
  ofFile(path: string): Iterable<FileSummary> {
    return this.links.get(path)?.users ?? []
  }

  /** A file has come (1) or goes (−1). Its summary's keys become one string for each key in all notes. */
  count(file: FileSummary, by: 1 | -1) {
    let { note } = file
    if (note) {
      countKeys(this.actors, note.mentions.keys, file, by)
      countKeys(this.actors, note.speakers.keys, file, by)
      countKeys(this.sources, note.citations.keys, file, by)
      for (let index = 0; index < note.quoted.length; index++) {
        let used = usedOf(this.sources, note.quoted[index])
        used.quotations += by
        note.quoted[index] = used.key
      }
      let targets = [...note.links, ...note.definitions].flatMap(
        ({ destination }) => linkParts(file.path, destination)?.path ?? []
      )
      countKeys(this.links, targets, file, by)
    }
    for (let record of file.actors) this.countRecord(record, by)
    for (let record of file.sources) this.countRecord(record, by)
  }

  private countRecord(record: Actor | Source, by: 1 | -1) {
    for (let { kind, key } of usedByRecord(record))
      use(kind === 'actor' ? this.actorFields : this.sourceFields, key, record, by)
  }
}

function use(users: RecordUsers, key: string, record: Actor | Source, by: 1 | -1) {
  let known = users.get(key)
  if (by === 1) {
    if (known) known.add(record)
    else users.set(key, new Set([record]))
  } else if (known?.delete(record) && known.size === 0) users.delete(key)
}

// Kept also when nobody uses the key any more: counters are held on to.
function usedOf(all: Map<string, Used>, key: string): Used {
  let known = all.get(key)
  if (!known) {
    let own = detached(key)
    all.set(own, (known = { key: own, count: 0, quotations: 0, users: [] }))
  }
  return known
}

function countKeys(all: Map<string, Used>, keys: string[], file: FileSummary, by: 1 | -1) {
  for (let index = 0; index < keys.length; index++) {
    let used = usedOf(all, keys[index])
    used.count += by
    keys[index] = used.key
    // A file counts all its keys before the next one does.
    if (by === 1 && used.users[used.users.length - 1] !== file) used.users.push(file)
  }
  if (by === -1) for (let key of new Set(keys)) remove(usedOf(all, key).users, file)
}

// Who is being edited stands at the end.
function remove(users: FileSummary[], file: FileSummary) {
  let at = users.lastIndexOf(file)
  if (at >= 0) users.splice(at, 1)
}
