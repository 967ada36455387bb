import { verdictOf } from './check'
import type { Label, Note, Span } from './model'
import { firstIndex, overlaps, within } from './span'
import { type Support, supportAt } from './support'
import type { Verdict } from './verify'
import type { Workspace } from './workspace'

/**
 * What a fact-checker ticks off: a sentence that cites or quotes, or that is part of a statement; several where a quotation spans them, with
 * the citations it is bound to.
 */
export interface ClaimToCheck extends Span {
  /** Index in `blocks` of the heading above. */
  section?: number
  /** Of the statement or item it begins. */
  label?: Label
  /** It is of a statement on its own, and that is key. */
  key: boolean
  /** It is of a statement whose items cite sources. */
  itemsCite: boolean
  rests: Rest[]
  /** Quotations that no citation is in reach of, by index. */
  unbound: number[]
}

/** A citation, and what it says of the source's own words. */
export interface Rest {
  /** Index in `citations`. */
  citation: number
  quotations: { index: number; verdict?: Verdict }[]
  /** Where nothing is quoted: a passage of the cited source that shares most with the sentence. It is no verdict. */
  likely?: Support
}

/** The claims of a note, in its order. Yields where the caller may pause. */
export function* claimsToCheck(workspace: Workspace, note: Note): Generator<void, ClaimToCheck[]> {
  let claims: ClaimToCheck[] = []
  let statements = note.citations.map(own => note.blocks[own.block].statement)
  let citing = new Set(statements.map(own => (own === undefined ? undefined : note.statements[own].parent)))
  let quotations = note.quotations.map(({ from, to }, index) => ({ from, to, index })).sort((a, b) => a.from - b.from)
  for (let span of spansOf(note)) {
    let block = note.blocks[firstIndex(note.blocks.length, i => note.blocks[i].from > span.from) - 1]
    let statement = block?.statement === undefined ? undefined : note.statements[block.statement]
    let quoted = Array.from(within(quotations, span), ([, { index }]) => index)
    let rests: Rest[] = []
    for (let [index, citation] of within(note.citations, span)) {
      let rest: Rest = { citation: index, quotations: [] }
      for (let own of quoted) {
        if (!note.quotations[own].citations.includes(index)) continue
        rest.quotations.push({ index: own, verdict: yield* verdictOf(workspace, note, note.quotations[own]) })
      }
      if (rest.quotations.length === 0) rest.likely = yield* likelyIn(workspace, note, citation.key, span.from)
      rests.push(rest)
    }
    claims.push({
      from: span.from,
      to: span.to,
      section: block?.section,
      label: statement && statement.labelSpan.from >= span.from ? statement.label : undefined,
      key: !!statement?.key && statement.parent === undefined,
      itemsCite: block?.statement !== undefined && citing.has(block.statement),
      rests,
      unbound: quoted.filter(own => note.quotations[own].citations.length === 0)
    })
    yield
  }
  return claims
}

// The sentences that claim something, and around each quotation all that it spans; those that overlap are one.
function spansOf(note: Note): Span[] {
  let cited = new Set(note.citations.map(own => own.sentence))
  let claims = (index: number) => cited.has(index) || note.blocks[note.sentences[index].block].statement !== undefined
  let spans: Span[] = note.sentences.filter((_, index) => claims(index)).map(({ from, to }) => ({ from, to }))
  for (let own of note.quotations) {
    let parts: Span[] = [own, ...own.citations.map(index => note.citations[index])]
    if (note.sentences[own.sentence]) parts.push(note.sentences[own.sentence])
    spans.push({ from: Math.min(...parts.map(part => part.from)), to: Math.max(...parts.map(part => part.to)) })
  }
  spans.sort((a, b) => a.from - b.from || a.to - b.to)
  let joined: Span[] = []
  for (let span of spans) {
    let last = joined.at(-1)
    if (last && overlaps(last, span)) last.to = Math.max(last.to, span.to)
    else joined.push(span)
  }
  return joined
}

function* likelyIn(
  workspace: Workspace,
  note: Note,
  key: string,
  offset: number
): Generator<void, Support | undefined> {
  let supported = yield* supportAt(workspace, note, offset)
  return supported?.found.find(own => own.own.source.key === key)
}
