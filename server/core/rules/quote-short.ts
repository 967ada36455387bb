import { hasThreeWords, isTitle } from '../claims/quoted'
import { beginsAnew, denialBefore, deniesItself } from '../denial'
import type { Span } from '../model'
import { sentenceAround } from '../passages'
import { overlaps } from '../span'
import { type Captured, foldedAt, passes, turnBehind } from '../verify'
import type { NoteContext, Rule } from './rule'

/** Quoted words too few to carry their meaning, or cut just before the word that turns it, or just behind the one that denies it. */
export let rule: Rule = {
  id: 'quote-short',
  severity: { draft: 'information', final: 'information' },
  standard: 'newsroom accuracy',
  *note(context) {
    let { note, verdicts, workspace } = context
    for (let [index, quotation] of note.quotations.entries()) {
      let verdict = verdicts[index]
      if (!verdict || !passes(verdict) || quotation.kind !== 'inline') continue
      let [place] = verdict.passages
      let { from, to } = quotation
      let taken = takenApart(context, index)
      let own = workspace.captured(place.source)!
      let turn = taken.goesOn ? undefined : wordAfter(own, place.to)
      // Where a capital hides it, another rule speaks.
      let isKnown = taken.goneOn || deniesItself(note, quotation) || beginsAnew(quotation, own, place)
      let denial = isKnown ? undefined : denialBefore(own, place.from)
      let sentence = () => {
        let { from, to, text } = sentenceAround(own, place)
        return [{ path: place.path, from, to, message: `${place.source}: “${text.replace(/\s+/g, ' ')}”` }]
      }
      if (turn)
        yield {
          from,
          to,
          message: `The source goes on: “${turn} …”. The quotation stops just before it.`,
          related: sentence()
        }
      else if (denial)
        yield {
          from,
          to,
          message: `In the source “${denial}” stands before these words. The quotation begins just behind it.`,
          related: sentence()
        }
      else if (!taken.goesOn && !taken.goneOn && !hasThreeWords(quotation.words) && needsMore(context, index))
        yield {
          from,
          to,
          message: 'So few words lose what stands around them: quote more, or use your own.',
          related: sentence()
        }
    }
  }
}

// Words that “he said” takes apart are one quotation: the next one goes on where this one stops, or this one where the last one stopped.
function takenApart({ note, verdicts, workspace }: NoteContext, index: number) {
  let { block } = note.quotations[index]
  let [place] = verdicts[index]!.passages
  let meets = (other: number, gap: (passage: Span) => Span) => {
    let verdict = note.quotations[other]?.block === block ? verdicts[other] : undefined
    let passage = verdict && passes(verdict) ? verdict.passages.find(own => own.source === place.source) : undefined
    let { from, to } = passage ? gap(passage) : { from: 1, to: 0 }
    return from <= to && to - from < 8 && !/[\p{L}\p{N}]/u.test(workspace.captured(place.source)!.slice(from, to))
  }
  return {
    goesOn: meets(index + 1, next => ({ from: place.to, to: next.from })),
    goneOn: meets(index - 1, last => ({ from: last.to, to: place.from }))
  }
}

// What the words need not say, because the reader has it: a name or a title says all it does alone, and a longer quotation beside it, or the
// words relied on, give what stands around.
function needsMore({ note, verdicts, workspace }: NoteContext, index: number): boolean {
  let { words, block } = note.quotations[index]
  let [place] = verdicts[index]!.passages
  let own = workspace.captured(place.source)!
  if (isTitle(words) || isName(own, words, place)) return false
  let sentence = sentenceAround(own, place)
  if (isAllOf(sentence.text, words)) return false
  // The nearest ones only: a paragraph may hold any number.
  for (let k = Math.max(0, index - near); k <= index + near && k < note.quotations.length; k++) {
    let other = note.quotations[k]
    let verdict = verdicts[k]
    if (k === index || other.block !== block || !verdict || !passes(verdict) || !hasThreeWords(other.words)) continue
    if (verdict.passages.some(around => around.source === place.source && overlaps(around, sentence))) return false
  }
  return true
}

// “And then?”: somebody said no more than that, behind a label perhaps.
let bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
let isAllOf = (sentence: string, words: string) => bare(sentence.replace(/^[^:]{1,40}:\s/, '')) === bare(words)

let near = 8

// Written with a capital where no sentence begins: Tern, NATO.
function isName(own: Captured, words: string, { from, to }: Span): boolean {
  let text = own.slice(from, to)
  if (
    !/^\p{Lu}/u.test(text.replace(/^\P{L}+/u, '')) ||
    !/^\P{L}*(?:\p{Lu}\. ?){0,3}\p{Lu}[\p{L}\p{M}\p{N}.'’-]*\P{L}*$/u.test(words)
  )
    return false
  let before = own.slice(Math.max(0, from - 12), from)
  return /\p{Lu}{2}|\p{Lu}\. ?\p{Lu}/u.test(words) || /[\p{L}\p{N},;][\s"“„«'‘]{1,4}$/u.test(before)
}

// “But”, “not”, “unless” or “except”, or what does the same in other languages, if the source goes on with it in the same sentence.
function wordAfter(own: Captured, at: number): string | undefined {
  let folded = own.folded()
  let from = foldedAt(folded, at)
  return turnBehind(folded.text.slice(from, from + 20))
}
