import { type FileKind, fileKind, fileName, keyFromPath } from '../files'
import type { Fix } from '../model'
import type { FileSummary, Workspace } from '../workspace'
import { quoteYaml } from '../yaml-errors'
import { short } from './run'

/** Register an actor in the list of actors that is nearest to the note, or in a new one beside it. */
export function createActor(workspace: Workspace, path: string, key: string, name?: string): Fix | undefined {
  let said =
    name?.replace(/\s+/g, ' ').trim() ||
    key.replace(/[-_]+/g, ' ').replace(/(?<!\p{L})\p{Ll}/gu, letter => letter.toUpperCase())
  // Whether it is a person or a body is for the writer to say.
  let record = `${key}:\n  schema: LegalEntity\n  name: ${plain(said)}\n`
  let list = nearestFile(workspace, path, 'actors', file => file.problems.length === 0)
  if (list) {
    let endsLine = list.lines[list.lines.length - 1] === list.length
    let newText = list.length === 0 ? record : `${endsLine ? '' : '\n'}\n${record}`
    return {
      title: `Add ${key} to ${fileName(list.path)}`,
      edits: [{ path: list.path, from: list.length, to: list.length, newText }]
    }
  }
  let created = `${folderOf(path)}actors.yaml`
  if (workspace.files.has(created)) return undefined
  return { title: `Create actors.yaml with ${key}`, edits: [], create: { path: created, text: record } }
}

/**
 * A file for a source that is cited but not known: beside the sources that are nearest to the note, else in a folder `sources`
 * beside it. What a key holds never leads to another folder. Fields are empty but for the given values.
 */
export function createSource(
  workspace: Workspace,
  path: string,
  key: string,
  values: { [field: string]: string } = {}
): Fix {
  // Where sources are kept for the folders around the note, too; another project's are not touched.
  let serves = (own: string) => path.startsWith(folderOf(folderOf(own).slice(0, -1)))
  let beside = nearestFile(workspace, path, 'source', file => serves(file.path))
  let folder = beside ? folderOf(beside.path) : `${folderOf(path)}sources/`
  let taken = new Set([...workspace.files.keys()].map(own => own.toLowerCase()))
  let base = safeName(key)
  let name = base
  for (let i = 2; taken.has(`${folder}${name}.source.md`.toLowerCase()); i++) name = `${base}-${i}`
  let created = `${folder}${name}.source.md`
  let fields = [
    'type',
    'title',
    'author',
    'container-title',
    'publisher',
    'issued',
    'accessed',
    'URL',
    'language',
    'kind',
    'reliability'
  ]
  let head = keyFromPath(created) === key ? [] : [`key: ${plain(key)}`]
  let text = `---\n${[...head, ...fields.map(field => (values[field] ? `${field}: ${plain(values[field])}` : `${field}:`))].join('\n')}\n---\n`
  return { title: `Create the source ${short(fileName(created))}`, edits: [], create: { path: created, text } }
}

// A name that every file system takes. Some give `con` and `nul` a meaning whatever ending follows.
function safeName(key: string): string {
  let name = key
    .replace(/[^\p{L}\p{N}\p{M}_.+-]+/gu, '-')
    .replace(/\.{2,}/g, '.')
    .slice(0, 80)
    .replace(/^[.\s]+|[.\s]+$/g, '')
  return /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(name) ? `source-${name}` : name || 'source'
}

let plain = (words: string) => (/^\p{L}[\p{L}\p{M}\p{N} .'’_-]*$/u.test(words) ? words : quoteYaml(words))

export function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

// Of the files of a kind that fit, the one that shares most folders with the path; then the one with the shorter name.
function nearestFile(
  workspace: Workspace,
  path: string,
  kind: FileKind,
  fits: (file: FileSummary) => boolean
): FileSummary | undefined {
  let root = workspace.rootOf(path)
  let best: { file: FileSummary; shared: number } | undefined
  for (let own of workspace.files.keys()) {
    if (fileKind(own) !== kind || workspace.rootOf(own) !== root) continue
    let file = workspace.files.get(own)!
    if (!fits(file)) continue
    let shared = sharedFolders(path, own)
    if (!best || shared > best.shared || (shared === best.shared && isBefore(file.path, best.file.path)))
      best = { file, shared }
  }
  return best?.file
}

let isBefore = (a: string, b: string) => a.length < b.length || (a.length === b.length && a < b)

function sharedFolders(a: string, b: string): number {
  let [one, other] = [a.split('/').slice(0, -1), b.split('/').slice(0, -1)]
  let count = 0
  while (count < Math.min(one.length, other.length) && one[count] === other[count]) count++
  return count
}
