import { behindLabel, voiceLabels } from '../labels'
import type { Span } from '../model'
import { firstIndex } from '../span'
import type { Captured } from './captured'
import type { Folded } from './fold'
import { foldedAt } from './unfold'

/** A label behind which somebody speaks; offsets in the folded text. */
export interface Voice extends Span {
  /** The actor's key, or the label of who has none. */
  actor: string
}

/** The labels of speakers in the order of the text, in a folded reading of it. */
export function voicesOf(own: Captured, folded: Folded = own.folded()): Voice[] {
  return labelled(own).map(({ actor, at, label }) => ({
    actor,
    from: foldedAt(folded, at),
    to: foldedAt(folded, at + label.length)
  }))
}

/** The labels, up to the words behind them, of speakers who have the word already. */
export function repeatedLabels(own: Captured): Span[] {
  let all = labelled(own)
  let text = all.length > 1 ? own.text() : ''
  return all.flatMap(({ actor, at, label }, k) =>
    actor === all[k - 1]?.actor ? { from: at, to: behindLabel(text, label, at) } : []
  )
}

function labelled(own: Captured): { actor: string; at: number; label: string }[] {
  let labels = own.labels()
  let found = [...voiceLabels(own)].flatMap(([label, actor = label]) =>
    (labels.get(label) ?? []).map(at => ({ actor, at, label }))
  )
  return found.sort((a, b) => a.at - b.at)
}

/** The label before an offset. */
export function voiceAt(voices: Voice[], at: number): Voice | undefined {
  return voices[firstIndex(voices.length, i => voices[i].from >= at) - 1]
}
