import type { Actor, Span } from './model'
import { actorNames, sourceNames } from './name-index'
import { namesOf } from './names'
import { paragraphAround, paragraphEnd } from './paragraphs'
import { findSentences } from './parse/sentences'
import { dateBounds } from './records/dates'
import { firstIndex, overlaps } from './span'
import { speechesOf } from './speech'
import { regionsIn } from './standing'
import { actorsByName, labelsOf, turnsOf } from './turns'
import { type Captured, findWords, fold, originalEnd, originalStart, wordHashes } from './verify'
import type { Workspace } from './workspace'

/**
 * Where an actor speaks in a source under a label, is quoted in it as the words beside the marks tell, or is named in it; with the
 * sentence, or sentences, around it.
 */
export interface ActorPassage extends Span {
  captured: Captured
  kind: 'speaks' | 'quoted' | 'named'
  sentence: Excerpt
}

/** A stretch of a source's file with its text. */
export interface Excerpt extends Span {
  text: string
}

/**
 * Passages of sources in which the actor speaks, then those that quote it, then those in which it is merely named; newest first, one a
 * source, `limit` in all.
 * Once filters and labels are known (`warm`) it looks at no text but that of the few sources it takes something from. Yields
 * between searches.
 */
export function* passagesOf(workspace: Workspace, actor: Actor, limit = 5): Generator<void, ActorPassage[]> {
  let sources = workspace.derive('sources', byDate)
  let found: ActorPassage[] = []
  let seen = new Set<Captured>()
  for (let [index, own] of sources.entries()) {
    if (found.length >= limit) return found
    if (index % 64 === 63) yield
    if (own.labels().size === 0 || labelsOf(own, actor).length === 0) continue
    // Anybody may sign a comment with a name.
    let comments = regionsIn(workspace, own).filter(region => region.kind === 'comments')
    let turns = turnsOf(workspace, own, actor).filter(turn => !comments.some(region => overlaps(region, turn)))
    if (turns.length === 0) continue
    // The first is often a greeting; the longest says most.
    let turn = turns.reduce((a, b) => (b.to - b.words > a.to - a.words ? b : a))
    let sentence = openingAt(own, turn.words, turn.to)
    found.push({ captured: own, kind: 'speaks', from: sentence.from, to: sentence.to, sentence })
    seen.add(own)
  }
  let names = namesOf(actor).map(name => fold(name).text.trim())
  // Pairs of words and each of the words: the more is asked, the fewer texts are searched in vain.
  let hashes = (words: string) => [...wordHashes(words), ...words.split(' ').flatMap(wordHashes)]
  let wanted = names.filter(Boolean).map(words => ({ words, hashes: hashes(words) }))
  let told = new Set<string>()
  let named: ActorPassage[] = []
  let searched = 0
  for (let [index, own] of sources.entries()) {
    if (found.length >= limit || (found.length + named.length >= limit && searched >= mostHeard)) break
    if (index % 64 === 63) yield
    let likely = seen.has(own)
      ? []
      : wanted.filter(name => name.hashes.length > 0 && workspace.mayHold(own, name.hashes))
    if (likely.length === 0) continue
    // A name in the foot of every page is in thousands of texts, always in the same sentence.
    if (++searched > mostSearched) break
    let isHeard = searched <= mostHeard
    let passage = (isHeard ? quotingPassage(workspace, own, actor) : undefined) ?? namingPassage(workspace, own, likely)
    yield
    // One report is often carried by several.
    let sentence = passage && fold(passage.sentence.text).text
    if (!passage || told.has(sentence!)) continue
    told.add(sentence!)
    if (passage.kind === 'quoted') found.push(passage)
    else named.push(passage)
  }
  return [...found, ...named].slice(0, limit)
}

let mostSearched = 60
// Of those, in how many direct speech is looked for: it takes the whole paragraph.
let mostHeard = 16

// The longest of what the source lets the actor say.
function quotingPassage(workspace: Workspace, own: Captured, actor: Actor): ActorPassage | undefined {
  let asides = regionsIn(workspace, own)
  let speeches = speechesOf(workspace, own, actor).filter(speech => !asides.some(region => overlaps(region, speech)))
  if (speeches.length === 0) return undefined
  let speech = speeches.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a))
  let { from, to } = speech
  let sentence = sentenceAround(own, speech)
  // The comma before the closing mark is the writer's.
  if (sentence.text[to - 1 - sentence.from] === ',') to--
  return { captured: own, kind: 'quoted', from, to, sentence }
}

