import type { Hover } from 'vscode-languageserver-types'
import { type Note, verdictOf, type Workspace } from '../../core'
import { toRange } from '../convert'
import { type Thing, thingAt } from '../places/thing-at'
import { card, type Format } from '../words/format'
import { actorCard, actorPassages } from './actor'
import { citationPassages, reliabilityNote, sourceHead } from './citation'
import { quotationLines } from './quotation'

/** The card of what stands at the offset: an actor, a citation or a quotation. Yields while sources are searched. */
export function* hover(
  workspace: Workspace,
  path: string,
  offset: number,
  format: Format
): Generator<void, Hover | undefined> {
  let note = workspace.note(path)
  let thing = note && thingAt(note, offset)
  if (!note || !thing || thing.kind === 'link') return undefined
  let paragraphs = yield* cards[thing.kind](workspace, path, note, thing as never, format)
  if (paragraphs.length === 0) return undefined
  return { contents: card(format, paragraphs), range: toRange(workspace.lines(path), thing.span) }
}

/** The date at which a note speaks: its information cut-off, else its own. */
export function dateOf(note: Note): string | undefined {
  return note.frontMatter?.asOf ?? note.frontMatter?.date
}

type Of<K extends Thing['kind']> = Extract<Thing, { kind: K }>

let cards: {
  [K in Exclude<Thing['kind'], 'link'>]: (
    workspace: Workspace,
    path: string,
    note: Note,
    thing: Of<K>,
    format: Format
  ) => Generator<void, string[]>
} = {
  *actor(workspace, _, note, { key }, format) {
    let actor = workspace.actor(key)
    if (!actor) return []
    return [...actorCard(workspace, actor, format, dateOf(note)), ...(yield* actorPassages(workspace, actor, format))]
  },
  *citation(workspace, path, note, { citation }, format) {
    let source = workspace.source(citation.key)
    if (!source) return []
    return [
      sourceHead(source, format),
      ...(yield* citationPassages(workspace, path, note, citation, format)),
      // Last: the passage should be seen without scrolling.
      format.rule,
      reliabilityNote(source, format)
    ]
  },
  *quotation(workspace, path, note, { quotation }, format) {
    let cited = quotation.citations.map(index => note.citations[index].key).filter(key => workspace.source(key))
    if (cited.length === 0) return []
    // Of several the one that holds the words.
    let verdict = yield* verdictOf(workspace, note, quotation)
    let holding = verdict?.passages.map(passage => passage.source).find(key => cited.includes(key))
    let source = workspace.source(holding ?? cited[0])!
    return [
      sourceHead(source, format),
      format.rule,
      ...(yield* quotationLines(workspace, path, note, quotation, format, { own: true }))
    ]
  }
}
