import type { Memo } from './asks'
import type { Quotation, Span } from './model'
import { type Page, pagesOf } from './pages'
import { firstIndex } from './span'
import { type Speaker, speakerAt, speakerLabels } from './turns'
import {
  type Captured,
  findWords,
  fold,
  originalEnd,
  originalStart,
  type Passage,
  passes,
  places,
  type Verdict
} from './verify'
import type { Workspace } from './workspace'

/**
 * A place that holds quoted words, and what is known of it: who speaks there, on which page and in which region. These are worked
 * out when they are asked for: most rules ask for one of them, of few quotations.
 */
export interface Standing extends Passage {
  readonly speaker?: Speaker
  /** The pages it touches, as their marks say; empty where the source has none. */
  readonly pages: string[]
  /** `boilerplate`, `comments` or `caption`, if a declared region holds all of it. */
  readonly region?: string
}

/**
 * Every place in the cited sources that holds the words, by the verdict that passed them; none for other verdicts. Several rules ask, at
 * every keystroke, so what is known is kept until an actor or a source changes.
 */
export function standingsOf(
  workspace: Workspace,
  quotation: Quotation,
  verdict: Verdict | undefined
): readonly Standing[] {
  if (!verdict || !passes(verdict)) return []
  return workspace.each(['actors', 'sources'], nothingKnown, verdict, () =>
    findStandings(workspace, quotation.words, verdict)
  )
}

let nothingKnown = () => new WeakMap<Verdict, Memo<Standing[]>>()

function findStandings(workspace: Workspace, words: string, verdict: Verdict): Standing[] {
  let sources = new Set(verdict.passages.map(passage => passage.source))
  return [...sources].flatMap(key => {
    let own = workspace.captured(key)!
    return places(own, words).map(place => standingAt(workspace, own, place))
  })
}

/** What is known of one place in a captured text. */
export function standingAt(workspace: Workspace, own: Captured, place: Passage): Standing {
  return new LazyStanding(workspace, own, place)
}

// A class: objects with getters of their own are made slowly, and there is one for each quotation.
class LazyStanding implements Standing {
  readonly source: string
  readonly path: string
  readonly from: number
  readonly to: number
  readonly omitted?: string[]
  private known: Memo<Speaker | undefined> | undefined

  constructor(
    private readonly workspace: Workspace,
    private readonly own: Captured,
    { source, path, from, to, omitted }: Passage
  ) {
    this.source = source
    this.path = path
    this.from = from
    this.to = to
    if (omitted) this.omitted = omitted
  }
  get speaker() {
    return this.workspace.asks.once(
      this.known,
      memo => void (this.known = memo),
      () => speakerAt(this.workspace, this.own, this.from)
    )
  }
  get pages() {
    return pagesTouched(pagesIn(this.workspace, this.own), this)
  }
  get region() {
    let { from, to } = this
    return regionsIn(this.workspace, this.own).find(region => region.from <= from && to <= region.to)?.kind
  }
}

/** Whether a source has more than one voice or part, so that it may matter where in it words stand. */
export function hasVoices(workspace: Workspace, own: Captured): boolean {
  return own.source.regions.length > 0 || speakerLabels(workspace, own).size > 0
}

/** The pages of a captured text; kept until it changes. */
export function pagesIn(workspace: Workspace, own: Captured): Page[] {
  return workspace.remember(own, allPages, () => pagesOf(own.text(), own.source.bodyFrom ?? 0))
}
let allPages = Symbol('pages')

function pagesTouched(pages: Page[], span: Span): string[] {
  let last = firstIndex(pages.length, index => pages[index].from > span.to) - 1
  let first = last
  while (first > 0 && pages[first].from > span.from) first--
  return last < 0 ? [] : pages.slice(first, last + 1).map(page => page.page)
}

/** A region of a captured text, found by its declared first words. */
export interface Region extends Span {
  kind: string
  /** Its end was declared, and is not found: it runs to the end of the text. */
  open: boolean
}

/** The declared regions that can be found, in the order of the text. */
export function regionsIn(workspace: Workspace, own: Captured): Region[] {
  return workspace.remember(own, allRegions, () =>
    own.source.regions.flatMap(region => regionAt(own, region) ?? []).sort((a, b) => a.from - b.from)
  )
}
let allRegions = Symbol('regions')

/** Where a declared region stands: from its first words to the first words after it, else to the end. Undefined if not found. */
export function regionAt(own: Captured, region: { kind: string; from: string; to?: string }): Region | undefined {
  let folded = own.folded()
  let [start] = findWords(folded.text, fold(region.from).text.trim(), 1)
  if (!start) return undefined
  let rest = region.to === undefined ? undefined : fold(region.to).text.trim()
  let end = rest === undefined ? undefined : findWords(folded.text.slice(start.to), rest, 1)[0]
  let to = end ? originalStart(folded, start.to + end.from) : originalEnd(folded, folded.text.length)
  return { kind: region.kind, from: originalStart(folded, start.from), to, open: !!rest && !end }
}
