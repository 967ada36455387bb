import type { Span } from '../model'
import { type Excerpt, sentenceAround } from '../passages'
import { detached } from '../span'
import { regionsIn } from '../standing'
import { speakerAt } from '../turns'
import { type Captured, fold, foldedAt, originalEnd, originalStart } from '../verify'
import type { Workspace } from '../workspace'
import type { Term, Weighed } from './terms'
import { hitsOf, type Window } from './windows'

/** A passage that may support a sentence: to be read before it is cited. */
export interface Support extends Excerpt {
  own: Captured
  /** How much of what the sentence says the passage holds, by weight: 0 to 1. */
  score: number
  /** What the two share, most telling first: `both name Dalia Mehra`, `310`, `pallet`. */
  why: string[]
  /** How many things they share, and whether one is a figure, a date or an actor. */
  shared: number
  isMarked: boolean
}

/** Of what a window shares, the part that one sentence of it must have to stand alone. */
let enough = 0.75

/**
 * The sentence or sentences of a window, and what they share with the sentence asked about; undefined where nothing is supported by
 * them: a headline, boilerplate.
 */
export function passageAt(
  workspace: Workspace,
  own: Captured,
  window: Window,
  terms: Weighed[],
  total: number
): Support | undefined {
  let folded = own.folded()
  let original = (from: number, to: number) => ({ from: originalStart(folded, from), to: originalEnd(folded, to) })
  let whole = shared(workspace, own, original(window.from, window.to), terms, total)
  let words = folded.text.slice(window.from, window.to).toLowerCase()
  let best: Support | undefined
  for (let { forms } of terms) {
    let [hit] = hitsOf(words, forms, 0)
    let from = window.from + (hit?.from ?? 0)
    if (!hit || (best && originalEnd(folded, from + 1) <= best.to && originalStart(folded, from) >= best.from)) continue
    let one = shared(workspace, own, original(from, window.from + hit.to), terms, total)
    if (one && one.score > (best?.score ?? 0)) best = one
  }
  return best && best.shared > 1 && best.score >= (whole?.score ?? 0) * enough ? best : whole
}

let titles = Symbol('title')

// The sentence around a span of a source, and what it shares. Headlines and boilerplate support nothing.
function shared(workspace: Workspace, own: Captured, span: Span, terms: Weighed[], total: number): Support | undefined {
  let sentence = sentenceAround(own, span)
  let words = fold(sentence.text).text.toLowerCase()
  let title = workspace.remember(own, titles, () =>
    fold(own.source.title ?? '')
      .text.toLowerCase()
      .trim()
  )
  let region = regionsIn(workspace, own).find(region => region.from <= span.from && span.to <= region.to)?.kind
  if (words.trim() === title || region === 'boilerplate') return undefined
  let folded = own.folded()
  let start = foldedAt(folded, sentence.from)
  let before = folded.text.slice(Math.max(0, start - 500), start).toLowerCase()
  let speaker: string | undefined
  let authors = own.source.author.map(name => fold(name).text.trim().toLowerCase())
  let why: { words: string; weight: number; kind: Term['kind'] }[] = []
  for (let { kind, shown, forms, weight, actor, day } of terms) {
    let add = (words: string, share: number) => why.push({ words, weight: weight * share, kind })
    if (hitsOf(words, forms, 0).length > 0) add(actor ? `both name ${shown}` : shown, 1)
    else if (actor) {
      speaker ??= speakerAt(workspace, own, span.from)?.actor ?? ''
      if (speaker === actor) add(`${shown} speaks`, 1)
      else if (authors.some(name => forms.includes(name))) add(`${shown} is the author`, 0.75)
      else if (hitsOf(before, forms, 0).length > 0) add(`${shown} is named before`, 0.5)
    } else if (day && own.source.issued?.endsWith(day)) add(`published ${shown}`, 0.5)
  }
  why.sort((a, b) => ranks[a.kind] - ranks[b.kind] || b.weight - a.weight)
  let score = why.reduce((sum, { weight }) => sum + weight, 0) / total
  // Nobody answers for what a reader wrote.
  let isComment = region === 'comments'
  return {
    ...sentence,
    // Answers are kept for a while; the source's text is not.
    text: detached(sentence.text),
    own,
    score: isComment ? score / 2 : score,
    why: [...(isComment ? ['a reader’s comment'] : []), ...why.slice(0, 6).map(({ words }) => words)],
    shared: why.length,
    isMarked: why.some(({ kind }) => kind !== 'word')
  }
}

let ranks: { [kind in Term['kind']]: number } = { actor: 0, figure: 1, date: 2, word: 3 }
