import {
  type Captured,
  type Citation,
  type Note,
  openingAt,
  pageNamed,
  pagesOf,
  reliabilities,
  type Source,
  type Workspace
} from '../../core'
import type { PassagePlace } from '../cited-passage'
import { toPosition, toUri } from '../convert'
import { quotationsOf } from '../places/thing-at'
import { authors, sourceTitle, whereAndWhen } from '../words/describe'
import type { Format } from '../words/format'
import { shortened } from '../words/shortened'
import { quotationLines } from './quotation'

/** What a source is: title, author, container, date, kind, reliability. As paragraphs of a card. */
export function sourceCard(source: Source, format: Format): string[] {
  return [sourceHead(source, format), reliabilityNote(source, format)]
}

/** Why the source is held to be as reliable as it is. */
export function reliabilityNote({ reliability, reliabilityNote }: Source, format: Format): string {
  return reliability && reliabilityNote ? format.faint(format.text(shortened(reliabilityNote, 300))) : ''
}

/** The same in two lines, without the reason for the reliability. */
export function sourceHead(source: Source, format: Format): string {
  let { text } = format
  let line = [authors(source), whereAndWhen(source), source.kind]
    .filter(Boolean)
    .map(words => text(shortened(words!, 120)))
  let { reliability = '' } = source
  let grade = Object.hasOwn(reliabilities, reliability) && reliabilities[reliability as keyof typeof reliabilities]
  if (reliability)
    line.push(`reliability ${text(reliability)}${grade ? ` (${grade.toLowerCase().replace('.', '')})` : ''}`)
  return [format.strong(text(shortened(sourceTitle(source), 200))), line.join(' · ')]
    .filter(Boolean)
    .join(format.lineBreak)
}

/** What a citation rests on: the passage of each quotation bound to it, else the page it names, else how the source begins. */
export function* citationPassages(
  workspace: Workspace,
  path: string,
  note: Note,
  citation: Citation,
  format: Format
): Generator<void, string[]> {
  let shown: string[] = []
  for (let quotation of quotationsOf(note, citation))
    shown.push(format.rule, ...(yield* quotationLines(workspace, path, note, quotation, format, { key: citation.key })))
  if (shown.length > 0) return shown
  let own = workspace.captured(citation.key)
  if (!own) return [format.rule, 'No captured text: words quoted from it cannot be compared.']
  return [format.rule, ...beginning(own, citation, format), openLink(workspace, path, citation, format)]
}

function openLink(workspace: Workspace, path: string, { from, locator, key }: Citation, format: Format): string {
  let place: PassagePlace = { uri: toUri(path), position: toPosition(workspace.lines(path), from), source: key }
  return format.command?.(locator ? 'Open page' : 'Open source', 'provenote.goToCitedPassage', place) ?? ''
}

function beginning(own: Captured, { locator }: Citation, format: Format): string[] {
  let pages = locator?.unit === 'page' ? pagesOf(own.text(), own.source.bodyFrom ?? 0) : []
  let page = locator && pageNamed(pages, locator.value)
  let opening = openingAt(own, page?.from ?? 0)
  let label = page ? `From page ${format.text(page.page)}` : 'How the text begins'
  return opening.text ? [format.faint(label), format.quote(format.text(opening.text))] : []
}
