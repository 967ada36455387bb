import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import { declarations, isSame, linksByLabel, occurrencesIn, type Span, type Workspace } from '../core'
import { toRange } from './convert'
import { subjectAt } from './places/subject-at'

/** Where else in its file the actor, source, statement or heading at the offset is named; where it is declared, as written. */
export function documentHighlight(workspace: Workspace, path: string, offset: number): DocumentHighlight[] | undefined {
  let at = subjectAt(workspace, path, offset)
  let file = workspace.files.get(path)
  if (!at || !file) return undefined
  let lines = workspace.lines(path)
  let found = [...occurrencesIn(file)]
    .filter(({ subject, form }) => form !== 'file name' && isSame(subject, at.subject))
    .map((place): Span & { isOwn?: boolean } => ({ ...place, isOwn: declarations.has(place.form) }))
  return [...found, ...linksByLabel(file, at.subject)]
    .sort((a, b) => a.from - b.from)
    .map(place => ({
      range: toRange(lines, place),
      kind: 'isOwn' in place && place.isOwn ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
    }))
}
