import type { Asks } from './asks'
import type { FileSummary } from './file-summary'
import type { Recent } from './verify'

/** Where a summary is had from when it is asked for. */
type Later = (recent: Recent) => FileSummary | string

/** Summaries by path. One may be had only when it is asked for, and what is asked for may be noted. */
export class FileMap {
  private readonly files = new Map<string, FileSummary | Later>()

  constructor(
    private readonly asks: Asks,
    private readonly have: (path: string, later: Later) => FileSummary
  ) {}

  get(path: string): FileSummary | undefined {
    this.asks.note('files', path)
    let own = this.files.get(path)
    if (typeof own === 'function') this.files.set(path, (own = this.have(path, own)))
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

  set(path: string, file: FileSummary | Later) {
    this.files.set(path, file)
  }
  delete(path: string) {
    this.files.delete(path)
  }
}
