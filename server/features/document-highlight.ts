import { type DocumentHighlight, DocumentHighlightKind } from 'vscode-languageserver-types'
import { declarations, isSame, occurrencesIn, type Workspace } from '../core'
import { toRange } from './convert'
import { subjectAt } from './subject-at'

/** Where else in its file the actor, source, statement or heading at the offset is named; where it is declared, as written. */
export function documentHighlight(workspace: Workspace, path: string, offset: number): DocumentHighlight[] | undefined {
  let at = subjectAt(workspace, path, offset)
  let file = workspace.files.get(path)
  if (!at || !file) return undefined
  let lines = workspace.lines(path)
  return [...occurrencesIn(file)]
    .filter(({ subject, form }) => form !== 'file name' && isSame(subject, at.subject))
    .sort((a, b) => a.from - b.from)
    .map(found => ({
      range: toRange(lines, found),
      kind: declarations.has(found.form) ? DocumentHighlightKind.Write : DocumentHighlightKind.Read
    }))
}
