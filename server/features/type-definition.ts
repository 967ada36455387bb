import type { Location, LocationLink } from 'vscode-languageserver-types'
import { fileKind, type Workspace } from '../core'
import { toTargets } from './convert'
import { declarationsOf } from './definition'
import { subjectAt } from './places/subject-at'

/** What is written about the thing at the offset: an actor's dossier, else its record; a source's record, not the passage. */
export function typeDefinition(
  workspace: Workspace,
  path: string,
  offset: number,
  links: boolean
): Location[] | LocationLink[] | undefined {
  let at = subjectAt(workspace, path, offset)
  if (!at) return undefined
  let records = declarationsOf(workspace, at.subject)
  let files = records.filter(record => ['actor', 'source'].includes(fileKind(record.path) ?? ''))
  return toTargets(workspace, path, at.span, files.length > 0 ? files : records, links)
}
