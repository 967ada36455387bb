import { CancellationTokenSource, FileType, RelativePattern, Uri, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type ListFilesParams,
  type ListFilesResult,
  listFiles,
  type ReadFileParams,
  type ReadFileResult,
  readFile,
  relevantFiles
} from '../server/lsp/protocol'

let names = /(\.(note|source|actor)\.md|(^|\.)(actors|sources)\.yaml|^provenote\.yaml|\.bib|\.csl\.json|^\.gitignore)$/
let maxDepth = 32
/** In milliseconds. A search on a file system that can be searched takes less; one that takes more is not worth the waiting. */
let patience = 1500

/** Lets a server without a disk see the files of the workspace's folders, and no others. */
export function answerFileRequests(client: BaseLanguageClient) {
  return [
    client.onRequest(listFiles, ({ uri }: ListFilesParams) => list(Uri.parse(uri))),
    client.onRequest(readFile, ({ uri, limit }: ReadFileParams) => read(Uri.parse(uri), limit))
  ]
}

async function list(folder: Uri): Promise<ListFilesResult> {
  if (!workspace.workspaceFolders?.some(each => each.uri.toString() === folder.toString())) return []
  let found = await search(folder)
  if (!found.length) found = await walk(folder, 0)
  return found.map(each => each.toString())
}

/**
 * What VS Code's search finds; nothing where it has not answered in time. On a file system without a search provider it waits for
 * one, however long that takes, and says so to nobody.
 */
async function search(folder: Uri): Promise<Uri[]> {
  let pattern = new RelativePattern(folder, `{${relevantFiles.join(',')}}`)
  let stop = new CancellationTokenSource()
  let timer = isSearched(folder) ? undefined : setTimeout(() => stop.cancel(), patience)
  let stopped = new Promise<Uri[]>(done => stop.token.onCancellationRequested(() => done([])))
  try {
    let found = workspace.findFiles(pattern, '**/{node_modules,.git}/**', undefined, stop.token)
    return await Promise.race([found, stopped])
  } finally {
    clearTimeout(timer)
    stop.dispose()
  }
}

let isSearched = ({ scheme }: Uri) => scheme === 'file' || scheme === 'vscode-remote'

async function walk(folder: Uri, depth: number): Promise<Uri[]> {
  let found: Uri[] = []
  // A folder that cannot be read keeps nobody from the others.
  let entries = await workspace.fs.readDirectory(folder).then(
    own => own,
    () => []
  )
  for (let [name, type] of entries) {
    let uri = Uri.joinPath(folder, name)
    if (type === FileType.Directory && name !== '.git' && name !== 'node_modules' && depth < maxDepth)
      found.push(...(await walk(uri, depth + 1)))
    else if (type & FileType.File && names.test(name)) found.push(uri)
  }
  return found
}

async function read(uri: Uri, limit = Number.POSITIVE_INFINITY): Promise<ReadFileResult> {
  if (!workspace.getWorkspaceFolder(uri)) return null
  try {
    let { size } = await workspace.fs.stat(uri)
    return size > limit ? { size } : { size, base64: toBase64(await workspace.fs.readFile(uri)) }
  } catch {
    return null
  }
}

/** By hand, because a web worker has no `Buffer`; in pieces, because a call takes only so many arguments. */
function toBase64(bytes: Uint8Array) {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 0x2000) binary += String.fromCharCode(...bytes.subarray(i, i + 0x2000))
  return btoa(binary)
}
