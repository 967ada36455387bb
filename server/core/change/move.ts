import { fileKind, fileName, keyFromPath } from '../files'
import { linkParts, resolvePath } from '../links'
import type { Source } from '../model'
import type { FileSummary, Workspace } from '../workspace'
import { quoteYaml } from '../yaml-errors'
import { type Change, type ChangeEdit, isRefusal } from './change'
import { linkPath, relativePath } from './relative-path'
import { rename } from './rename'

/** A file or folder that gets another path. */
export interface Move {
  from: string
  to: string
}

/**
 * What has to be written anew when files or folders are moved by somebody else: keys that come from their names, links to them, links
 * and paths of originals inside them. Edits are of the files where they are now.
 *
 * @returns also what is left as it is, each in a sentence for the writer
 */
export function move(workspace: Workspace, moves: Move[]): { change: Change; left: string[] } {
  let edits: ChangeEdit[] = []
  let left: string[] = []
  let moved = (path: string) => movedPath(path, moves)
  for (let file of workspace.files.values()) {
    let path = moved(file.path)
    for (let link of writtenLinks(file)) {
      let edit = linkEdit(file.path, path, link, moved)
      if (edit) edits.push(edit)
    }
    for (let source of file.sources) {
      let edit = originalEdit(workspace, source, path, moved)
      if (edit) edits.push(edit)
    }
  }
  // After the links, which are written anew as a whole.
  for (let file of workspace.files.values()) {
    let path = moved(file.path)
    if (path !== file.path) keyEdits(workspace, file, path, edits, left)
  }
  return { change: { edits, renames: [], removes: [] }, left }
}

// Every destination that is written in the file, once.
function writtenLinks({ note }: FileSummary): { destination: string; from: number }[] {
  return note ? [...note.links.filter(({ through }) => !through), ...note.definitions, ...note.images] : []
}

function movedPath(path: string, moves: Move[]): string {
  for (let { from, to } of moves) {
    if (path === from) return to
    if (path.startsWith(`${from}/`)) return to + path.slice(from.length)
  }
  return path
}

function linkEdit(
  path: string,
  newPath: string,
  { destination, from }: { destination: string; from: number },
  moved: (path: string) => string
): ChangeEdit | undefined {
  let parts = linkParts(path, destination)
  if (!parts?.file) return undefined
  let target = moved(parts.path)
  if (target === parts.path && newPath === path) return undefined
  let written = destination.slice(parts.file.from, parts.file.to)
  let isShort = written === linkPath(relativePath(path, parts.path))
  // A way round that still leads there is the writer's own.
  if (!isShort && linkParts(newPath, written)?.path === target) return undefined
  let relative = linkPath(relativePath(newPath, target))
  if (written.startsWith('./') && !relative.startsWith('.')) relative = `./${relative}`
  if (relative === written) return undefined
  return { path, from: from + parts.file.from, to: from + parts.file.to, newText: relative }
}

// The path of a captured original, beside a source that moves, or of one that moves itself.
function originalEdit(
  workspace: Workspace,
  { path, original, fields }: Source,
  newPath: string,
  moved: (path: string) => string
): ChangeEdit | undefined {
  let value = fields.fields.find(field => field.key === 'original')?.value
  if (original === undefined || value?.type !== 'scalar') return undefined
  let target = resolvePath(path, original)
  let now = moved(target)
  if (resolvePath(newPath, original) === now) return undefined
  let root = workspace.rootOf(path)
  // A path that leads out of the folder would be refused; then the finding says what is wrong.
  if (root !== undefined && !(newPath.startsWith(root) && now.startsWith(root))) return undefined
  let relative = relativePath(newPath, now)
  let { from, to } = value
  if (to - from === value.value.length + 2 && !/["'\\]/.test(relative)) [from, to] = [from + 1, to - 1]
  else if (!/^[\p{L}\p{N}_./-][\p{L}\p{M}\p{N} _./()+-]*$/u.test(relative)) relative = quoteYaml(relative)
  return { path, from, to, newText: relative }
}

function keyEdits(workspace: Workspace, file: FileSummary, path: string, edits: ChangeEdit[], left: string[]) {
  let [record] = [...file.actors, ...file.sources]
  if (fileKind(path) !== file.kind || !record || record.keySpan.to > 0) return
  if (file.kind !== 'actor' && file.kind !== 'source') return
  let key = keyFromPath(path)
  if (key === record.key) return
  let all = file.kind === 'actor' ? workspace.actorsOf(record.key) : workspace.sourcesOf(record.key)
  // What is said of the other stays with the other. A bibliography's entry is the same source.
  if (all.some(other => other.path !== file.path && fileKind(other.path) !== 'bibliography')) {
    left.push(`“${record.key}” is also the key of another record: what names it is left as it is.`)
    return
  }
  let made = rename(workspace, { kind: file.kind, key: record.key }, key)
  if (isRefusal(made)) {
    left.push(`What names “${record.key}” is left as it is, for ${fileName(path)} gives no new key. ${made.refused}`)
    return
  }
  // Links to the file have been seen to, wherever it goes.
  let isLink = (edit: ChangeEdit) =>
    edits.some(own => own.path === edit.path && own.from <= edit.from && edit.to <= own.to)
  edits.push(...made.edits.filter(edit => !isLink(edit)))
}
