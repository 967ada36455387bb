import { join, resolve } from 'node:path'
import { newOptionsFile } from '../core/options-file'
import { createFile } from '../disk/write'
import { CannotRun } from './arguments'
import { workspacePath } from './targets'

/** Writes a `provenote.yaml` with every option explained; throws `CannotRun` if there is one. Returns its path from `cwd`. */
export function init(folder: string, profile: string | undefined, cwd: string): string {
  let path = join(resolve(cwd, folder), 'provenote.yaml')
  let shown = workspacePath(cwd, path)
  try {
    createFile(path, newOptionsFile(profile ?? 'none'))
  } catch (error) {
    let { code } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') throw new CannotRun(`${shown} is there already, and is left as it is.`)
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new CannotRun(`There is no folder ${folder}`)
    throw new CannotRun(`${shown} cannot be written (${code}).`)
  }
  return shown
}
