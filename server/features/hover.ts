import type { Hover } from 'vscode-languageserver-types'
import { type Note, verdictOf, type Workspace } from '../core'
import { toRange } from './convert'
import { sourceLine } from './describe'
import { card, type Format } from './format'
import { actorCard, actorPassages } from './hover-actor'
import { citationPassages, sourceCard, verdictLines } from './hover-citation'
import { type Thing, thingAt } from './thing-at'

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
  let paragraphs = yield* cards[thing.kind](workspace, note, thing as never, format)
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
    note: Note,
    thing: Of<K>,
    format: Format
  ) => Generator<void, string[]>
} = {
  *actor(workspace, note, { key }, format) {
    let actor = workspace.actor(key)
    if (!actor) return []
    return [...actorCard(workspace, actor, format, dateOf(note)), ...(yield* actorPassages(workspace, actor, format))]
  },
  *citation(workspace, note, { citation }, format) {
    let source = workspace.source(citation.key)
    if (!source) return []
    return [...sourceCard(source, format), ...(yield* citationPassages(workspace, note, citation, format))]
  },
  *quotation(workspace, note, { quotation }, format) {
    let verdict = yield* verdictOf(workspace, note, quotation)
    if (!verdict) return []
    let cited = note.citations[quotation.citations[0]]
    let source = workspace.source(verdict.passages[0]?.source ?? cited.key)
    return [
      ...verdictLines(workspace, quotation, verdict, format),
      source ? format.faint(format.text(sourceLine(source))) : ''
    ]
  }
}
