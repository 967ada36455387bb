import type { Location } from 'vscode-languageserver-types'
import { declarations, occurrencesOf, type Workspace } from '../core'
import { toLocation } from './convert'

/** Where an actor or a source is mentioned, cited, or named by another record; not where it is recorded. */
export function usesOf(workspace: Workspace, kind: 'actor' | 'source', key: string): Location[] {
  return occurrencesOf(workspace, { kind, key })
    .filter(({ form }) => !declarations.has(form))
    .map(({ path, from, to }) => toLocation(workspace, path, { from, to }))
}
