import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/**
 * Makes ready the folder a cache is kept in, inside a workspace: `.provenote/cache`, which git leaves alone. Throws an `Error` that says
 * why not: a link there would lead out of the workspace.
 */
export function cacheIn(root: string): string {
  let folder = join(root, '.provenote', 'cache')
  for (let path of [dirname(folder), folder]) {
    let found = lstatSync(path, { throwIfNoEntry: false })
    if (found && !found.isDirectory()) throw Error(`${path} is a link or a file, not a folder`)
  }
  return cacheAt(folder)
}

/** The same in a folder that somebody has named, wherever that is. */
export function cacheAt(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  let ignore = join(folder, '.gitignore')
  if (!lstatSync(ignore, { throwIfNoEntry: false })) writeFileSync(ignore, '*\n', { flag: 'wx' })
  clean(folder)
  return folder
}

// What a process left that was ended while it wrote.
function clean(folder: string) {
  for (let name of readdirSync(folder)) {
    let path = join(folder, name)
    if (name.endsWith('.tmp') && Date.now() - lstatSync(path).mtimeMs > anHour) rmSync(path, { force: true })
  }
}
let anHour = 3_600_000

/**
 * A word that tells this program, in this version of Node with its Unicode, from every other, and one set of folders from another: what one
 * has kept is nothing to the other.
 *
 * @param program path of the built file that runs
 * @param rest whatever else must be the same
 */
export function stampOf(program: string, rest: unknown): string {
  let hash = createHash('sha256').update(readFileSync(program))
  hash.update(JSON.stringify([process.versions.node, process.versions.unicode, process.versions.icu, rest]))
  return hash.digest('base64url')
}
