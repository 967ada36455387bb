import { DidChangeWatchedFilesNotification, FileChangeType, type FileEvent, WatchKind } from 'vscode-languageserver'
import { fileKind, fileName } from '../core'
import { toPath } from '../features/convert'
import { recheck } from './check-workspace'
import type { Watch } from './host'
import { relevantFiles } from './protocol'
import type { Server } from './state'

/** How long, in milliseconds, changes are gathered: a branch switch is one change, not a thousand. */
let gather = 20

/** Follows the files on the disk: by the client's watchers where it has them, else by the host's own. */
export function watch(server: Server): {
  follow(roots: string[]): Promise<unknown>
  /** Takes note of a change that somebody else tells of. */
  add(path: string, change: 'changed' | 'gone'): void
} {
  let { connection, files } = server
  let changes = new Map<string, 'changed' | 'gone'>()
  let watches = new Map<string, Watch | undefined>()
  let busy = false
  let add = (path: string, change: 'changed' | 'gone') => {
    if (changes.size === 0 && !busy) later()
    changes.set(path, change)
  }
  let later = () => setTimeout(() => server.guard('watched files', flush), gather)
  // What comes while a batch is read is the next batch.
  let flush = async () => {
    let batch = new Map(changes)
    changes.clear()
    busy = true
    try {
      await apply(server, batch)
    } finally {
      busy = false
      if (changes.size > 0) later()
    }
  }
  connection.onDidChangeWatchedFiles(({ changes }) => {
    for (let { uri, type } of changes as FileEvent[])
      add(toPath(uri), type === FileChangeType.Deleted ? 'gone' : 'changed')
  })
  let watchers = [
    ...relevantFiles.map(globPattern => ({ globPattern })),
    // Of a folder that goes, clients name only the folder.
    { globPattern: '**/*', kind: WatchKind.Delete }
  ]
  if (server.client.watching)
    server.guard('watching', () => connection.client.register(DidChangeWatchedFilesNotification.type, { watchers }))
  return {
    add,
    follow(roots) {
      for (let [root, watch] of watches) {
        if (roots.includes(root)) continue
        watch?.end()
        watches.delete(root)
      }
      for (let root of roots) {
        if (watches.has(root) || server.client.watching) continue
        let changed = (paths: string[]) => {
          for (let path of paths) add(path, 'changed')
        }
        watches.set(root, files.host(root)?.watch?.(root, files.options(root), changed))
      }
      return Promise.all([...watches.values()].map(watch => watch?.ready))
    }
  }
}

async function apply(server: Server, changes: Map<string, 'changed' | 'gone'>) {
  let { files, workspace } = server
  let gone: string[] = []
  let load: string[] = []
  let relist = new Set<string>()
  for (let [path, change] of changes) {
    let root = workspace.rootOf(path)?.slice(0, -1)
    if (root === undefined) continue
    let kind = fileKind(path)
    if (files.listed.has(path)) load.push(path)
    else if (change === 'gone') gone.push(...below(files.listed, path))
    // A file that is new may be one that is ignored: only the list knows.
    else if (kind) relist.add(root)
    if (kind === 'config' || fileName(path) === '.gitignore') relist.add(root)
  }
  files.remove(gone)
  await files.load(load)
  for (let root of relist) await reread(server, root)
  if (gone.length + load.length + relist.size === 0) return
  server.diagnoser.touchAll()
  await recheck(server, [...gone, ...load])
}

/** Lists a folder again: reads what is new in it, drops what is no longer there or has come to be ignored. */
export async function reread({ files }: Server, root: string) {
  let listed = new Set(await files.list(root))
  let known = new Set(below(files.listed, root))
  files.remove([...known].filter(path => !listed.has(path)))
  await files.load([...listed].filter(path => !known.has(path)))
}

function below(paths: Iterable<string>, folder: string): string[] {
  let start = folder.endsWith('/') ? folder : `${folder}/`
  return [...paths].filter(path => path.startsWith(start))
}
