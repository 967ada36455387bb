import type { Connection } from 'vscode-languageserver'
import { excludeFilter, fileKind, fileName, ignoreFilter, isIgnoredAnywhere, type Options } from '../core'
import { toPath, toUri } from '../features/convert'
import type { FileText, Host } from './host'
import { type ListFilesResult, listFiles, type ReadFileResult, readFile } from './protocol'

/** Files as the client knows them: in a browser, and of schemes that no disk has. */
export function clientHost(connection: Connection): Host {
  let read: Host['read'] = async (path, limit) => {
    let answer = await connection.sendRequest<ReadFileResult>(readFile, { uri: toUri(path), limit })
    if (!answer) return { ...refusal('This file does not exist'), missing: true }
    if (answer.base64 !== undefined) return decode(answer.base64)
    return refusal(`This file has ${answer.size} bytes, more than the option \`files.maxSize\` allows, and is not read`)
  }
  return {
    read,
    async *list(root, options) {
      let uris = await connection.sendRequest<ListFilesResult>(listFiles, { uri: toUri(root) })
      yield* await kept(root, uris.map(toPath).sort(), options, read)
    }
  }
}

// What is left once exclusions and `.gitignore` files have spoken, from the outermost to the innermost.
async function kept(root: string, paths: string[], options: Options['files'], read: Host['read']): Promise<string[]> {
  let top = `${root}/`
  let filters = []
  for (let path of options.useGitignore ? paths : []) {
    if (fileName(path) !== '.gitignore') continue
    let patterns = await read(path, options.maxSize)
    if ('text' in patterns) filters.push(ignoreFilter(path.slice(0, -'.gitignore'.length), patterns.text))
  }
  filters.sort((a, b) => a.folder.length - b.folder.length)
  filters.push(excludeFilter(top, options.exclude))
  return paths.filter(path => fileKind(path) && !isIgnoredAnywhere(filters, top, path))
}

function decode(base64: string): FileText {
  let bytes = Uint8Array.from(atob(base64), char => char.charCodeAt(0))
  try {
    // The decoder itself takes a byte-order mark off.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    return refusal('This file is not UTF-8, and is not read: save it as UTF-8')
  }
}

function refusal(message: string): FileText & { problem: object } {
  return { problem: { from: 0, to: 0, message } }
}
