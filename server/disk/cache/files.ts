import { rmSync, type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { type FileSummary, fileKind, type Restored } from '../../core'
import { type ReadFile, readFileNow } from '../read'
import { Hashes, type Seen } from './hashes'
import { openStore, writing } from './store'
import { Summaries } from './summaries'

/** What is kept of files between two runs: their hashes, and their summaries. */
export class FileCache {
  /** From path to hash: the files that were read, or are as they were. */
  readonly files = new Map<string, string>()
  private readonly hashes: Hashes
  private readonly summaries: Summaries

  /**
   * @param folder for two files
   * @param stamp of whom they are
   * @param start milliseconds: when the first file is taken
   */
  constructor(
    private readonly folder: string,
    private readonly stamp: string,
    start: number
  ) {
    let store = openStore(join(folder, 'files'), stamp)
    store?.close()
    this.hashes = new Hashes(new Map(store?.head as [string, Seen][] | undefined), start)
    this.summaries = new Summaries(join(folder, 'summaries'), stamp)
  }

  /** Whether every file that was read again was still what its hash says. If not, nothing may be kept. */
  get isStill(): boolean {
    return this.summaries.isStill
  }

  /** Reads a file, or says what takes its place in the workspace. */
  take(path: string, limit: number): ReadFile | Restored {
    let stats = statOf(path)
    let isConfig = fileKind(path) === 'config'
    let known = stats && stats.size <= limit && !isConfig ? this.hashes.known(path, stats) : undefined
    if (known !== undefined) {
      this.files.set(path, known)
      return this.summaries.find(path, known)
    }
    this.files.delete(path)
    let file = readFileNow(path, limit)
    if (!('text' in file)) return file
    let hash = this.hashes.of(path, stats, file.bytes)
    this.files.set(path, hash)
    return !isConfig && this.summaries.has(path, hash) ? this.summaries.find(path, hash) : file
  }

  /** Reads a file again that was taken. */
  again(path: string, limit: number): ReadFile {
    return this.summaries.read(path, this.files.get(path), limit)
  }

  /**
   * Keeps all that the next run can use, if every file is still what it was. Throws what the system throws. Yields often.
   *
   * @param summaryOf undefined if it is not that of the file as it was taken
   */
  *keeping(summaryOf: (path: string) => FileSummary | undefined): Generator<void, void> {
    if (!this.isStill) return
    let seen = this.hashes.seen()
    if (seen) yield* writing(join(this.folder, 'files'), this.stamp, () => [...seen], [])
    if (seen || this.summaries.isOpen) yield* this.summaries.writing(this.files, summaryOf)
  }

  /** Removes all that was kept. */
  drop() {
    this.summaries.close()
    for (let name of ['files', 'summaries']) rmSync(join(this.folder, name), { force: true })
  }
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    // Reading it will say why.
    return undefined
  }
}
