import type { Location, WorkspaceEdit } from 'vscode-languageserver-types'
import { type Actor, isRefusal, mergeActors, occurrencesOf, type Refusal, type Workspace } from '../core'
import { type EditSupport, toLocation } from './convert'
import { toChange } from './convert-change'

/** What makes one actor of two, nothing of it to be done unseen, and where their records stand; or why it is not done. */
export function merge(
  workspace: Workspace,
  gone: string,
  kept: string,
  texts: ReadonlyMap<string, string>,
  support: EditSupport
): { edit: WorkspaceEdit; gone: Location; kept: Location } | Refusal {
  let change = mergeActors(workspace, gone, kept, texts)
  if (isRefusal(change)) return change
  // Without a preview it would be done by itself.
  if (!support.annotations)
    return { refused: 'This editor shows no preview of a change, and actors are never merged unseen.' }
  let edit = toChange(workspace, change, support, `Make @${gone} the same actor as @${kept}`, true)
  if (!edit) return { refused: `@${gone} has a file of its own, and this editor lets no server remove files.` }
  let place = ({ path, span }: Actor) => toLocation(workspace, path, span)
  return { edit, gone: place(workspace.actor(gone)!), kept: place(workspace.actor(kept)!) }
}

/** The files it would change. */
export function mergeReaches(workspace: Workspace, gone: string, kept: string): string[] {
  let paths = [gone, kept].flatMap(key => occurrencesOf(workspace, { kind: 'actor', key }).map(({ path }) => path))
  for (let { path } of workspace.actorsOf(gone))
    paths.push(...occurrencesOf(workspace, { kind: 'file', path }).map(own => own.path))
  return [...new Set(paths)]
}
