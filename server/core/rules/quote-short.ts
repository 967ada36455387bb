import { hasThreeWords } from '../claims/quoted'
import type { Quotation, Span } from '../model'
import { sentenceAround } from '../passages'
import { foldedAt, negation, negationAtEnd, passes } from '../verify'
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
      let turn = taken.goesOn ? undefined : wordAfter(context, place.source, place.to)
      let denial =
        taken.goneOn || deniesItself(context, quotation) ? undefined : wordBefore(context, place.source, place.from)
      let sentence = () => {
        let { from, to, text } = sentenceAround(workspace.captured(place.source)!, place)
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
      else if (!taken.goesOn && !taken.goneOn && !hasThreeWords(quotation.words))
        yield { from, to, message: 'So few words lose what stands around them.', related: sentence() }
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

// “Not”, “never” or the like, if the words in the source follow it.
function wordBefore({ workspace }: NoteContext, key: string, at: number): string | undefined {
  let folded = workspace.captured(key)!.folded()
  let to = foldedAt(folded, at)
  return negationAtEnd.exec(folded.text.slice(Math.max(0, to - 24), to))?.[0].replace(/['\s]+$/, '')
}

// Whether the writer denies it in words of their own: did not “approve the loan”.
function deniesItself({ note }: NoteContext, { block, sentence, from }: Quotation): boolean {
  let { text, from: start } = note.blocks[block]
  return negation.test(text.slice(Math.max(0, note.sentences[sentence].from - start), from - start))
}

// “but”, “not”, “unless” or “except”, if the source goes on with it in the same sentence.
function wordAfter({ workspace }: NoteContext, key: string, at: number): string | undefined {
  let folded = workspace.captured(key)!.folded()
  let from = foldedAt(folded, at)
  return /^[\s,;:'-]{0,4}(but|not|unless|except)\b/.exec(folded.text.slice(from, from + 20))?.[1]
}
