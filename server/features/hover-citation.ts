import {
  type Captured,
  type Citation,
  type Note,
  openingAt,
  pageAt,
  pageNamed,
  pagesOf,
  type Quotation,
  reliabilities,
  type Source,
  type Span,
  sentenceAround,
  speakerAt,
  speechAt,
  type Verdict,
  verdictOf,
  type Workspace
} from '../core'
import { actorName, authors, sourceTitle, whereAndWhen } from './describe'
import { emphasized, type Format } from './format'
import { quotationsOf } from './thing-at'
import { verdictWords } from './verdict-words'

/** What a source is: title, author, container, date, kind, reliability. As paragraphs of a card. */
export function sourceCard(source: Source, format: Format): string[] {
  let { text } = format
  let line = [authors(source), whereAndWhen(source), source.kind].filter(Boolean) as string[]
  let { reliability = '', reliabilityNote } = source
  let grade = Object.hasOwn(reliabilities, reliability) && reliabilities[reliability as keyof typeof reliabilities]
  let rated = [
    reliability && `Reliability ${text(reliability)}${grade ? ` (${grade.toLowerCase().replace('.', '')})` : ''}`,
    reliabilityNote && text(reliabilityNote)
  ]
  return [
    [format.strong(text(sourceTitle(source))), line.map(text).join(' · ')].filter(Boolean).join(format.lineBreak),
    rated.filter(Boolean).join(': ')
  ]
}

/** What a citation rests on: the passage of each quotation bound to it, else the page it names, else how the source begins. */
export function* citationPassages(
  workspace: Workspace,
  note: Note,
  citation: Citation,
  format: Format
): Generator<void, string[]> {
  let shown: string[] = []
  for (let quotation of quotationsOf(note, citation)) {
    let verdict = yield* verdictOf(workspace, note, quotation)
    shown.push(format.rule, ...verdictLines(workspace, quotation, verdict, format, citation.key))
  }
  if (shown.length > 0) return shown
  let own = workspace.captured(citation.key)
  if (!own) return [format.rule, 'No captured text: words quoted from it cannot be compared.']
  return [format.rule, ...beginning(own, citation, format)]
}

/** The passage a verdict speaks of, in its sentence, and the verdict in words. */
export function verdictLines(
  workspace: Workspace,
  quotation: Quotation,
  verdict: Verdict | undefined,
  format: Format,
  key?: string
): string[] {
  let passage = verdict?.passages.find(passage => passage.source === key) ?? verdict?.passages[0]
  let own = passage && workspace.captured(passage.source)
  let words = verdictWords(workspace, verdict, format)
  // Which of several quotations is spoken of, when no passage shows it.
  if (!passage || !own) return [`${format.text(`“${shortened(quotation.words)}”`)}${format.lineBreak}${words}`]
  let sentence = sentenceAround(own, passage)
  let shown = format.quote(emphasized(format, sentence.text, passage.from - sentence.from, passage.to - sentence.from))
  let place = placeWords(workspace, own, passage).map(format.text).join(' · ')
  return [place ? `${shown}${format.quoteBreak}— ${place}` : shown, words]
}

// Page and speaker, as far as the source says.
function placeWords(workspace: Workspace, own: Captured, span: Span): string[] {
  let page = pageAt(pagesOf(own.text(), own.source.bodyFrom ?? 0), span.from)
  let speaker = speakerAt(workspace, own, span.from)
  let quoted = speechAt(workspace, own, span)?.actor
  let name = speaker && (speaker.actor ? actorName(workspace, speaker.actor) : speaker.label)
  return [
    page && `p. ${page.page}`,
    name && (speaker?.inferred ? `${name} speaks, as inferred from the turn before` : `${name} speaks`),
    quoted &&
      quoted !== speaker?.actor &&
      `${actorName(workspace, quoted)} is quoted, as inferred from the words around`
  ].filter(Boolean) as string[]
}

function beginning(own: Captured, { locator }: Citation, format: Format): string[] {
  let pages = locator?.unit === 'page' ? pagesOf(own.text(), own.source.bodyFrom ?? 0) : []
  let page = locator && pageNamed(pages, locator.value)
  let opening = openingAt(own, page?.from ?? 0)
  let label = page ? `From page ${format.text(page.page)}` : 'How the text begins'
  return opening.text ? [format.faint(label), format.quote(format.text(opening.text))] : []
}

function shortened(words: string): string {
  let plain = words.replace(/\s+/g, ' ').trim()
  return plain.length > 80 ? `${plain.slice(0, 79)}…` : plain
}
