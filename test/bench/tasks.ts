import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Cache } from '../../server/cli/cache'
import { load as loadTargets } from '../../server/cli/load'
import { findTargets } from '../../server/cli/targets'
import { checkFile, fileKind, Workspace, warm } from '../../server/core'
import { listFiles } from '../../server/disk/list'
import { readFileNow } from '../../server/disk/read'
import { measured, timed } from './figures'
import { startPeer } from './peer'
import { memory } from './processes'
import { placeOfTyping, strokes } from './typing'

/** What is measured in processes of their own. */
export let tasks = { floor, stats, index, start, checkAll, peerAll, type, peerType }

/** What any reader of the same files has to do: list, read and decode them. */
async function floor(folder: string) {
  let bytes = 0
  let time = await measured(() => {
    for (let entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !fileKind(entry.name)) continue
      bytes += readFileSync(join(entry.parentPath, entry.name), 'utf8').length
    }
  })
  return { ...time, bytes }
}

async function index(folder: string) {
  let workspace = new Workspace()
  let bytes = 0
  let time = await measured(async () => {
    bytes = await load(workspace, folder)
  })
  let ready = await timed(() => toEnd(warm(workspace)))
  return { ...time, ready, megabytes: bytes / 1e6, memory: await memory() }
}

/** What is least of all: list the same files and ask for their stats. */
function stats(folder: string) {
  return measured(() => {
    for (let entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
      if (entry.isFile() && fileKind(entry.name)) statSync(join(entry.parentPath, entry.name))
  })
}

/** A start with what the last one kept in a folder: until it can be asked, and until all that was kept has been read. */
async function start(folder: string, kept: string) {
  let cache = new Cache(kept, [folder], Date.now())
  let targets = findTargets([folder], folder)
  let workspace: Workspace
  let time = await measured(async () => {
    workspace = (await loadTargets(targets, { show() {}, clear() {} }, cache)).workspace
  })
  let ready = await timed(() => workspace.uses.mentionCount(''))
  cache.write(workspace!)
  return { ...time, ready }
}

/** Every note is checked; their texts are at hand, as they are for the peer. */
async function checkAll(folder: string) {
  let workspace = new Workspace()
  await load(workspace, folder)
  toEnd(warm(workspace))
  let texts = [...workspace.files.values()].filter(file => file.kind === 'note').map(file => textOf(file.path))
  let found = 0
  let time = await measured(() => {
    for (let [path, text] of texts) found += toEnd(checkFile(workspace, path, text)).findings.length
  })
  return { ...time, found, memory: await memory() }
}

async function peerAll(folder: string) {
  let peer = startPeer(folder)
  let found = 0
  let time = await measured(async () => {
    for (let document of peer.documents.values()) found += (await peer.diagnose(document)).length
  })
  return { ...time, found, memory: await memory() }
}

/** Keystrokes in the long note, without a server around. */
async function type(folder: string) {
  let workspace = new Workspace()
  await load(workspace, folder)
  toEnd(warm(workspace))
  let path = `${folder}/open.note.md`
  let text = readFileSync(path, 'utf8')
  let at = placeOfTyping(text)
  return strokes(async letter => {
    text = text.slice(0, at) + letter + text.slice(at)
    workspace.set(path, text, true)
    toEnd(checkFile(workspace, path, text))
  }, 60)
}

async function peerType(folder: string) {
  let peer = startPeer(folder)
  for (let document of peer.documents.values()) await peer.diagnose(document)
  let document = [...peer.documents.values()].find(one => one.uri.endsWith('/open.note.md'))!
  let at = placeOfTyping(document.getText())
  return strokes(letter => peer.type(document, at, letter), 60)
}

/** Reads a folder into a workspace; returns how many bytes were read. */
export async function load(workspace: Workspace, folder: string): Promise<number> {
  let bytes = 0
  workspace.roots = [folder]
  for await (let path of listFiles(folder, workspace.optionsFor(`${folder}/`).files)) {
    let file = readFileNow(path, 1e9)
    if (!('text' in file)) continue
    bytes += file.bytes.length
    workspace.set(path, file.text)
  }
  return bytes
}

export async function bytesOf(folder: string): Promise<number> {
  let bytes = 0
  for await (let path of listFiles(folder, { exclude: [], useGitignore: true })) bytes += statSync(path).size
  return bytes
}

export function toEnd<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

let textOf = (path: string): [string, string] => [path, readFileSync(path, 'utf8')]
