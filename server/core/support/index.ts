/** Which passages of the sources may support a sentence. */

import type { Note, Sentence } from '../model'
import { byDate } from '../passages'
import { overlaps, touches } from '../span'
import type { Captured } from '../verify'
import type { Workspace } from '../workspace'
import { askOf } from './ask'
import { passageAt, type Support } from './passage'
import { type Ask, type Term, termsOf, type Weighed } from './terms'
import { type Window, windows } from './windows'

export { askOf } from './ask'
export type { Support } from './passage'
export type { Ask } from './terms'

/**
 * The passages of the sources most likely to support a sentence, best first. A term weighs as much as it is rare among the sources
 * (inverse document frequency); actors, figures and dates weigh more.
 *
 * There is no inverted index: one that knows in which passage a word stands costs several times the text (minisearch, a retrieval
 * library, was tried: eleven bytes for each of text, and a second for each megabyte), and all a server may keep is two. The
 * word filters that verification keeps anyway say in a microsecond which terms a source may hold: that gives each term its
 * weight, and each source the most that any passage in it can weigh. Sources are searched in that order, until none that is
 * left can beat what was found. Yields between sources.
 */
export function* supportOf(workspace: Workspace, ask: Ask): Generator<void, Support[]> {
  let known = workspace.derive(['sources', 'actors'], answers)
  let id = JSON.stringify([ask.words, ask.actors])
  let answer = known.get(id)
  if (answer) return answer
  answer = yield* find(workspace, ask)
  // Other slices may have changed the sources meanwhile; then this map is no longer the one that is asked.
  if (known.size > 100) known.clear()
  known.set(id, answer)
  return answer
}

/** The sentence at an offset of a note, or the one that follows in its paragraph, and what may support it. Undefined in no text. */
export function* supportAt(
  workspace: Workspace,
  note: Note,
  offset: number
): Generator<void, { sentence: Sentence; found: Support[] } | undefined> {
  let block = note.blocks.findIndex(block => touches(block, offset))
  let own = note.sentences.filter(sentence => sentence.block === block)
  let sentence = own.find(sentence => sentence.to > offset) ?? own.at(-1)
  return sentence && { sentence, found: yield* supportOf(workspace, askOf(note, sentence)) }
}

let answers = () => new Map<string, Support[]>()

let mostFound = 10
let mostCandidates = 30
/** Terms by which windows are looked for, the heaviest; the others count in what is found. */
let mostTelling = 10
/** Sources that are read at most: beyond these, only words that stand everywhere are shared. */
let mostSearched = 200

function* find(workspace: Workspace, ask: Ask): Generator<void, Support[]> {
  let terms = termsOf(workspace, ask)
  // Of several sources with one key, the one that a citation means.
  let sources = workspace.derive('sources', byDate).filter(own => workspace.captured(own.source.key) === own)
  if (terms.length === 0 || sources.length === 0) return []
  let { weighed, order } = yield* weigh(workspace, terms, sources)
  let telling = weighed.slice(0, mostTelling)
  let total = weighed.reduce((sum, own) => sum + own.weight, 0)
  let others = total - telling.reduce((sum, own) => sum + own.weight, 0)
  let candidates: { own: Captured; window: Window }[] = []
  let floor = 0
  for (let { own, most } of order.slice(0, mostSearched)) {
    if (most <= floor || most + others < total * least) break
    for (let window of windows(workspace, own, telling)) if (window.score > floor) candidates.push({ own, window })
    candidates.sort((a, b) => b.window.score - a.window.score)
    candidates.length = Math.min(candidates.length, mostCandidates)
    if (candidates.length === mostCandidates) floor = candidates[mostCandidates - 1].window.score
    yield
  }
  let found: Support[] = []
  for (let { own, window } of candidates) {
    let passage = passageAt(workspace, own, window, weighed, total)
    let isKnown = found.some(other => other.own === own && overlaps(other, passage ?? other))
    if (passage && !isKnown && passage.shared > 1 && passage.score >= least) found.push(passage)
    yield
  }
  return found.sort((a, b) => b.score - a.score).slice(0, mostFound)
}

/** What shares less than this with the sentence is not shown. */
let least = 0.2

// The terms, the heaviest first; and the sources with the most that the telling terms of a passage in each can weigh, in that order.
function* weigh(workspace: Workspace, terms: Term[], sources: Captured[]) {
  let counts = terms.map(() => 0)
  let held = sources.map(() => [] as number[])
  for (let [index, own] of sources.entries()) {
    let date = own.source.issued ?? ''
    for (let [at, { hashes, day }] of terms.entries()) {
      if (!(day && date.endsWith(day)) && !hashes.some(each => each.length > 0 && workspace.mayHold(own, each)))
        continue
      counts[at]++
      held[index].push(at)
    }
    if (index % 32 === 31) yield
  }
  let weighed = terms.map((own, at): Weighed => {
    // Of each form's yes, one in thirty is wrong.
    let wrong = sources.length * (1 - (29 / 30) ** own.forms.filter(form => !form.includes(' ')).length)
    let count = Math.max(1, counts[at] - wrong)
    return { ...own, weight: own.boost * Math.log(1 + sources.length / count) }
  })
  let telling = new Set([...weighed].sort(byWeight).slice(0, mostTelling))
  let order = sources.map((own, index) => ({
    own,
    most: held[index].reduce((sum, at) => sum + (telling.has(weighed[at]) ? weighed[at].weight : 0), 0)
  }))
  return {
    weighed: weighed.sort(byWeight),
    order: order.filter(({ most }) => most > 0).sort((a, b) => b.most - a.most)
  }
}

let byWeight = (a: Weighed, b: Weighed) => b.weight - a.weight
