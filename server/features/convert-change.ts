import type { AnnotatedTextEdit, ChangeAnnotation, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import type { Change, ChangeEdit, Workspace } from '../core'
import { type EditSupport, toRange, toUri } from './convert'

/**
 * A change of several files, as far as the client can make it: files are renamed and removed after their texts are changed. What is
 * unsure waits for the writer's consent; for a client that cannot ask it is left as it is. Undefined where a file cannot be renamed or
 * removed.
 *
 * @param label says in a few words what is done, for the client that shows it before
 * @param unseen nothing at all is done before the writer has seen it
 */
export function toChange(
  workspace: Workspace,
  { edits, renames, removes }: Change,
  support: EditSupport,
  label: string,
  unseen = false
): WorkspaceEdit | undefined {
  if ((renames.length > 0 && !support.renameFiles) || (removes.length > 0 && !support.deleteFiles)) return undefined
  let annotations: { [id: string]: ChangeAnnotation } = { sure: { label, needsConfirmation: unseen } }
  let annotated = ({ unsure, newText, ...span }: ChangeEdit): TextEdit | AnnotatedTextEdit => {
    let edit = { range: toRange(workspace.lines(span.path), span), newText }
    if (!support.annotations) return edit
    if (unsure) annotations[unsure] = { label: `${label}: look first`, description: unsure, needsConfirmation: true }
    return { ...edit, annotationId: unsure ?? 'sure' }
  }
  let byPath = new Map<string, TextEdit[]>()
  for (let edit of [...edits].sort((a, b) => a.from - b.from)) {
    if (edit.unsure && !support.annotations) continue
    let own = byPath.get(edit.path)
    if (own) own.push(annotated(edit))
    else byPath.set(edit.path, [annotated(edit)])
  }
  if (!support.documentChanges)
    return { changes: Object.fromEntries([...byPath].map(([path, edits]) => [toUri(path), edits])) }
  let annotation = support.annotations ? { annotationId: 'sure' } : {}
  return {
    documentChanges: [
      ...[...byPath].map(([path, edits]) => ({
        textDocument: { uri: toUri(path), version: support.versionOf(path) },
        edits
      })),
      ...renames.map(({ from, to }) => ({
        kind: 'rename' as const,
        oldUri: toUri(from),
        newUri: toUri(to),
        ...annotation
      })),
      ...removes.map(path => ({ kind: 'delete' as const, uri: toUri(path), ...annotation }))
    ],
    ...(support.annotations ? { changeAnnotations: annotations } : {})
  }
}
