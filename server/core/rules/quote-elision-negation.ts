import { passageOf } from '../fixes/passage'
import { short } from '../fixes/run'
import type { Quotation, Span } from '../model'
import { standingsOf } from '../standing'
import { turn, wanted } from '../verify'
import type { Rule } from './rule'

/** A quotation that leaves out the “not”, or the word that turns its sentence. */
export let rule: Rule = {
  id: 'quote-elision-negation',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'newsroom accuracy',
  *note({ note, verdicts, workspace }) {
    for (let [index, quotation] of note.quotations.entries()) {
      let verdict = verdicts[index]
      if (verdict?.kind !== 'edited') continue
      // Another place may hold the same parts with nothing turned between them.
      let standings = standingsOf(workspace, quotation, verdict)
      let turned = standings.map(place => (place.omitted ?? []).findIndex(words => turn.test(words)))
      if (standings.length === 0 || turned.includes(-1)) continue
      let [place] = standings
      let words = place.omitted![turned[0]]
      yield {
        ...markOf(quotation, turned[0]),
        message: `What is left out here holds “${turn.exec(words)![0]}”: “${short(words.trim(), 120)}”.`,
        related: [passageOf(workspace, place)]
      }
    }
  }
}

// The mark for words left out that stands at the index, else the whole quotation. What is left out before the first words is not asked for.
function markOf(quotation: Quotation, index: number): Span {
  let { from, to, inner, words } = quotation
  let marks = wanted(words).parts.flatMap(({ gap, mark }, k) => (gap === 'omitted' && k > 0 ? [mark] : []))
  let mark = marks[index]
  return mark ? { from: inner.from + mark.from, to: inner.from + mark.to } : { from, to }
}
