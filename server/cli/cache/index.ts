import { type Stats, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileKind, type Workspace } from '../../core'
import { Hashes, hashOf, type Seen } from '../../disk/cache/hashes'
import { cacheAt, cacheIn, stampOf } from '../../disk/cache/place'
import { openStore, writeStore } from '../../disk/cache/store'
import { type Restored, Summaries } from '../../disk/cache/summaries'
import { type ReadFile, readFileNow } from '../../disk/read'
import { Found } from './found'
import { worldOf } from './world'

/** What the check of a folder keeps for the next: hashes of its files, their summaries, and what was found. */
export class Cache {
  /** From path to hash: the files that were read, or are as they were. */
  private readonly files = new Map<string, string>()
  private readonly hashes: Hashes
  private readonly summaries: Summaries
  private readonly stamp: string
  private kept: Found | undefined

  /**
   * @param folder for three files
   * @param roots folders whose files are read
   * @param start milliseconds
   */
  constructor(
    private readonly folder: string,
    roots: readonly string[],
    start: number
  ) {
    this.stamp = stampOf(__filename, roots)
    let store = openStore(this.pathOf('files'), this.stamp)
    store?.close()
    this.hashes = new Hashes(new Map(store?.head as [string, Seen][] | undefined), start)
    this.summaries = new Summaries(this.pathOf('summaries'), this.stamp)
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
   * What was found before, once all files are taken.
   *
   * @param asked whatever the check was told that may change what it finds
   * @param style how it prints it
   * @param today ISO date
   */
  found(asked: unknown, style: unknown, today: string): Found {
    let stamp = hashOf(Buffer.from(JSON.stringify([this.stamp, asked])))
    let world = worldOf(this.files, today)
    this.kept ??= new Found(this.pathOf('found'), stamp, this.files, world, JSON.stringify(style))
    return this.kept
  }

  /** Keeps all that the next check can use. Throws what the system throws. */
  write(workspace: Workspace) {
    if (!this.summaries.isStill) return
    let seen = this.hashes.seen()
    if (seen) writeStore(this.pathOf('files'), this.stamp, () => [...seen], [])
    this.kept?.write()
    if (seen || this.summaries.isOpen) {
      let files = new Map([...this.files].filter(([path]) => fileKind(path) !== 'config'))
      this.summaries.write(files, path => workspace.files.get(path))
    }
  }

  private pathOf(name: string): string {
    return join(this.folder, name)
  }
}

/**
 * The cache of these folders: in the first of them, or where it is asked for. Throws an `Error` that says why there can be none.
 */
export function openCache(folders: readonly string[], location?: string): Cache {
  return new Cache(location === undefined ? cacheIn(folders[0]) : cacheAt(location), folders, Date.now())
}

function statOf(path: string): Stats | undefined {
  try {
    return statSync(path)
  } catch {
    // Reading it will say why.
    return undefined
  }
}
