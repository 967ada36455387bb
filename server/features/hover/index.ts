import type { Hover } from 'vscode-languageserver-types'
import { type Note, verdictOf, type Workspace } from '../../core'
import { toRange } from '../convert'
import { subjectAt } from '../places/subject-at'
import { type Thing, thingAt } from '../places/thing-at'
import { card, type Format } from '../words/format'
import { actorCard, actorPassages, dateOf } from './actor'
import { citationPassages, reliabilityNote, sourceHead } from './citation'
import { nameCard } from './name'
import { quotationLines } from './quotation'
import { subjectCard } from './subject'
import { fieldCard, type WordCard, wordCard } from './word'

/**
 * The card of what stands at the offset: an actor, a citation or a quotation, where a link or a field of a record leads, what a word
 * of the language means, or whose a name is. Yields while sources are searched.
 */
export function* hover(
  workspace: Workspace,
  path: string,
  offset: number,
  format: Format
): Generator<void, Hover | undefined> {
  let text = workspace.texts.get(path)
  if (text === undefined) return undefined
  let note = workspace.note(path)
  let thing = note && thingAt(note, offset)
  let found: WordCard | undefined
  if (note && thing && thing.kind !== 'link')
    found = { span: thing.span, paragraphs: yield* cards[thing.kind](workspace, path, note, thing as never, format) }
  else found = (note && wordCard(workspace, path, note, offset, format)) ?? fieldCard(path, text, offset, format)
  if (!found) {
    let at = subjectAt(workspace, path, offset)
    let date = note && dateOf(note)
    found = at && { span: at.span, paragraphs: yield* subjectCard(workspace, at.subject, format, date) }
  }
  if (!found && note) found = yield* nameCard(workspace, path, note, offset, format)
  if (!found?.paragraphs.length) return undefined
  return { contents: card(format, found.paragraphs), range: toRange(workspace.lines(path), found.span) }
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
