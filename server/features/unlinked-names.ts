import type { Location } from 'vscode-languageserver-types'
import { type Actor, namesOf, unlinkedNames, type Workspace } from '../core'
import { toLocation } from './convert'
import { subjectAround } from './places/subject-at'

/**
 * The actor at the offset, if names without a link are wanted among its references: because the request says so, or else the options.
 */
export function namedActor(
  workspace: Workspace,
  path: string,
  offset: number,
  asked: { unlinkedNames?: boolean }
): string | undefined {
  if (!(asked.unlinkedNames ?? workspace.optionsFor(path).references.unlinkedNames)) return undefined
  let subject = subjectAround(workspace, path, offset)
  return subject?.kind === 'actor' ? subject.key : undefined
}

/**
 * Where a note names an actor in running text without linking the name, as the rule `unlinked-mention` understands it: only names
 * that nobody else bears, a weak one only behind a full one.
 *
 * @param text of the note, which may be closed
 */
export function unlinkedNamesIn(workspace: Workspace, path: string, text: string, key: string): Location[] {
  let actor = workspace.actor(key)
  if (!actor || !mayName(workspace, path, text, actor)) return []
  let note = workspace.texts.get(path) === text ? workspace.note(path)! : workspace.parse(path, text)
  return [...unlinkedNames({ workspace, path, note })]
    .filter(found => found.key === key)
    .map(found => toLocation(workspace, path, found))
}

// Most notes do not hold a word of the actor's names: that is seen without reading them as notes.
function mayName(workspace: Workspace, path: string, text: string, actor: Actor): boolean {
  let words = [...namesOf(actor), ...actor.weakAlias].flatMap(name => /[\p{L}\p{N}]+/u.exec(name) ?? [])
  if (workspace.optionsFor(path).names.case === 'exact') return words.some(word => text.includes(word))
  let small = text.toLowerCase()
  return words.some(word => small.includes(word.toLowerCase()))
}
