/** What was asked of a workspace while something was worked out: as long as the answers are what they were, so is what was worked out. */
export interface Asked {
  /** Of these: also of such as are not there. */
  files: Set<string>
  /** Of records with these keys, and of their captured texts: also of such as are not there. */
  actors: Set<string>
  sources: Set<string>
  /** Which captured texts may hold words. */
  searches: Search[]
  /** Which files there are. */
  paths: boolean
  /** Which actors there are, and what `namedAs` says of them. */
  names: boolean
  /** Anything about all actors, all sources, or all that there is. */
  allActors: boolean
  allSources: boolean
  all: boolean
}

/** As in `Filters.holdingMost`. */
export interface Search {
  lists: number[][]
  missing: 0 | 1
  /** Where these are looked for, of the texts that were found only those that rested on are among `sources`; others may not vary. */
  words?: string
  /** Paths of the sources whose texts were found. */
  found: string[]
}

type Flag = { [kind in keyof Asked]: Asked[kind] extends boolean ? kind : never }[keyof Asked]
type Keyed = Exclude<keyof Asked, Flag | 'searches'>
/** Pairs, one behind the other: of thousands of questions none is an object of its own. */
type Log = (keyof Asked | string | Search | undefined)[]

/** A value that is kept, and what was asked for it. */
export interface Memo<T> {
  value: T
  asked?: Log
}

/** Notes what is asked for, as long as somebody wants to know. */
export class Asks {
  private log: Log | undefined

  note(kind: Keyed, what: string): void
  note(kind: 'searches', what: Search): void
  note(kind: Flag): void
  note(kind: keyof Asked, what?: string | Search) {
    this.log?.push(kind, what)
  }

  /** Does some work, and tells what it asked for. */
  observe<T>(work: () => T): { value: T; asked: Asked } {
    let log: Log = []
    let value = this.with(log, work)
    return { value, asked: sorted(log) }
  }

  /** Does some work of which nothing is noted. */
  without<T>(work: () => T): T {
    return this.with(undefined, work)
  }

  /** A value that may be known: whoever has it later has asked for all that was asked to work it out. */
  once<T>(known: Memo<T> | undefined, keep: (memo: Memo<T>) => void, compute: () => T): T {
    if (known && this.again(known)) return known.value
    let start = this.now
    let value = compute()
    keep(this.memo(value, start))
    return value
  }

  /** A value to be kept that was worked out since. */
  memo<T>(value: T, since: number): Memo<T> {
    return this.log ? { value, asked: this.log.slice(since) } : { value }
  }
  /** How much has been noted. */
  get now(): number {
    return this.log?.length ?? 0
  }
  /** Asks for the same again; false if nobody noted it. */
  again({ asked }: Memo<unknown>): boolean {
    if (!this.log) return true
    if (asked) for (let own of asked) this.log.push(own)
    return asked !== undefined
  }

  private with<T>(log: Log | undefined, work: () => T): T {
    let before = this.log
    this.log = log
    try {
      return work()
    } finally {
      this.log = before
    }
  }
}

function sorted(log: Log): Asked {
  let asked: Asked = {
    files: new Set(),
    actors: new Set(),
    sources: new Set(),
    searches: [],
    paths: false,
    names: false,
    allActors: false,
    allSources: false,
    all: false
  }
  for (let i = 0; i < log.length; i += 2) {
    let kind = log[i] as keyof Asked
    let own = asked[kind]
    if (own instanceof Set) own.add(log[i + 1] as string)
    else if (kind === 'searches') asked.searches.push(log[i + 1] as Search)
    else asked[kind as Flag] = true
  }
  return asked
}
