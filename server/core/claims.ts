import type { Label, Note, Sentence, Span, Statement } from './model'
import { firstIndex } from './span'

/** What kind of assertion a sentence makes that asks for a source, the most specific one. */
export type ClaimKind = 'attribution' | 'figure' | 'statement'

/** A sentence that has no citation and asks for one. */
export interface Claim {
  sentence: Sentence
  /** Index in `note.sentences`. */
  index: number
  kind: ClaimKind
  /** The words that make it one: the attribution, the figure, the mention. */
  from: number
  to: number
}

/** Statements under these labels are the writer's own, or not known, and no claims. */
let ownLabels: readonly Label[] = [
  'Assumption',
  'Judgement',
  'Forecast',
  'Gap',
  'Indicator',
  'Because',
  'If wrong',
  'Alternative'
]

/**
 * The note's sentences that claim something and cite nothing. Left out are questions, headings, table cells, block quotes and
 * footnotes, what the writer marks as assumption, judgement, gap or common knowledge, and the writer's own analysis.
 */
export function uncitedClaims(note: Note): Claim[] {
  let cited = citedSentences(note)
  let quoted = new Set(note.quotations.map(quotation => quotation.sentence))
  let found: Claim[] = []
  let words = proseOf(note)
  let mentioned = bySentence(note, note.mentions)
  for (let [index, sentence] of note.sentences.entries()) {
    if (cited.has(index) || quoted.has(index)) continue
    let block = note.blocks[sentence.block]
    if (block.kind !== 'paragraph' || block.blockQuote !== undefined || block.footnote !== undefined) continue
    let statement = block.statement === undefined ? undefined : note.statements[block.statement]
    if (statement && (ownLabels.includes(statement.label) || statement.label === 'Fact')) continue
    if (isCommon(note, block.attributes) || isCommon(note, statement?.attributes)) continue
    let text = words(sentence)
    if (/\?[\s"”’)]*$/.test(text) || isOwnAnalysis(text)) continue
    let claim = attributionIn(text) ?? figureIn(text) ?? mentioned.get(index)
    if (!claim) continue
    let kind = 'kind' in claim ? claim.kind : 'statement'
    let base = 'kind' in claim ? sentence.from : 0
    found.push({ sentence, index, kind, from: base + claim.from, to: base + claim.to })
  }
  return found
}

/** Sentences that hold a citation, or a link to a statement that carries its own. */
export function citedSentences(note: Note): Set<number> {
  let cited = new Set(note.citations.map(citation => citation.sentence))
  let linked = bySentence(
    note,
    note.links.filter(link => isStatementLink(link.destination))
  )
  return new Set([...cited, ...linked.keys()])
}

export let isStatementLink = (destination: string) => /^(?:[^:?#]*\.note\.md)?#./.test(destination)

/** Whether the block or statement is marked as common knowledge. */
export function isCommon(note: Note, attributes: number | undefined): boolean {
  return attributes !== undefined && note.attributes[attributes].values.some(value => value.name === 'common')
}

/** Citations of the statement and of the items under it. */
export function evidenceOf(note: Note, statement: Statement): { cited: boolean; linked: boolean } {
  let index = note.statements.indexOf(statement)
  let blocks = new Set<number>()
  for (let [at, block] of note.blocks.entries()) {
    let own = block.statement
    if (own !== undefined && (own === index || note.statements[own].parent === index)) blocks.add(at)
  }
  let links = note.links.filter(link => isStatementLink(link.destination))
  return {
    cited: note.citations.some(citation => blocks.has(citation.block)),
    linked: links.some(link =>
      [...blocks].some(at => note.blocks[at].from <= link.from && link.to <= note.blocks[at].to)
    )
  }
}

/** Reads a sentence's own prose: quotations, citations, code and addresses blanked, mentions as a name of the same length. */
export function proseOf(note: Note): (sentence: Sentence) => string {
  let blanks = [...note.quotations, ...note.citations, ...note.opaque].sort((a, b) => a.from - b.from)
  let names = note.mentions
  let blank = 0
  let name = 0
  return sentence => {
    let block = note.blocks[sentence.block]
    let text = block.text.slice(sentence.from - block.from, sentence.to - block.from)
    let cover = (from: number, to: number, fill: string) => {
      let start = Math.max(from, sentence.from) - sentence.from
      let end = Math.min(to, sentence.to) - sentence.from
      if (end > start) text = text.slice(0, start) + fill.repeat(end - start) + text.slice(end)
    }
    while (name < names.length && names[name].to <= sentence.from) name++
    for (let i = name; i < names.length && names[i].from < sentence.to; i++) cover(names[i].from, names[i].to, 'N')
    while (blank < blanks.length && blanks[blank].to <= sentence.from) blank++
    for (let i = blank; i < blanks.length && blanks[i].from < sentence.to; i++) cover(blanks[i].from, blanks[i].to, ' ')
    return text
  }
}

type Found = { kind: ClaimKind; from: number; to: number } | undefined

let analysis =
  /\b(?:we|I)\s+(?:(?:also|still|now|\w+ly)\s+)?(?:assess|judge|believe|estimate|expect|think|conclude|consider|infer|suspect|doubt|anticipate|assume|hold|see|find)\b|\b(?:in|on) (?:our|my) (?:own )?(?:view|judge?ment|assessment|opinion|analysis|reading)\b|\b(?:our|my) (?:own )?(?:view|judge?ment|assessment|analysis|reading|estimate) (?:is|remains)\b/i

/** The first of the sorted spans in each sentence, by the sentence's index. */
function bySentence<T extends Span>(note: Note, spans: T[]): Map<number, T> {
  let first = new Map<number, T>()
  for (let span of spans) {
    let index = firstIndex(note.sentences.length, i => note.sentences[i].to >= span.to)
    let sentence = note.sentences[index]
    if (sentence && sentence.from <= span.from && !first.has(index)) first.set(index, span)
  }
  return first
}

let isOwnAnalysis = (text: string) => analysis.test(text)

// A subject and a verb of saying. Verbs with other meanings count only before “that”.
let saying =
  /(?<before>\S+)\s+(?<verb>(?:has |have |had )?(?:said|says|say|told|tells|warned|warns|claimed|claims|argued|argues|insisted|insists|denied|denies|alleged|alleges|declared|declares|testified|testifies|asserted|asserts|vowed|vows|pledged|pledges)|(?:has |have |had )?(?:stated|states|announced|announces|confirmed|confirms|acknowledged|acknowledges|admitted|admits|conceded|concedes|added|adds|noted|notes|reported|reports|suggested|suggests|wrote|writes|explained|explains|predicted|predicts|promised|promises|hinted|hints|complained|complains|maintained|maintains) that)\b/gu
let accordingTo = /\baccording to (?!plan\b|schedule\b|our\b|us\b|the plan\b)/iu
let noSubject =
  /^(?:to|we|I|not|be|been|being|is|are|was|were|it|that|having|who|which|what|can|could|may|might|should|would|must|will|shall|never|and|or|but)$/i

function attributionIn(text: string): Found {
  let named = accordingTo.exec(text)
  if (named) return { kind: 'attribution', from: named.index, to: named.index + named[0].trimEnd().length }
  for (let found of text.matchAll(saying)) {
    let { before, verb } = found.groups!
    let word = before.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    if (word === '' || noSubject.test(word)) continue
    let from = found.index + found[0].length - verb.length
    return { kind: 'attribution', from, to: from + verb.length }
  }
  return undefined
}

let months =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
let figures = new RegExp(
  [
    String.raw`[$€£¥]\s?\d[\d.,]*(?:\s(?:million|billion|trillion|thousand))?`,
    String.raw`\d[\d.,]*\s?(?:%|per ?cent\b|percent\b|pct\b|percentage points?\b)`,
    String.raw`\b\d{1,2}(?:st|nd|rd|th)?\s${months}\b(?:\s\d{4})?`,
    String.raw`\b${months}\.?\s\d{1,4}\b(?:,\s\d{4})?`,
    String.raw`\b\d{4}-\d{2}(?:-\d{2})?\b`,
    String.raw`(?<![\p{L}\p{N}.,:/#§-])(?<![\p{Lu}][\p{L}.]*\s)\d[\d.,]*(?:\s(?:million|billion|trillion|thousand|hundred))?(?![\p{L}\p{N}/-])`
  ].join('|'),
  'u'
)

function figureIn(text: string): Found {
  let found = figures.exec(text)
  if (!found) return undefined
  return { kind: 'figure', from: found.index, to: found.index + found[0].replace(/[.,]+$/, '').length }
}
