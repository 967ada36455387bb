import type { Range, WorkspaceEdit } from 'vscode-languageserver-types'
import {
  linkPath,
  type Note,
  newSource,
  pastedCitation,
  relativePath,
  type Span,
  sourcesAt,
  type Workspace
} from '../core'
import { type EditSupport, toOffset, toWorkspaceEdit } from './convert'

/** A way to put something into a note. */
export interface Insertion {
  title: string
  insertText: string
  /** Makes the file of a new source. */
  edit?: WorkspaceEdit
}

/** Citations to paste in place of an address, or of words with their address: of the source that has it, else of a new one. */
export function paste(
  workspace: Workspace,
  path: string,
  range: Range,
  text: string,
  support: EditSupport,
  today?: string
): Insertion[] {
  let pasted = pastedCitation(text)
  let own = workspace.texts.get(path)
  let note = workspace.note(path)
  if (!pasted || own === undefined || !note) return []
  let lines = workspace.lines(path)
  let [from, to] = [toOffset(own, lines, range.start), toOffset(own, lines, range.end)]
  if (!isProse(note, { from, to })) return []
  // What is selected is what the source is to be cited for, and stays.
  let said = pasted.words ? `“${inMarks(pasted.words)}”` : own.slice(from, to)
  let before = said || (from > 0 && /[\p{L}\p{N}”"»]/u.test(own[from - 1])) ? `${said} ` : said
  let cited = (key: string) => `${before}[^${key}]`
  let known = sourcesAt(workspace, pasted.address)
  if (known.length > 0) return known.map(({ key }) => ({ title: `Cite ${key}`, insertText: cited(key) }))
  let made = newSource(workspace, path, { address: pasted.address }, today)
  let edit = made && toWorkspaceEdit(workspace, made.fix, path, support)
  return made && edit ? [{ title: `Cite it as a new source, ${made.key}`, insertText: cited(made.key), edit }] : []
}

/** What names the files that are dropped onto a note: a citation, a mention, or a link. Nothing where one of them is none of ours. */
export function drop(workspace: Workspace, path: string, dropped: string[]): Insertion | undefined {
  let words = dropped.map(file => nameOf(workspace, path, file))
  if (words.length === 0 || words.some(word => word === undefined)) return undefined
  let title = words.every(word => word!.startsWith('[^')) ? 'Cite' : 'Name'
  return { title: `${title} ${words.length === 1 ? words[0] : `${words.length} files`}`, insertText: words.join(' ') }
}

function nameOf(workspace: Workspace, path: string, file: string): string | undefined {
  let known = workspace.files.get(file)
  if (known?.kind === 'source') return known.sources.map(({ key }) => `[^${key}]`)[0]
  if (known?.kind === 'actor') return known.actors.map(({ key }) => `@${key}`)[0]
  if (known?.kind !== 'note' || file === path) return undefined
  let title = known.note?.title ?? file.slice(file.lastIndexOf('/') + 1)
  return `[${title.replace(/[[\]\\]/g, '\\$&')}](${linkPath(relativePath(path, file))})`
}

// Not in front matter, code, comments, addresses, or what has a meaning already.
function isProse(note: Note, { from, to }: Span): boolean {
  let front = note.frontMatter
  if (front && from < front.to) return false
  let taken = [...note.opaque, ...note.citations, ...note.mentions]
  return !taken.some(own => (from === to ? own.from < from && from < own.to : own.from < to && from < own.to))
}

// Marks of the same kind inside would end the quotation.
let inMarks = (words: string) => words.replace(/[“"„]([^“”"„]*)[”"“]/g, '‘$1’').replace(/[“”"„]/g, '’')
