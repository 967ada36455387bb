import { type Dirent, readdirSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileKind } from '../core/files'
import { excludeFilter, type IgnoreFilter, ignoreFilter, isIgnored } from '../core/ignored'

export interface ListOptions {
  /** Patterns as in `.gitignore`. */
  exclude: readonly string[]
  useGitignore: boolean
}

/** What stands in one folder, as far as it is not left out. Paths of folders end in `/`. */
export interface Listing {
  files: string[]
  folders: { path: string; filters: readonly IgnoreFilter[] }[]
  /** Of the folder's own `.gitignore`. */
  patterns?: string
}

/**
 * The files of a folder that are Provenote's, sorted by path. Left out are `.git`, `node_modules`, what `.gitignore` files and
 * `files.exclude` say, and symbolic links: what they lead to is outside, or is listed where it stands. Folders that cannot be
 * read are passed over. Up to 16 folders are read at a time, ahead of the caller.
 *
 * @param root absolute, with `/`
 */
export async function* listFiles(root: string, options: ListOptions): AsyncGenerator<string> {
  let read = limited(16)
  let top = withSlash(root)
  let start = { path: top, filters: [excludeFilter(top, options.exclude)] }
  // A stack of what is still to come, each folder already being read. Sorted by path, a folder's files stand among its folders.
  let rest: (string | Promise<Listing>)[] = [read(() => listFolder(start, options))]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') {
      yield next
      continue
    }
    let { files, folders } = await next
    let inside: [string, string | Promise<Listing>][] = [
      ...files.map((path): [string, string] => [path, path]),
      ...folders.map((folder): [string, Promise<Listing>] => [folder.path, read(() => listFolder(folder, options))])
    ]
    inside.sort(([a], [b]) => (a < b ? 1 : -1))
    for (let [, entry] of inside) rest.push(entry)
  }
}

/** The same at once, for callers with nothing else to do meanwhile: in half the time. */
export function* listFilesNow(root: string, options: ListOptions): Generator<string> {
  let top = withSlash(root)
  let rest: (string | Listing['folders'][number])[] = [{ path: top, filters: [excludeFilter(top, options.exclude)] }]
  for (let next = rest.pop(); next !== undefined; next = rest.pop()) {
    if (typeof next === 'string') {
      yield next
      continue
    }
    let entries = orElse(() => readdirSync(next.path, { withFileTypes: true }), [])
    let ignore = () => orElse(() => readFileSync(`${next.path}.gitignore`, 'utf8'), '')
    let { files, folders } = listing(next, entries, hasIgnore(entries, options) ? ignore() : undefined)
    let inside = [...files.map(path => ({ path, entry: path })), ...folders.map(entry => ({ path: entry.path, entry }))]
    inside.sort((a, b) => (a.path < b.path ? 1 : -1))
    for (let { entry } of inside) rest.push(entry)
  }
}

/** Reads one folder. Never fails: of a folder that cannot be read nothing is known. */
export async function listFolder(folder: Listing['folders'][number], options: ListOptions): Promise<Listing> {
  let entries = await readdir(folder.path, { withFileTypes: true }).catch((): Dirent[] => [])
  let ignore = () => readFile(`${folder.path}.gitignore`, 'utf8').catch(() => '')
  return listing(folder, entries, hasIgnore(entries, options) ? await ignore() : undefined)
}

let hasIgnore = (entries: readonly Dirent[], { useGitignore }: ListOptions) =>
  useGitignore && entries.some(entry => entry.name === '.gitignore' && entry.isFile())

function listing(
  { path: folder, filters }: Listing['folders'][number],
  entries: readonly Dirent[],
  patterns: string | undefined
): Listing {
  let listing: Listing = { files: [], folders: [] }
  if (patterns !== undefined) {
    listing.patterns = patterns
    // `files.exclude` has the last word.
    filters = [...filters.slice(0, -1), ignoreFilter(folder, patterns), ...filters.slice(-1)]
  }
  for (let entry of entries) {
    let path = folder + entry.name
    if (entry.isFile()) {
      if (fileKind(path) && !isIgnored(filters, path)) listing.files.push(path)
    } else if (entry.isDirectory() && entry.name !== '.git' && !isIgnored(filters, `${path}/`))
      listing.folders.push({ path: `${path}/`, filters })
  }
  return listing
}

function orElse<T>(work: () => T, otherwise: T): T {
  try {
    return work()
  } catch {
    return otherwise
  }
}

function withSlash(path: string): string {
  return path.endsWith('/') ? path : `${path}/`
}

/** Runs what it is given, some at a time, in the order it came. */
function limited(most: number) {
  let running = 0
  let waiting: (() => void)[] = []
  return async <T>(work: () => Promise<T>): Promise<T> => {
    if (running >= most) await new Promise<void>(resolve => waiting.push(resolve))
    running++
    try {
      return await work()
    } finally {
      running--
      waiting.shift()?.()
    }
  }
}
