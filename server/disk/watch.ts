import { type FSWatcher, watch } from 'node:fs'
import { stat } from 'node:fs/promises'
import { excludeFilter } from '../core/ignored'
import { type Listing, type ListOptions, listFolder } from './list'

type Folder = Listing['folders'][number]

/** What is known of a watched folder. */
interface Watched {
  folder: Folder
  watcher?: FSWatcher
  /** Which folder is watched: another may come to stand under its name, even with its number. */
  identity: string
  /** From a file's path to what its stat said. */
  files: Map<string, string>
  folders: Set<string>
  patterns?: string
}

/**
 * Watches the files that `listFiles` lists, for editors that cannot. Changes are told in batches: the paths of files that were written,
 * made or removed, sorted; whoever reads them learns which. A branch switch is one batch.
 *
 * One watch for each folder that is not left out, rather than the system's recursive one, which on Linux would be told of all of
 * `node_modules`. What an event says is taken as a hint only: the folder is listed again and compared.
 *
 * @param onChange never called with an empty list, nor after the returned function was called
 * @param quiet milliseconds without an event that end a batch; a batch waits at most ten times as long
 * @returns what ends it, a promise of the moment from which nothing is missed, and the folders that the system would not watch
 */
export function watchFiles(root: string, options: ListOptions, onChange: (paths: string[]) => void, quiet = 50) {
  let watched = new Map<string, Watched>()
  let unwatched = new Set<string>()
  let dirty = new Set<string>()
  let changed = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let since = 0
  let ended = false
  let working: Promise<void> = Promise.resolve()

  function wake(path: string) {
    if (ended) return
    if (!dirty.size) since = Date.now()
    dirty.add(path)
    clearTimeout(timer)
    timer = setTimeout(settle, Math.max(0, Math.min(quiet, since + 10 * quiet - Date.now())))
  }

  function settle() {
    let paths = [...dirty].sort()
    dirty.clear()
    working = working.then(async () => {
      for (let path of paths) {
        let known = watched.get(path)
        if (known) await update(known)
      }
      let batch = [...changed].sort()
      changed.clear()
      // Out of the chain, so that a caller's failure does not end the watching.
      setImmediate(() => batch.length && !ended && onChange(batch))
    })
  }

  async function enter(folder: Folder, first: boolean) {
    if (ended || watched.has(folder.path)) return
    let known: Watched = { folder, identity: '', files: new Map(), folders: new Set() }
    watched.set(folder.path, known)
    await update(known, first)
  }

  async function keepWatching(known: Watched) {
    let { path } = known.folder
    let found = await stat(path).catch(() => undefined)
    let identity = found ? `${found.ino} ${found.birthtimeMs}` : known.identity
    if (ended || identity === known.identity || watched.get(path) !== known) return
    known.watcher?.close()
    known.identity = identity
    try {
      known.watcher = watch(path, () => wake(path)).on('error', () => wake(path))
      unwatched.delete(path)
    } catch {
      // Gone again, or the system has no watches left.
      unwatched.add(path)
    }
  }

  // Lists a folder again and tells what differs from what was known; `stale` when filters from further out have changed.
  async function update(known: Watched, first = false, stale = false) {
    await keepWatching(known)
    let { files, folders, patterns } = await listFolder(known.folder, options)
    let stamps = new Map(
      await Promise.all(files.map(async (path): Promise<[string, string]> => [path, await stamp(path)]))
    )
    if (ended) return
    for (let [path, said] of stamps) if (!first && known.files.get(path) !== said) changed.add(path)
    for (let path of known.files.keys()) if (!stamps.has(path)) changed.add(path)
    known.files = stamps
    for (let path of known.folders) if (!folders.some(folder => folder.path === path)) leave(path)
    known.folders = new Set(folders.map(folder => folder.path))
    // Another `.gitignore` holds further in, too.
    let filtersChanged = !first && patterns !== known.patterns
    known.patterns = patterns
    for (let folder of folders) {
      let inner = watched.get(folder.path)
      if (!inner) await enter(folder, first)
      else if (filtersChanged || stale) {
        inner.folder = folder
        await update(inner, false, true)
      }
    }
  }

  function leave(path: string) {
    for (let [inner, known] of watched) {
      if (!inner.startsWith(path)) continue
      known.watcher?.close()
      watched.delete(inner)
      for (let file of known.files.keys()) changed.add(file)
    }
  }

  let top = root.endsWith('/') ? root : `${root}/`
  working = enter({ path: top, filters: [excludeFilter(top, options.exclude)] }, true)
  return {
    ready: working,
    unwatched,
    end() {
      ended = true
      clearTimeout(timer)
      for (let { watcher } of watched.values()) watcher?.close()
      watched.clear()
    }
  }
}

async function stamp(path: string): Promise<string> {
  let found = await stat(path).catch(() => undefined)
  return found ? `${found.mtimeMs} ${found.size} ${found.ino}` : ''
}
