import type { Quotation } from './model'
import { type Excerpt, sentenceAround } from './passages'
import { type Standing, standingsOf } from './standing'
import type { Verdict } from './verify'
import type { Workspace } from './workspace'

/** A place that holds quoted words, with the sentence, or sentences, of the source around it. */
export interface Sourced extends Standing {
  sentence: Excerpt
}

/** Where the sources hold the words of a quotation that passed, three places at most. Kept with the verdict. */
export function sourceSentences(
  workspace: Workspace,
  quotation: Quotation,
  verdict: Verdict | undefined
): readonly Sourced[] {
  if (!verdict) return []
  return workspace.remember(verdict, sentences, () =>
    standingsOf(workspace, quotation, verdict)
      .slice(0, 3)
      .map(place => ({ ...place, sentence: sentenceAround(workspace.captured(place.source)!, place) }))
  )
}
let sentences = Symbol('sentences of sources')
