import { randomUUID } from 'node:crypto'
import { chmodSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Writes a file that is not there yet; fails with `EEXIST` if it is. */
export function createFile(path: string, text: string) {
  writeFileSync(path, text, { flag: 'wx' })
}

/**
 * Writes a file so that whoever reads it sees the old text or the new, never a part: into a new file beside it, which then takes
 * its name. The permissions of the old file are kept, and what a symbolic link leads to is written, not the link.
 */
export function replaceFile(path: string, text: string | Uint8Array) {
  let target = path
  let mode: number | undefined
  try {
    target = realpathSync(path)
    mode = statSync(target).mode & 0o7777
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  let fresh = join(dirname(target), `.provenote-${randomUUID()}.tmp`)
  try {
    writeFileSync(fresh, text, { flag: 'wx', flush: true })
    if (mode !== undefined) chmodSync(fresh, mode)
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { force: true })
    throw error
  }
}
