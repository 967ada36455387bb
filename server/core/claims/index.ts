/** Which sentences of a note claim something that asks for a source. */

import type { Label, Note, Sentence, Span } from '../model'
import { signsIn } from '../signs'
import { citedSentences, isCommon } from './evidence'
import { counting, figureIn } from './figure'
import { proseOf } from './prose'
import { asksForSource } from './quoted'
import { isIntroduction, isSupposition, states, type Voice, voiceOf } from './voice'

export { citedSentences, isCommon, isStatementLink, supportedStatements } from './evidence'
export { proseIn, proseOf, signsInNote } from './prose'
export { asksForSource } from './quoted'
export { voicesIn } from './voice'

/** What kind of assertion a sentence makes, the most specific one. */
export type ClaimKind = 'attribution' | 'figure' | 'statement'

/** A sentence that has no citation and asks for one. The span is what makes it a claim: the verb, the figure, the mention. */
export interface Claim extends Span {
  sentence: Sentence
  kind: ClaimKind
  /** The writer's own words of the sentence (`proseOf`). */
  words: string
}

/** Statements under these labels are the writer's own, or not known, and no claims; a `Fact:` is asked as a whole. */
let notAsked: readonly Label[] = [
  'Fact',
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
 * footnotes; what the writer marks as assumption, judgement, gap or common knowledge; the writer's own analysis, and what is only
 * supposed; what is told of the work itself under *Method* or *How we did this*; sentences that lead over to a list or a block quote, and items that go on with the writer's analysis; and those whose
 * quotation already asks for a source. In doubt a sentence is left out: a false alarm costs more than a sentence that somebody else
 * will ask about.
 *
 * @param note whose words are never searched more than a bounded number of times, so that this is linear
 * @param prose of its sentences (`proseIn`)
 * @param signs in that prose (`signsInNote`)
 * @param hear who speaks in a sentence, by its index (`voicesIn`)
 */
export function uncitedClaims(
  note: Note,
  cover: 'sentence' | 'paragraph',
  prose = note.sentences.map(proseOf(note)),
  signs: ArrayLike<number> = prose.map(signsIn),
  hear = (index: number): Voice => voiceOf(prose[index], signs[index])
): Claim[] {
  let cited = citedSentences(note, cover)
  let quoting = new Set(note.quotations.filter(own => asksForSource(note, own)).map(own => own.sentence))
  let mentions = firstMentions(note)
  let methods = methodSections(note)
  let found: Claim[] = []
  // Above which depth items of a list go on with “we take two things from it:”.
  let analysed = Number.POSITIVE_INFINITY
  for (let [index, sentence] of note.sentences.entries()) {
    let { depth } = note.blocks[sentence.block]
    if (depth <= analysed) analysed = Number.POSITIVE_INFINITY
    if (analysed === Number.POSITIVE_INFINITY && isIntroduction(note, index, prose[index]) && hear(index).isAnalysis)
      analysed = depth
    if (cited.has(index) || quoting.has(index) || !mayClaim(note, sentence)) continue
    let words = prose[index]
    let voice = hear(index)
    if (voice.isAnalysis || voice.isQuestion || isIntroduction(note, index, words)) continue
    let isMethod = methods.has(note.blocks[sentence.block].section ?? -1)
    let claim = claimIn(words, signs[index], voice, sentence.from, mentions.get(index), note.frontMatter)
    if (claim && ((depth <= analysed && !isMethod) || claim.kind === 'attribution'))
      found.push({ sentence, words, ...claim })
  }
  return found
}

// Headings under which the writer tells of the work itself, and those below them.
function methodSections(note: Note): Set<number> {
  let found = new Set<number>()
  let inside = Number.POSITIVE_INFINITY
  for (let [index, { kind, level = 1, text }] of note.blocks.entries()) {
    if (kind !== 'heading') continue
    if (level <= inside) inside = ofMethod.test(text) ? level : Number.POSITIVE_INFINITY
    if (level >= inside) found.add(index)
  }
  return found
}
let ofMethod =
  /^\W*(?:\d[\d.]*\s)?(?:(?:(?:our|the|a note on) )?(?:methods?|methodology|limits|limitations|corrections?)(?: (?:of|to|in) (?:this|our) \p{L}+)?|how (?:we|this)\s.{1,60}|about this \p{L}+)\W*$/iu

// A task, or the words under a picture or above a table.
let aside =
  /^[\s*_]*(?:\[[ xX]\]\s|(?:Figure|Fig|Table|Chart|Map|Photo|Picture|Image|Exhibit)(?:\.?\s\d{1,3}[a-z]?[.:]|:)\s)/

function mayClaim(note: Note, sentence: Sentence): boolean {
  let block = note.blocks[sentence.block]
  if (block.kind !== 'paragraph' || block.blockQuote !== undefined || block.footnote !== undefined) return false
  if (aside.test(block.text)) return false
  let statement = block.statement === undefined ? undefined : note.statements[block.statement]
  if (statement && notAsked.includes(statement.label)) return false
  return !isCommon(note, block.attributes) && !isCommon(note, statement?.attributes)
}

function claimIn(
  words: string,
  signs: number,
  { attribution }: Voice,
  from: number,
  mention: Span | undefined,
  dates: Note['frontMatter']
): (Span & { kind: ClaimKind }) | undefined {
  let at = (kind: ClaimKind, span: Span) => ({ kind, from: from + span.from, to: from + span.to })
  if (attribution) return at('attribution', attribution)
  if (isSupposition(words, signs)) return undefined
  let figure = (signs & counting) === 0 ? undefined : figureIn(words, [dates?.asOf, dates?.date])
  if (figure) return at('figure', figure)
  return mention && states(words) ? { kind: 'statement', from: mention.from, to: mention.to } : undefined
}

// The first mention in each sentence. Both lists are in the order of the text.
function firstMentions(note: Note): Map<number, Span> {
  let first = new Map<number, Span>()
  let index = 0
  for (let mention of [...note.mentions].sort((a, b) => a.from - b.from)) {
    while (index < note.sentences.length && note.sentences[index].to < mention.to) index++
    if (note.sentences[index]?.from <= mention.from && !first.has(index)) first.set(index, mention)
  }
  return first
}
