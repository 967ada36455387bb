import { type CodeAction, CodeActionKind } from 'vscode-languageserver-types'
import { type Finding, fixAll, type Workspace } from '../core'
import { type EditSupport, toWorkspaceEdit } from './convert'

/** The kind of the action that fixes what can be fixed unseen; a client may have it run when a file is saved. */
export const fixAllKind = `${CodeActionKind.SourceFixAll}.provenote`

/** One action that applies every fix of the file that may be applied unseen; none if there is none. */
export function fixAllInFile(
  workspace: Workspace,
  path: string,
  findings: readonly Finding[],
  support: EditSupport
): CodeAction[] {
  return action(workspace, path, fixAll(path, findings), 'Fix all that needs no decision', fixAllKind, support)
}

/** For each rule at the cursor that can be fixed unseen in several places, an action that does so in the whole file. */
export function fixAllOfRule(
  workspace: Workspace,
  path: string,
  findings: readonly Finding[],
  here: ReadonlySet<string>,
  support: EditSupport
): CodeAction[] {
  return [...here].flatMap(rule => {
    let count = findings.filter(own => own.rule === rule).length
    let edits = count > 1 ? fixAll(path, findings, { rule }) : []
    if (edits.length < 2) return []
    return action(workspace, path, edits, `Fix all of ${rule} in this file`, CodeActionKind.QuickFix, support)
  })
}

function action(
  workspace: Workspace,
  path: string,
  edits: ReturnType<typeof fixAll>,
  title: string,
  kind: CodeActionKind,
  support: EditSupport
): CodeAction[] {
  let edit = edits.length > 0 ? toWorkspaceEdit(workspace, { title, edits }, path, support) : undefined
  return edit ? [{ title, kind, edit }] : []
}
