import type { Range } from 'vscode-languageserver-types'
import type { Span, Workspace } from '../../core'
import { toLocation, toPosition } from '../convert'
import { plain } from '../words/escape'

/** A line of a tree in an editor's side bar. All words are plain text; only a tooltip has more than one line. */
export interface TreeLine {
  /** Tells it from the other lines of the tree. It stays the same while the line means the same. */
  id: string
  /** What it is; clients have an icon for each. */
  kind: LineKind
  label: string
  description?: string
  tooltip?: string
  /** Whose record it stands for. */
  record?: { kind: 'actor' | 'source'; key: string }
  /** What a note says of it: written at the cursor, or where it is dropped. */
  insert?: string
  /** Where it leads. */
  at?: { uri: string; range: Range }
  /** A finding that has a fix. */
  fixable?: boolean
  /** The lines beneath; `asked` when there are some that the client asks for. */
  children?: TreeLine[] | 'asked'
  /** Shown with its lines beneath. */
  open?: boolean
}

export type LineKind =
  // What is found in a note.
  | 'error'
  | 'warning'
  | 'information'
  | 'hint'
  | 'done'
  | 'missing'
  | 'unchecked'
  | 'suppressed'
  | 'quotations'
  | 'forecast'
  // What is known of a workspace.
  | 'group'
  | 'note'
  | 'source'
  // Some words quoted from it were not found in it.
  | 'doubtful'
  | 'person'
  | 'organization'
  | 'country'
  | 'place'
  | 'treaty'
  | 'actor'
  | 'key judgement'
  | 'judgement'
  | 'fact'
  | 'assumption'
  | 'gap'
  | 'indicator'
  | 'evidence'
  | 'against'

/** Where in a file a line leads. */
export function leadsTo(workspace: Workspace, path: string, span: Span): Pick<TreeLine, 'at'> {
  return { at: toLocation(workspace, path, span) }
}

/** Where in a file it is, in words. */
export function lineWords(workspace: Workspace, path: string, span: Span): string {
  return `line ${toPosition(workspace.lines(path), span.from).line + 1}`
}

/** Words of others on one line, and not a long one. */
export function inShort(words: string, most = 90): string {
  let line = plain(words)
  if (line.length <= most) return line
  let cut = line.lastIndexOf(' ', most)
  return `${line.slice(0, cut > most / 2 ? cut : most)}…`
}

/** `1 note`, `2 notes`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}