interface Wanted {
  words: string
  hashes: number[]
}

// The first sentence that holds one of the names. A title, a byline or a line of a menu says little, and what stands in a caption or
// a comment is not the author's: such a place is taken only where there is no other.
function namingPassage(workspace: Workspace, own: Captured, wanted: Wanted[]): ActorPassage | undefined {
  let best: { passage: ActorPassage; rank: number } | undefined
  let folded = own.folded()
  let title = fold(own.source.title ?? '').text.trim()
  for (let { words } of wanted) {
    for (let at of findWords(folded.text, words, 5)) {
      let span = { from: originalStart(folded, at.from), to: originalEnd(folded, at.to) }
      let sentence = sentenceAround(own, span)
      let isAside = regionsIn(workspace, own).some(region => overlaps(region, span))
      let isSentence = /[.!?…]["'”’»)\]]*$/.test(sentence.text) && fold(sentence.text).text.trim() !== title
      let rank = (isAside ? 2 : 0) + (isSentence ? 0 : 1)
      if (!best || rank < best.rank) best = { passage: { captured: own, kind: 'named', ...span, sentence }, rank }
      if (rank === 0) return best.passage
    }
  }
  return best?.passage
}

/** Makes ready what looking for passages and names needs of all files, so that nobody who asks has to wait for it. Yields often. */
export function* warm(workspace: Workspace): Generator<void, void> {
  // What was just folded has its text at hand.
  for (let sources of [workspace.searchable(), workspace.all()]) {
    for (let own of sources) {
      own.labels()
      yield
    }
  }
  workspace.derive('actors', actorNames)
  yield
  workspace.derive('names', actorsByName)
  yield
  for (let sources of [sourceNames, byDate]) {
    workspace.derive('sources', sources as () => unknown)
    yield
  }
}

/** Every captured text, the newest first. To be derived from `sources`. */
export function byDate(workspace: Workspace): Captured[] {
  let dated = [...workspace.all()].map(own => ({ own, date: dateOf(own) }))
  dated.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0))
  return dated.map(({ own }) => own)
}

function dateOf({ source }: Captured): string {
  return dateBounds(source.issued ?? source.eventDate ?? '')?.last ?? ''
}

/** How far a paragraph is looked at on either side: a captured text may be one line of a megabyte. */
export let reach = 3000

/** The sentence, or sentences, of the source's body that hold the span: offsets in the file. */
export function sentenceAround(own: Captured, span: Span): Excerpt {
  let { from, text: paragraph } = paragraphAround(own, span, reach)
  let to = from + paragraph.length
  let sentences = findSentences(paragraph, [], noAbbreviations)
  let first = sentences[firstIndex(sentences.length, i => from + sentences[i].to > span.from)]
  let last = sentences[firstIndex(sentences.length, i => from + sentences[i].to >= span.to)] ?? sentences.at(-1)
  let start = Math.min(span.from, from + (first?.from ?? 0))
  // A page's mark on the line before is no part of it.
  start = Math.min(span.from, start + leadingMarks.exec(paragraph.slice(Math.max(0, start - from)))![0].length)
  let end = Math.max(span.to, last ? from + last.to : to)
  let isInside = from <= start && end <= to
  return { from: start, to: end, text: isInside ? paragraph.slice(start - from, end - from) : own.slice(start, end) }
}

/** The first sentences at or after the offset, about 300 characters of them and none after `end`; headings are passed over. */
export function openingAt(own: Captured, at: number, end = Number.POSITIVE_INFINITY): Excerpt {
  let text = own.text().slice(0, end)
  let first: Excerpt | undefined
  let from = Math.max(at, own.source.bodyFrom ?? 0)
  for (let paragraphs = 0; paragraphs < 5; paragraphs++) {
    from += leadingMarks.exec(text.slice(from, from + reach))![0].length
    let to = paragraphEnd(text, own.wrapped(), from, Math.min(text.length, from + reach))
    let paragraph = text.slice(from, to)
    let sentences = findSentences(paragraph, [], noAbbreviations)
    let length = sentences.findLast(sentence => sentence.to <= 300)?.to ?? sentences[0]?.to ?? 0
    let opening = { from, to: from + length, text: paragraph.slice(0, length) }
    first ??= opening
    if (/[.!?…:]["'”’»)]*$/.test(opening.text) || opening.text.length > 200) return opening
    from = to
  }
  return first!
}

let leadingMarks = /^(?:\s|<!--[^\n\r]{0,200}-->)*/
let noAbbreviations: ReadonlySet<string> = new Set()
