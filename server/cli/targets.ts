import { accessSync, constants, existsSync, type Stats, statSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileKind } from '../core'
import { CannotRun } from './arguments'

/** What is to be read and what of it is to be reported. All paths are absolute, as the system writes them. */
export interface Targets {
  /** None of them inside another. */
  folders: string[]
  /** Paths in the workspace are relative to this: the folder that is read, or the one above them all. */
  base: string
  /** Files that were named one by one: they are read even where `.gitignore` leaves them out. */
  files: string[]
  isAsked: (path: string) => boolean
}

/** What the PATHs stand for; throws `CannotRun` for one that is not there or not Provenote's. */
export function findTargets(paths: string[], cwd: string): Targets {
  let asked: string[] = []
  let files: string[] = []
  let roots: string[] = []
  for (let path of paths) {
    let full = resolve(cwd, path)
    let at = look(full, path)
    if (at.isDirectory()) asked.push(full)
    else if (fileKind(workspacePath(dirname(full), full))) files.push(full)
    else throw new CannotRun(`${path} is not a file that Provenote reads, such as \`brief.note.md\`.`)
    roots.push(at.isDirectory() ? full : workspaceOf(full))
  }
  let folders = roots.filter((root, index) => {
    return !roots.some((other, at) => (other === root ? at < index : isInside(other, root)))
  })
  return {
    folders,
    base: folders.reduce(commonFolder),
    files,
    isAsked: path => files.includes(path) || asked.some(folder => isInside(folder, path))
  }
}

/** Relative to a folder, with `/`. */
export function workspacePath(base: string, path: string): string {
  return relative(base, path).split(sep).join('/')
}

function look(full: string, path: string): Stats {
  try {
    let found = statSync(full)
    // A folder inside that may not be read is passed over; one that was asked for is not.
    if (found.isDirectory()) accessSync(full, constants.R_OK | constants.X_OK)
    return found
  } catch (error) {
    let { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') throw new CannotRun(`There is no file or folder ${path}`)
    if (code === 'EACCES' || code === 'EPERM') throw new CannotRun(`${path} may not be read: permission denied.`)
    throw new CannotRun(`${path} cannot be read (${code}).`)
  }
}

// The folder whose actors and sources a single file's keys stand for.
function workspaceOf(file: string): string {
  for (let mark of ['provenote.yaml', '.git']) {
    for (let folder = dirname(file); ; folder = dirname(folder)) {
      if (existsSync(join(folder, mark))) return folder
      if (folder === dirname(folder)) break
    }
  }
  return dirname(file)
}

function isInside(folder: string, path: string): boolean {
  return path.startsWith(folder.endsWith(sep) ? folder : folder + sep)
}

function commonFolder(a: string, b: string): string {
  let common = a
  // Folders on two drives have none: the loop ends at the root of the first.
  while (common !== b && !isInside(common, b) && common !== dirname(common)) common = dirname(common)
  return common
}
