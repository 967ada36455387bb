import type { Asks } from './asks'
import type { FileSummary } from './file-summary'

/** Summaries by path. One may be had only when it is asked for, and what is asked for may be noted. */
export class FileMap {
  private readonly files = new Map<string, FileSummary | (() => FileSummary)>()

  constructor(private readonly asks: Asks) {}

  get(path: string): FileSummary | undefined {
    this.asks.note('files', path)
    let own = this.files.get(path)
    if (typeof own === 'function') this.files.set(path, (own = own()))
    return own
  }
  has(path: string): boolean {
    this.asks.note('files', path)
    return this.files.has(path)
  }
  get size(): number {
    this.asks.note('paths')
    return this.files.size
  }
  keys(): IterableIterator<string> {
    this.asks.note('paths')
    return this.files.keys()
  }
  *values(): IterableIterator<FileSummary> {
    this.asks.note('all')
    for (let path of this.files.keys()) yield this.get(path)!
  }

  set(path: string, file: FileSummary | (() => FileSummary)) {
    this.files.set(path, file)
  }
  delete(path: string) {
    this.files.delete(path)
  }
}
