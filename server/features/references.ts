import type { Location } from 'vscode-languageserver-types'
import { declarations, linksByLabel, occurrencesOf, type Place, type Workspace } from '../core'
import { toLocation } from './convert'
import { subjectAround } from './places/subject-at'

/**
 * Every place where the actor, source, statement, heading or file at the offset is named: in all notes, and in the fields of other
 * records. With `declaration` also where it is declared. A link by
 * label counts beside the definition it has its destination from. Only files that name it are looked at.
 */
export function references(
  workspace: Workspace,
  path: string,
  offset: number,
  declaration: boolean
): Location[] | undefined {
  let subject = subjectAround(workspace, path, offset)
  if (!subject) return undefined
  let found: Place[] = occurrencesOf(workspace, subject).filter(({ form }) => declaration || !declarations.has(form))
  if (subject.kind === 'anchor' || subject.kind === 'file')
    for (let file of workspace.uses.ofFile(subject.path)) found.push(...linksByLabel(file, subject))
  return found.map(place => toLocation(workspace, place.path, place))
}
