import type { CodeAction } from 'vscode-languageserver-types'
import type { Fix, Note, Workspace } from '../../core'
import type { CodeActionRequest } from '../code-actions'
import { type EditSupport, toOffset, toWorkspaceEdit } from '../convert'
import { linkAllNames, linkName } from './link'
import { newActor } from './new-actor'
import { newSourceHere } from './new-source'
import { statement } from './statement'

/** Where a writer asks what can be made of a place: an open note, and what is selected in it. */
export interface Asked {
  workspace: Workspace
  path: string
  text: string
  note: Note
  from: number
  to: number
  /** ISO date. */
  today?: string
}

/** A change that is offered, under one of the protocol's kinds. */
export type Refactoring = Fix & { kind: string }

export let refactorKinds = ['refactor.extract', 'refactor.rewrite', 'source.linkNames']

let offers: ((asked: Asked) => Iterable<Refactoring>)[] = [linkName, linkAllNames, newActor, newSourceHere, statement]

/**
 * What can be made of the selection or of what stands at the cursor. Where nothing is selected, only for a writer who asks: a light
 * bulb at every line says nothing.
 */
export function refactors(
  workspace: Workspace,
  path: string,
  { range, only, triggerKind }: CodeActionRequest,
  support: EditSupport,
  today?: string
): CodeAction[] {
  let text = workspace.texts.get(path)
  let note = workspace.note(path)
  if (text === undefined || !note) return []
  let lines = workspace.lines(path)
  let [from, to] = [toOffset(text, lines, range.start), toOffset(text, lines, range.end)]
  if (from === to && !only && triggerKind === 2) return []
  let actions: CodeAction[] = []
  for (let offer of offers)
    for (let offered of offer({ workspace, path, text, note, from, to, today })) {
      let { kind, title } = offered
      // What concerns the whole note has a menu of its own.
      let isWanted = only
        ? only.some(asked => asked === '' || `${kind}.`.startsWith(`${asked}.`))
        : !/^source/.test(kind)
      let edit = isWanted ? toWorkspaceEdit(workspace, offered, path, support) : undefined
      if (edit && !actions.some(action => action.title === title)) actions.push({ title, kind, edit })
    }
  return actions
}
