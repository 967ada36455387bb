import type { CompletionItem } from 'vscode-languageserver-types'
import type { Workspace } from '../core'
import { card, type Format } from './format'
import { dateOf } from './hover'
import { actorCard } from './hover-actor'
import { sourceCard } from './hover-citation'

/** The card of an actor or source in a completion list: made when the list comes to it. */
export function completionResolve(workspace: Workspace, item: CompletionItem, format: Format): CompletionItem {
  let { actor, source, path } = (item.data ?? {}) as { actor?: string; source?: string; path?: string }
  let theActor = actor === undefined ? undefined : workspace.actor(actor)
  if (theActor) {
    let note = path === undefined ? undefined : workspace.note(path)
    return { ...item, documentation: card(format, actorCard(workspace, theActor, format, note && dateOf(note))) }
  }
  let theSource = source === undefined ? undefined : workspace.source(source)
  return theSource ? { ...item, documentation: card(format, sourceCard(theSource, format)) } : item
}
