import type { CompletionItem } from 'vscode-languageserver-types'
import { type Source, type Span, sentenceAround, type Workspace } from '../../core'
import { actorCard, dateOf } from '../hover/actor'
import { sourceCard } from '../hover/citation'
import { card, emphasized, type Format } from '../words/format'

/** The card of an actor, a source or a passage of one in a completion list: made when the list comes to it. */
export function completionResolve(workspace: Workspace, item: CompletionItem, format: Format): CompletionItem {
  let { actor, source, path, passage } = (item.data ?? {}) as Data
  let theActor = actor === undefined ? undefined : workspace.actor(actor)
  if (theActor) {
    let note = path === undefined ? undefined : workspace.note(path)
    return { ...item, documentation: card(format, actorCard(workspace, theActor, format, note && dateOf(note))) }
  }
  let theSource = source === undefined ? undefined : workspace.source(source)
  if (!theSource) return item
  let sentence = passage ? [format.rule, ...inSentence(workspace, theSource, passage, format)] : []
  return { ...item, documentation: card(format, [...sourceCard(theSource, format), ...sentence]) }
}

/** What an item of a list says of itself. */
export interface Data {
  actor?: string
  source?: string
  path?: string
  /** Of the source's file. */
  passage?: Span
  /** Behind it go values that can be completed. */
  values?: boolean
}

// The words of a passage in the sentence they are taken from.
function inSentence(workspace: Workspace, { key }: Source, { from, to }: Span, format: Format): string[] {
  let own = workspace.captured(key)
  if (!own || to > own.text().length) return []
  let sentence = sentenceAround(own, { from, to })
  return [format.quote(emphasized(format, sentence.text, from - sentence.from, to - sentence.from))]
}
