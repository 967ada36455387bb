import type { Location } from 'vscode-languageserver-types'
import { declarations, occurrencesOf, type Workspace } from '../core'
import { toLocation } from './convert'
import { subjectAround } from './subject-at'

/**
 * Every place where the actor, source, statement, heading or file at the offset is named: in all notes, and in the fields of other
 * records. With `declaration` also where it is declared. Only files that name it are looked at.
 */
export function references(
  workspace: Workspace,
  path: string,
  offset: number,
  declaration: boolean
): Location[] | undefined {
  let subject = subjectAround(workspace, path, offset)
  if (!subject) return undefined
  return occurrencesOf(workspace, subject)
    .filter(({ form }) => declaration || !declarations.has(form))
    .map(found => toLocation(workspace, found.path, found))
}
