import { mayHold, type WordFilter } from './verify'

/** What is known of a restored file before it is had. */
export interface Ahead {
  /** Keys of its records. */
  actors: readonly string[]
  sources: readonly string[]
  /** Of its captured text, if it has one; undefined if that is lost. */
  filter?: () => WordFilter | undefined
}

/** Restored files with records that nobody has asked about: which of them an answer needs is told from what is known ahead. */
export class Waiting {
  private readonly files = new Map<string, (() => Ahead | undefined) | undefined>()
  private readonly byKey = { actors: new Map<string, string[]>(), sources: new Map<string, string[]>() }
  /** Of which nothing is known, and whatever is asked, they may have it. */
  private readonly unknown = new Set<string>()
  private readonly texts = new Map<string, () => WordFilter | undefined>()
  private readonly filters = new Map<string, WordFilter>()
  private unread: string[] = []
  private searches = 0

  add(path: string, ahead: (() => Ahead | undefined) | undefined) {
    this.files.set(path, ahead)
    this.unread.push(path)
  }

  delete(path: string): boolean {
    this.unknown.delete(path)
    this.texts.delete(path)
    this.filters.delete(path)
    return this.files.delete(path)
  }

  get size(): number {
    return this.files.size
  }
  all(): string[] {
    return [...this.files.keys()]
  }

  /** Those that have to be had before words are looked for: after many questions that is faster for all. */
  beforeSearch(): string[] {
    this.read()
    let all = ++this.searches > mostSearches
    let lost: string[] = []
    for (let [path, filterOf] of this.texts) {
      if (!all && this.filters.has(path)) continue
      let filter = all ? undefined : filterOf()
      if (filter) this.filters.set(path, filter)
      else lost.push(path)
    }
    return this.still([...this.unknown, ...lost])
  }

  having(kind: 'actors' | 'sources', key: string): string[] {
    this.read()
    let own = this.byKey[kind].get(key) ?? []
    return this.unknown.size === 0 ? this.still(own) : this.still([...this.unknown, ...own])
  }

  withActors(): string[] {
    this.read()
    return this.still([...this.unknown, ...[...this.byKey.actors.values()].flat()])
  }

  /** Of the others those with texts that may hold words, as `Filters.holdingMost` tells. */
  holding(lists: number[][], missing: 0 | 1): string[] {
    let found: string[] = []
    for (let [path, filter] of this.filters) {
      let lacks = 0
      for (let hashes of lists) if (!mayHold(filter, hashes) && ++lacks > missing) break
      if (lacks <= missing) found.push(path)
    }
    return this.still(found)
  }

  private still(paths: string[]): string[] {
    return [...new Set(paths)].filter(path => this.files.has(path))
  }

  private read() {
    if (this.unread.length === 0) return
    for (let path of this.unread) {
      let ahead = this.files.get(path)?.()
      if (!ahead) this.unknown.add(path)
      if (ahead?.filter) this.texts.set(path, ahead.filter)
      for (let kind of ['actors', 'sources'] as const)
        for (let key of ahead?.[kind] ?? []) {
          let own = this.byKey[kind].get(key)
          if (own) own.push(path)
          else this.byKey[kind].set(key, [path])
        }
    }
    this.unread = []
  }
}

/** As many as a few notes ask. */
let mostSearches = 400
