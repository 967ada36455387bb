import { FileType, RelativePattern, Uri, workspace } from 'vscode'
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

/** Lets a server without a disk see the files of the workspace's folders, and no others. */
export function answerFileRequests(client: BaseLanguageClient) {
  return [
    client.onRequest(listFiles, ({ uri }: ListFilesParams) => list(Uri.parse(uri))),
    client.onRequest(readFile, ({ uri, limit }: ReadFileParams) => read(Uri.parse(uri), limit))
  ]
}

async function list(folder: Uri): Promise<ListFilesResult> {
  if (!workspace.workspaceFolders?.some(each => each.uri.toString() === folder.toString())) return []
  let pattern = new RelativePattern(folder, `{${relevantFiles.join(',')}}`)
  let found = await workspace.findFiles(pattern, '**/{node_modules,.git}/**')
  // A file system without a search provider finds nothing, and says so to nobody.
  if (!found.length) found = await walk(folder, 0)
  return found.map(each => each.toString())
}

async function walk(folder: Uri, depth: number): Promise<Uri[]> {
  let found: Uri[] = []
  for (let [name, type] of await workspace.fs.readDirectory(folder)) {
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
