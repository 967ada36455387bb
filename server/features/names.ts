import type { Workspace } from '../core'
import { sourceLine } from './words/describe'

/** What keys stand for, for the preview: actors' names and one line for each source, as plain text. */
export function names(workspace: Workspace) {
  let actors: { [key: string]: string } = {}
  let sources: { [key: string]: string } = {}
  for (let key of workspace.actorKeys()) actors[key] = workspace.actor(key)?.name || key
  for (let key of workspace.sourceKeys()) sources[key] = sourceLine(workspace.source(key)!)
  return { actors, sources }
}
