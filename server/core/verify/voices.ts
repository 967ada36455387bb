import type { Span } from '../model'
import { firstIndex } from '../span'
import type { Captured } from './captured'
import { foldedAt } from './unfold'

/** A label behind which somebody speaks; offsets in the folded text. */
export interface Voice extends Span {
  actor: string
}

/** The labels of the speakers whom the source's record names, in the order of the text. */
export function voicesOf(own: Captured): Voice[] {
  let folded = own.folded()
  let found = own.source.speakers?.flatMap(({ label, actor }) =>
    (own.labels().get(label) ?? []).map(at => ({
      actor,
      from: foldedAt(folded, at),
      to: foldedAt(folded, at + label.length)
    }))
  )
  return found?.sort((a, b) => a.from - b.from) ?? []
}

/** The label before an offset. */
export function voiceAt(voices: Voice[], at: number): Voice | undefined {
  return voices[firstIndex(voices.length, i => voices[i].from >= at) - 1]
}
