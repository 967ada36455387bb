import type { Quotation } from './model'
import { type Excerpt, sentenceAround } from './passages'
import { type Standing, standingAt, standingsOf } from './standing'
import type { Captured, Verdict } from './verify'
import type { Workspace } from './workspace'

/** A place that holds quoted words, and the sentence, or sentences, of the source around it: looked for when it is asked for. */
export interface Sourced {
  place: Standing
  readonly sentence: Excerpt
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
      .map(place => new LazySourced(workspace.captured(place.source)!, place))
  )
}

/** The first of these places, which the verdict knows already: no search. */
export function firstSourced(workspace: Workspace, { passages: [first] }: Verdict): Sourced {
  let own = workspace.captured(first.source)!
  return new LazySourced(own, standingAt(workspace, own, first))
}

// The place is kept as it is: to copy it would work out who speaks there, and on which page.
class LazySourced implements Sourced {
  private known: Excerpt | undefined
  constructor(
    private readonly own: Captured,
    readonly place: Standing
  ) {}
  get sentence() {
    this.known ??= sentenceAround(this.own, this.place)
    return this.known
  }
}
let sentences = Symbol('sentences of sources')
