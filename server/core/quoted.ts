import type { Note } from './model'
import type { Verdict } from './verify'
import type { FileSummary, Workspace } from './workspace'

/** How often a source is quoted, and how many of those quotations it was not found to hold. */
export interface Quoted {
  quotations: number
  unverified: number
  /** Notes that cite it, and of those the ones that have been checked as they are: the rest is not counted. */
  notes: number
  checked: number
}

/** Keeps the verdicts of a note that has been checked, as counts, until the note or any source changes. */
export function keepQuoted(workspace: Workspace, file: FileSummary, note: Note, verdicts: (Verdict | undefined)[]) {
  let counts: Counts = new Map()
  for (let [index, { citations }] of note.quotations.entries()) {
    let verdict = verdicts[index]
    if (!verdict) continue
    let isHeld = verdict.kind === 'exact' || verdict.kind === 'folded' || verdict.kind === 'edited'
    for (let cited of new Set(citations.map(citation => note.citations[citation].key))) {
      // The record's own: a key from the note would keep the note's text.
      let key = workspace.source(cited)?.key
      if (key === undefined) continue
      let { quotations, unverified } = counts.get(key) ?? { quotations: 0, unverified: 0 }
      counts.set(key, { quotations: quotations + 1, unverified: unverified + (isHeld ? 0 : 1) })
    }
  }
  workspace.known('sources', nothingKnown).set(file, counts)
}

/** What is known of the quotations from a source. */
export function quotedOf(workspace: Workspace, key: string): Quoted {
  let known = workspace.known('sources', nothingKnown)
  let sum: Quoted = { quotations: 0, unverified: 0, notes: 0, checked: 0 }
  for (let file of workspace.uses.ofSource(key)) {
    if (!file.note) continue
    sum.notes++
    let counts = known.get(file)
    if (!counts) continue
    sum.checked++
    sum.quotations += counts.get(key)?.quotations ?? 0
    sum.unverified += counts.get(key)?.unverified ?? 0
  }
  return sum
}

type Counts = Map<string, Pick<Quoted, 'quotations' | 'unverified'>>
let nothingKnown = () => new WeakMap<FileSummary, Counts>()
