import { join } from 'node:path'
import type { Workspace } from '../../core'
import { FileCache } from '../../disk/cache/files'
import { hashOf } from '../../disk/cache/hashes'
import { cacheAt, cacheIn, stampOf } from '../../disk/cache/place'
import { Found } from './found'

/** What the check of a folder keeps for the next: of its files, and what was found in them. */
export class Cache extends FileCache {
  private kept: Found | undefined
  private readonly own: { path: string; stamp: string }

  /**
   * @param folder for four files
   * @param roots folders whose files are read
   * @param start milliseconds
   */
  constructor(folder: string, roots: readonly string[], start: number) {
    let stamp = stampOf(__filename, roots)
    super(folder, stamp, start)
    this.own = { path: join(folder, 'found'), stamp }
  }

  /**
   * What was found before, once all files are taken.
   *
   * @param asked whatever the check was told that may change what it finds
   * @param style how it prints it
   * @param today ISO date
   */
  found(workspace: Workspace, asked: unknown, style: unknown, today: string): Found {
    let stamp = hashOf(Buffer.from(JSON.stringify([this.own.stamp, asked])))
    let summaryOf = (path: string) => workspace.files.get(path)
    this.kept ??= new Found(this.own.path, stamp, this.files, today, JSON.stringify(style), summaryOf)
    return this.kept
  }

  /** Keeps all that the next check can use. Throws what the system throws. */
  write(workspace: Workspace) {
    if (!this.isStill) return
    this.kept?.write()
    for (let _ of this.keeping(path => workspace.files.get(path)));
  }
}

/**
 * The cache of these folders: in the first of them, or where it is asked for. Throws an `Error` that says why there can be none.
 */
export function openCache(folders: readonly string[], location?: string): Cache {
  return new Cache(location === undefined ? cacheIn(folders[0]) : cacheAt(location), folders, Date.now())
}
