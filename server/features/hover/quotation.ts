import {
  type Captured,
  checkFile,
  type Finding,
  type Note,
  overlaps,
  type Passage,
  pageAt,
  pagesOf,
  type Quotation,
  type Span,
  sentenceAround,
  speakerAt,
  speechAt,
  surroundingsOf,
  type Verdict,
  verdictOf,
  type Workspace
} from '../../core'
import type { PassagePlace } from '../cited-passage'
import { toPosition, toUri } from '../convert'
import { actorName } from '../words/describe'
import { emphasized, type Format } from '../words/format'
import { shortened, shortenedBefore } from '../words/shortened'
import { verdictWords } from '../words/verdict-words'

/**
 * What is to be said of a quotation, as paragraphs of a card: the verdict first, then the passage it speaks of, among its neighbours.
 * `key` prefers a passage of this source; `own` is a card of nothing but this quotation.
 */
export function* quotationLines(
  workspace: Workspace,
  path: string,
  note: Note,
  quotation: Quotation,
  format: Format,
  { key, own: isOwn = false }: { key?: string; own?: boolean }
): Generator<void, string[]> {
  let verdict = yield* verdictOf(workspace, note, quotation)
  let passage = verdict?.passages.find(passage => passage.source === key) ?? verdict?.passages[0]
  let own = passage && workspace.captured(passage.source)
  let words = [verdictWords(workspace, quotation.words, verdict, passage, format)]
  for (let { severity, message, ...span } of yield* cautions(workspace, path, note, quotation, verdict)) {
    // Our own client shows the finding right above.
    if (isOwn && format.command && overlaps(span, quotation)) continue
    let isWrong = severity === 'error'
    // What is wrong first: words that stand there pass for right otherwise.
    words[isWrong ? 'unshift' : 'push'](`${format.sign(isWrong ? 'bad' : 'open')} ${format.text(message)}`)
  }
  let verdictLine = words.filter(Boolean).join(format.lineBreak)
  // Which of several quotations is spoken of, when no passage shows it.
  if (!passage || !own)
    return isOwn
      ? [verdictLine]
      : [[format.text(`“${shortened(quotation.words, 100)}”`), verdictLine].filter(Boolean).join(format.lineBreak)]
  let place = { uri: toUri(path), position: toPosition(workspace.lines(path), quotation.from), source: passage.source }
  return [verdictLine, passageQuote(workspace, own, passage, format, links(place, format))]
}

/** The passage in its sentence, between the sentences next to it, and where it stands. */
function passageQuote(workspace: Workspace, own: Captured, passage: Passage, format: Format, links: string[]) {
  let sentence = sentenceAround(own, passage)
  let { before, after } = surroundingsOf(own, sentence)
  let [head, inside, tail] = [
    sentence.text.slice(0, passage.from - sentence.from),
    sentence.text.slice(passage.from - sentence.from, passage.to - sentence.from),
    sentence.text.slice(passage.to - sentence.from)
  ]
  // Whole sentences as a rule; of a text without any, what stands near the words.
  let shownHead = cutBefore(head, 200)
  let shownInside = cutMiddle(inside, 500)
  let shown = shownHead + shownInside + cut(tail, 200)
  let words = [
    format.faint(format.text(shortenedBefore(before, 160))),
    emphasized(format, shown, shownHead.length, shownHead.length + shownInside.length),
    format.faint(format.text(shortened(after, 160)))
  ]
  let where = placeWords(workspace, own, passage).map(format.text)
  let line = (where.length > 0 ? '— ' : '') + [...where, ...links].join(' · ')
  return format.quote(words.filter(Boolean).join(' ')) + (line && format.quoteBreak + line)
}

// With the blank at the cut end, which keeps words apart.
let cut = (words: string, most: number) =>
  words.length <= most ? words : /^\s*/.exec(words)![0] + shortened(words, most)
let cutBefore = (words: string, most: number) =>
  words.length <= most ? words : shortenedBefore(words, most) + /\s*$/.exec(words)![0]
let cutMiddle = (words: string, most: number) =>
  words.length <= most ? words : `${shortened(words, most / 2)} ${shortenedBefore(words, most / 2)}`

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

function links(place: PassagePlace, { command }: Format): string[] {
  if (!command) return []
  return [
    command('Open passage', 'provenote.goToCitedPassage', place),
    command('Copy passage', 'provenote.copyCitedPassage', place)
  ]
}

/** What the verdict does not say: findings on where the words stand that it found. */
let telling = /^quote-(?:wrong|ambiguous|from|elision|source)/

function* cautions(
  workspace: Workspace,
  path: string,
  note: Note,
  quotation: Quotation,
  verdict: Verdict | undefined
): Generator<void, Finding[]> {
  let text = workspace.texts.get(path)
  if (text === undefined || !verdict || !holding.has(verdict.kind)) return []
  let citations = quotation.citations.map(index => note.citations[index])
  let { findings } = yield* checkFile(workspace, path, text)
  return findings.filter(finding => {
    if (!telling.test(finding.rule)) return false
    if (overlaps(finding, quotation)) return true
    // A citation may be that of several quotations: meant is the one whose place is told.
    let isOurs = finding.related.some(({ path, from, to }) =>
      verdict.passages.some(passage => passage.path === path && overlaps(passage, { from, to }))
    )
    return isOurs && citations.some(citation => overlaps(finding, citation))
  })
}
let holding = new Set<Verdict['kind']>(['exact', 'folded', 'edited'])
