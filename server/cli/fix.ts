import { lstatSync } from 'node:fs'
import { createTwoFilesPatch, FILE_HEADERS_ONLY } from 'diff'
import { applyEdits, type CheckOptions, checkFile, fixAll } from '../core'
import { type ReadFile, readFileNow } from '../disk/read'
import { replaceFile } from '../disk/write'
import { CannotRun } from './arguments'
import type { Loaded } from './load'

/** A file that fixes change. `path` is absolute; the texts hold a byte-order mark if the file does. */
export interface Fixed {
  path: string
  before: string
  after: string
  /** How many findings were fixed. */
  count: number
}

// A fix may call for another, as a renamed key for its duplicate. None is known to call for more than two.
let mostRounds = 10

/**
 * Puts in every safe fix of the files asked for, again and again until there is none left, and tells the workspace. Nothing is written.
 * Yields nothing of a source's captured text: no fix reaches behind its front matter.
 */
export function fixFiles({ workspace, asked }: Loaded, options: CheckOptions): Fixed[] {
  let fixed = new Map<string, Fixed>()
  for (let round = 0, isNew = true; isNew && round < mostRounds; round++) {
    isNew = false
    for (let entry of asked) {
      let file = entry.read()
      // What a link leads to may lie outside the folder, and is nobody's to change here.
      if (!('text' in file) || lstatSync(entry.path).isSymbolicLink()) continue
      let { text, bytes } = file
      let edits = fixesOf(workspace, entry.path, text, options)
      if (edits.length === 0) continue
      let ends = text.includes('\r\n') ? '\r\n' : '\n'
      let fresh = applyEdits(
        text,
        edits.map(edit => ({ ...edit, newText: edit.newText.replace(/\r?\n/g, ends) }))
      )
      if (fresh === text) continue
      isNew = true
      let mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? '\ufeff' : ''
      let { before = mark + text, count = 0 } = fixed.get(entry.path) ?? {}
      fixed.set(entry.path, { path: entry.path, before, after: mark + fresh, count: count + edits.length })
      workspace.set(entry.path, fresh)
      entry.read = () => ({ text: fresh, bytes })
    }
  }
  return [...fixed.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

function fixesOf(workspace: Loaded['workspace'], path: string, text: string, options: CheckOptions) {
  let check = checkFile(workspace, path, text, options)
  let step = check.next()
  while (!step.done) step = check.next()
  let [source] = workspace.files.get(path)?.kind === 'source' ? workspace.files.get(path)!.sources : []
  let end = source?.bodyFrom ?? Number.POSITIVE_INFINITY
  return fixAll(path, step.value.findings).filter(edit => edit.to <= end)
}

/** Writes what was fixed; throws `CannotRun` for a file that somebody changed meanwhile or that cannot be written. */
export function writeFixed(fixed: Fixed[], shown: (path: string) => string) {
  for (let { path, before, after } of fixed) {
    let now: ReadFile = readFileNow(path, Number.POSITIVE_INFINITY)
    if (!('text' in now) || Buffer.from(now.bytes).toString() !== before)
      throw new CannotRun(`${shown(path)} has changed meanwhile, and is left as it is.`)
    try {
      replaceFile(path, after)
    } catch (error) {
      throw new CannotRun(`${shown(path)} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
    }
  }
}

/** A unified diff, as `git apply` and `patch -p1` read it. */
export function patchOf(fixed: Fixed[], shown: (path: string) => string): string {
  return fixed
    .map(({ path, before, after }) =>
      createTwoFilesPatch(`a/${shown(path)}`, `b/${shown(path)}`, before, after, undefined, undefined, {
        context: 3,
        headerOptions: FILE_HEADERS_ONLY
      })
    )
    .join('')
}
