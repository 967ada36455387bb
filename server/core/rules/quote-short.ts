import { sentenceAround } from '../passages'
import { foldedAt, passes } from '../verify'
import type { NoteContext, Rule } from './rule'

/** Quoted words too few to carry their meaning, or cut just before the word that turns it. */
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
      let turn = wordAfter(context, place.source, place.to)
      let count = quotation.words.match(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)?.length ?? 0
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
      else if (count < 3) yield { from, to, message: 'So few words lose what stands around them.', related: sentence() }
    }
  }
}

// “but”, “not” or “unless”, if the source goes on with it in the same sentence.
function wordAfter({ workspace }: NoteContext, key: string, at: number): string | undefined {
  let folded = workspace.captured(key)!.folded()
  let from = foldedAt(folded, at)
  return /^[\s,;:'-]{0,4}(but|not|unless)\b/.exec(folded.text.slice(from, from + 20))?.[1]
}
