import { join, resolve, sep } from 'node:path'
import { fileKind, Workspace } from '../core'
import { listFilesNow } from '../disk/list'
import { type ReadFile, readFileNow } from '../disk/read'
import type { Cache } from './cache'
import type { Progress } from './progress'
import type { Targets } from './targets'

/** A workspace read from disk. Its paths are absolute, with `/`. */
export interface Loaded {
  workspace: Workspace
  /** Files that were asked for, sorted by path, with a way to their text. */
  asked: { path: string; read: () => ReadFile }[]
  /** All files that are there and were not read, and why. */
  unread: { path: string; message: string }[]
}

/** Reads the folders whole. One file after another: nobody waits meanwhile, and for small files it is the fastest way. */
export async function load(targets: Targets, progress: Progress, cache?: Cache): Promise<Loaded> {
  let workspace = new Workspace()
  workspace.roots = targets.folders.map(slashed)
  let loaded: Loaded = { workspace, asked: [], unread: [] }
  let kept = 0
  let seen = new Set<string>()
  let take = (path: string) => {
    if (seen.has(path)) return
    seen.add(path)
    let limit = workspace.optionsFor(path).files.maxSize
    let file = cache ? cache.take(path, limit) : readFileNow(path, limit)
    let isAsked = targets.isAsked(sep === '/' ? path : resolve(path))
    if (typeof file === 'function') workspace.restore(path, file)
    else if ('text' in file) workspace.set(path, file.text)
    else if (file.missing) return
    else loaded.unread.push({ path, message: file.problem.message })
    progress.show(() => `Reading ${seen.size.toLocaleString('en')} files`)
    if (!isAsked) return
    // Sources are many and long, and only their records are checked: they are read again when it is their turn.
    let own = typeof file === 'function' || fileKind(path) === 'source' || kept >= keptAtMost ? undefined : file
    if (own && 'text' in own) kept += own.text.length
    loaded.asked.push({ path, read: () => own ?? cache?.again(path, limit) ?? readFileNow(path, limit) })
  }
  for (let folder of targets.folders) {
    // What the folder's own configuration leaves out has to be known before it is listed.
    let root = slashed(folder)
    let config = textOf(readFileNow(join(folder, 'provenote.yaml'), limitOfConfig))
    if (config !== undefined) workspace.set(`${root}/provenote.yaml`, config)
    for (let path of listFilesNow(root, workspace.optionsFor(`${root}/`).files)) take(path)
  }
  for (let file of targets.files) take(slashed(file))
  loaded.asked.sort((a, b) => (a.path < b.path ? -1 : 1))
  return loaded
}

let keptAtMost = 64 * 1024 * 1024
let limitOfConfig = 1024 * 1024

let textOf = (file: ReadFile) => ('text' in file ? file.text : undefined)
// Of the root of a drive nothing is left but the drive.
let slashed = (path: string) => path.split(sep).join('/').replace(/\/$/, '')
