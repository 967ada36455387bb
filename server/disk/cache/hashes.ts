import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'

/** What a file's stat said, and the hash of the bytes that it had then. */
export type Seen = [size: number, modified: number, changed: number, hash: string]

/**
 * Hashes of files, known from their stats as long as these are the same: size, time of the last modification and time of the last change,
 * which nobody can set. A file that was touched is read again, and then its hash decides.
 *
 * A stat is only kept of a file that had rested for two seconds when it was taken: what is written within the tick of a file system's
 * clock would look the same.
 */
export class Hashes {
  private readonly now = new Map<string, Seen>()
  private isSame = true

  /**
   * @param before as `seen` gave them
   * @param start when the first of them is asked for, in milliseconds: what changed later, or just before, is read again
   */
  constructor(
    private readonly before: ReadonlyMap<string, Seen>,
    private readonly start: number
  ) {}

  /** The hash of a file whose stat is what it was; undefined of any other. */
  known(path: string, { size, mtimeMs, ctimeMs }: Stats): string | undefined {
    let seen = this.before.get(path)
    if (!seen || seen[0] !== size || seen[1] !== mtimeMs || seen[2] !== ctimeMs) return undefined
    this.now.set(path, seen)
    return seen[3]
  }

  /** The hash of a file that was read. @param stats taken before it was read */
  of(path: string, stats: Stats | undefined, bytes: Uint8Array): string {
    let hash = hashOf(bytes)
    if (stats && this.known(path, stats) === hash) return hash
    this.isSame = false
    this.now.delete(path)
    if (stats && Math.max(stats.mtimeMs, stats.ctimeMs) + rest < this.start)
      this.now.set(path, [stats.size, stats.mtimeMs, stats.ctimeMs, hash])
    return hash
  }

  /** Undefined when nothing has changed. */
  seen(): Map<string, Seen> | undefined {
    return this.isSame && this.now.size === this.before.size ? undefined : this.now
  }
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22)
}

let rest = 2000
