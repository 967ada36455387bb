import type { FileSummary } from './file-summary'
import type { Actor, Source } from './model'
import { type Captured, Filters } from './verify'

/** The records of all files by their keys. Each list is kept in the order of paths and places: the first is the one that is used. */
export class Records {
  readonly actors = new Map<string, Actor[]>()
  readonly sources = new Map<string, Source[]>()
  readonly captured = new Map<string, Captured[]>()
  readonly filters = new Filters()

  /** A file has come (1) or goes (−1). */
  count(file: FileSummary, by: 1 | -1) {
    for (let actor of file.actors) listed(this.actors, actor.key, actor, by)
    for (let source of file.sources) listed(this.sources, source.key, source, by)
    if (!file.captured) return
    listed(this.captured, file.captured.source.key, file.captured, by)
    if (by === 1) this.filters.add(file.captured)
    else this.filters.delete(file.captured)
  }
}

function listed<T>(lists: Map<string, T[]>, key: string, member: T, by: 1 | -1) {
  let list = lists.get(key)
  if (by === 1) {
    // Nearly all keys have one: an empty list that grows would have room for seventeen.
    if (!list) return void lists.set(key, [member])
    list.push(member)
    list.sort(byPlace)
  } else if (list) {
    list.splice(list.indexOf(member), 1)
    if (list.length === 0) lists.delete(key)
  }
}

function byPlace(a: unknown, b: unknown): number {
  let place = (member: unknown) => ((member as Captured).source ?? member) as Source
  let [one, other] = [place(a), place(b)]
  return one.path === other.path ? one.keySpan.from - other.keySpan.from : one.path < other.path ? -1 : 1
}
