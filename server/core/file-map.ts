import type { FileSummary } from './file-summary'

/** What was asked of the files while something was worked out: as long as that is what it was, so is the answer. */
export interface Asked {
  /** Of these: also of such as are not there. */
  files: Set<string>
  /** Which files there are. */
  paths: boolean
  /** Anything about all of them. */
  all: boolean
}

/** Summaries by path. One may be had only when it is asked for, and what is asked for may be noted. */
export class FileMap {
  private readonly files = new Map<string, FileSummary | (() => FileSummary)>()
  private asked: Asked | undefined

  get(path: string): FileSummary | undefined {
    this.asked?.files.add(path)
    let own = this.files.get(path)
    if (typeof own === 'function') this.files.set(path, (own = own()))
    return own
  }
  has(path: string): boolean {
    this.asked?.files.add(path)
    return this.files.has(path)
  }
  get size(): number {
    if (this.asked) this.asked.paths = true
    return this.files.size
  }
  keys(): IterableIterator<string> {
    if (this.asked) this.asked.paths = true
    return this.files.keys()
  }
  *values(): IterableIterator<FileSummary> {
    this.askAll()
    for (let path of this.files.keys()) yield this.get(path)!
  }

  set(path: string, file: FileSummary | (() => FileSummary)) {
    this.files.set(path, file)
  }
  delete(path: string) {
    this.files.delete(path)
  }

  /** Somebody asks for what is known of all files together, as counts. */
  askAll() {
    if (this.asked) this.asked.all = true
  }

  /** Does some work, noting what it asks for. Without `asked` nothing is noted, whatever is noted around it. */
  during<T>(asked: Asked | undefined, work: () => T): T {
    let before = this.asked
    this.asked = asked
    try {
      return work()
    } finally {
      this.asked = before
    }
  }
}
