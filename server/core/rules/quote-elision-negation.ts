import { beginsAnew, denialBefore, deniesItself } from '../denial'
import { passageOf } from '../fixes/passage'
import { short } from '../fixes/run'
import { allowedIn } from '../how-matched'
import type { Note, Quotation, Span } from '../model'
import { type Standing, standingsOf } from '../standing'
import { passes, turnIn, type Verdict, wanted } from '../verify'
import { negation } from '../verify/negation'
import type { Workspace } from '../workspace'
import type { Flag, Rule } from './rule'

/** A quotation that leaves out the “not”, or the word that turns its sentence; or whose brackets bring one in. */
export let rule: Rule = {
  id: 'quote-elision-negation',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'newsroom accuracy',
  *note({ note, verdicts, workspace }) {
    for (let [index, quotation] of note.quotations.entries()) {
      let verdict = verdicts[index]
      let begun = verdict && passes(verdict) ? denialLeftOut(workspace, note, quotation, verdict) : undefined
      if (begun) yield begun
      if (verdict?.kind !== 'edited') continue
      // Another place may hold the same parts with nothing turned between them.
      let standings = standingsOf(workspace, quotation, verdict)
      if (standings.length === 0) continue
      let added = broughtIn(workspace, quotation, standings[0])
      if (added) yield added
      let turned = standings.map(place => (place.omitted ?? []).findIndex(words => turnIn(words) !== undefined))
      if (turned.includes(-1)) continue
      let [place] = standings
      let words = place.omitted![turned[0]]
      yield {
        ...markOf(quotation, turned[0]),
        message: `What is left out here holds “${turnIn(words)}”: “${short(words.trim(), 120)}”. Keep it, or say it beside the quotation.`,
        related: [passageOf(workspace, place)]
      }
    }
  }
}

// The “not” before words that the quotation begins as a sentence of their own: by the capital, no reader can see that it was there.
function denialLeftOut(workspace: Workspace, note: Note, quotation: Quotation, verdict: Verdict): Flag | undefined {
  let [place] = verdict.passages
  let own = workspace.captured(place.source)
  if (!own || quotation.kind !== 'inline' || !beginsAnew(quotation, own, place)) return undefined
  let denial = deniesItself(note, quotation) ? undefined : denialBefore(own, place.from)
  // Another place may hold the same words with nothing that denies them.
  if (!denial || !standingsOf(workspace, quotation, verdict).every(({ from }) => denialBefore(own, from)))
    return undefined
  return {
    from: quotation.from,
    to: quotation.to,
    message: `In the source “${denial}” stands before these words, which begin here as a sentence of their own.`,
    related: [passageOf(workspace, place)]
  }
}

// The first bracket that denies where the source does not: in the words it stands for, or, before the first words, close by.
function broughtIn(workspace: Workspace, { inner, words }: Quotation, place: Standing): Flag | undefined {
  let own = workspace.captured(place.source)
  let { parts } = wanted(words)
  if (!own || !parts.some(part => part.denies)) return undefined
  let allowed = allowedIn(own, place, words)
  for (let [k, { mark, denies, gap }] of parts.entries()) {
    if (!denies || !mark) continue
    let said = k > 0 ? allowed[k - 1]?.words : own.slice(Math.max(0, place.from - near), place.from)
    if (said === undefined || negation.test(said)) continue
    let stands = gap === 'changed' && k > 0 && said ? `, “${short(said, 120)}”, does not` : ' there does not'
    return {
      from: inner.from + mark.from,
      to: inner.from + mark.to,
      message: `This bracket denies, and what the source has${stands}.`,
      related: [passageOf(workspace, place)]
    }
  }
  return undefined
}

let near = 60

// The mark for words left out that stands at the index, else the whole quotation. What is left out before the first words is not asked for.
function markOf(quotation: Quotation, index: number): Span {
  let { from, to, inner, words } = quotation
  let marks = wanted(words).parts.flatMap(({ gap, mark }, k) => (gap === 'omitted' && k > 0 ? [mark] : []))
  let mark = marks[index]
  return mark ? { from: inner.from + mark.from, to: inner.from + mark.to } : { from, to }
}
