import type { Range, WorkspaceEdit } from 'vscode-languageserver-types'
import { rename as change, isRefusal, nameOf, occurrencesOf, type Refusal, renamableAt, type Workspace } from '../core'
import { type EditSupport, toRange } from './convert'
import { toChange } from './convert-change'

/** The key or id at the offset, to be written anew; or why there is none. */
export function prepareRename(
  workspace: Workspace,
  path: string,
  offset: number
): { range: Range; placeholder: string } | Refusal {
  let found = renamableAt(workspace, path, offset)
  if (isRefusal(found)) return found
  return { range: toRange(workspace.lines(path), found), placeholder: nameOf(found.subject) }
}

/** The files that a rename there would change. */
export function renameReaches(workspace: Workspace, path: string, offset: number): string[] {
  let found = renamableAt(workspace, path, offset)
  if (isRefusal(found)) return []
  let made = occurrencesOf(workspace, found.subject).flatMap(({ path, form }) =>
    form === 'file name' ? [path, ...occurrencesOf(workspace, { kind: 'file', path }).map(own => own.path)] : path
  )
  return [...new Set(made)]
}

/** Gives the actor, source or statement at the offset another key or id everywhere; or says why not. */
export function rename(
  workspace: Workspace,
  path: string,
  offset: number,
  name: string,
  support: EditSupport
): WorkspaceEdit | Refusal {
  let found = renamableAt(workspace, path, offset)
  if (isRefusal(found)) return found
  let made = change(workspace, found.subject, bare(name))
  if (isRefusal(made)) return made
  let label = `Rename ${nameOf(found.subject)} to ${bare(name)}`
  let edit = toChange(workspace, made, support, label)
  return (
    edit ?? {
      refused:
        'The key is the name of a file, and this editor lets no server rename files. Write `key:` in its front matter.'
    }
  )
}

// As it may be typed: the mark of a mention, citation or id is none of it.
let bare = (name: string) =>
  name
    .trim()
    .replace(/^(?:@|\[\^|\^|#)/, '')
    .replace(/\]$/, '')
