import { denialStart } from '../denial'
import type { Fix, Quotation, Span } from '../model'
import { type Difference, fold, originalEnd, originalStart, turn, turnIn, type Verdict, verify } from '../verify'
import type { Workspace } from '../workspace'
import { run, shortChanged } from './run'

/** A change to the quotation's words; offsets in them. */
interface Change extends Span {
  newText: string
}

/**
 * Mark what a quotation changes, so that it is honestly edited: `[…]` for what it leaves out, brackets around what it puts in. Undefined
 * where no mark would make it honest: where what is left out or put in denies or turns, where a figure differs, and where the words with
 * their marks would still not be the source's.
 */
export function markChanges(
  workspace: Workspace,
  path: string,
  quotation: Quotation,
  { passages, differences = [] }: Verdict
): Fix | undefined {
  let changes = changesOf(quotation, differences)
  if (!changes || changes.length === 0) return undefined
  // “Not” stands before them: no mark says so.
  let own = workspace.captured(passages[0].source)
  if (own && denialStart(own, passages[0].from) !== undefined) return undefined
  let marked = quotation.words
  for (let { from, to, newText } of [...changes].reverse()) marked = marked.slice(0, from) + newText + marked.slice(to)
  let verdict = run(verify(workspace, marked, [passages[0].source]))
  let isHonest = verdict.kind === 'edited' && !verdict.passages[0].omitted?.some(words => turnIn(words) !== undefined)
  if (!isHonest) return undefined
  let start = quotation.inner.from
  return {
    title: `Mark what is changed: “${shortChanged(marked, quotation.words)}”`,
    edits: changes.map(({ from, to, newText }) => ({ path, from: start + from, to: start + to, newText }))
  }
}

// The changes in their order, or undefined if there can be none.
function changesOf(quotation: Quotation, differences: Difference[]): Change[] | undefined {
  let folded = fold(quotation.words)
  let changes: Change[] = []
  let at = 0
  for (let k = 0; k < differences.length; k++) {
    let { kind, words } = differences[k]
    let source = kind === 'source' ? words : undefined
    let written = kind === 'written' ? words : undefined
    // What replaces words stands before or behind them.
    if (kind !== 'same' && differences[k + 1] && differences[k + 1].kind !== 'same') {
      let next = differences[++k]
      if (next.kind === 'source') source = next.words
      else written = next.words
    }
    if (source && (turn.test(source) || /\p{N}/u.test(source + (written ?? '')))) return undefined
    if (written && turn.test(written)) return undefined
    if (kind !== 'same' && written === undefined) {
      // Before the first word or behind the last nothing is left out.
      if (k === 0 || k === differences.length - 1) return undefined
      let end = originalEnd(folded, at)
      changes.push({ from: end, to: end, newText: quotation.kind === 'relied' ? ' …' : ' […]' })
      continue
    }
    let own = kind === 'same' ? words : written!
    let from = folded.text.indexOf(own, at)
    if (from < 0) return undefined
    at = from + own.length
    if (kind === 'same') continue
    // In a citation a bracket would begin another one.
    if (quotation.kind === 'relied') return undefined
    let span = withEmphasis(quotation.words, { from: originalStart(folded, from), to: originalEnd(folded, at) })
    changes.push({ ...span, newText: `[${quotation.words.slice(span.from, span.to)}]` })
  }
  return changes
}

function withEmphasis(words: string, { from, to }: Span): Span {
  while (/[*_]/.test(words.charAt(from - 1))) from--
  while (/[*_]/.test(words.charAt(to))) to++
  return { from, to }
}
