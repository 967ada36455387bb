import type { Note, Verdict, VerdictKind, Workspace } from '../../core'
import { inShort, type LineKind, leadsTo, lineWords, type TreeLine } from '../views/tree'

/** The quotations by verdict, `verdicts` being those of `note.quotations`; nothing when none cites a source that is known. */
export function quotationLines(
  workspace: Workspace,
  path: string,
  note: Note,
  verdicts: (Verdict | undefined)[]
): TreeLine[] {
  let children = verdictGroups.flatMap(({ verdict, label, kind }): TreeLine[] => {
    let own = note.quotations.filter((_, index) => verdicts[index]?.kind === verdict)
    if (own.length === 0) return []
    let quotations = own.map(
      (quotation, index): TreeLine => ({
        id: `quotation ${verdict} ${index}`,
        kind,
        label: `“${inShort(quotation.words)}”`,
        description: lineWords(workspace, path, quotation),
        ...leadsTo(workspace, path, quotation)
      })
    )
    return [{ id: `verdict ${verdict}`, kind, label, description: String(own.length), children: quotations }]
  })
  if (children.length === 0) return []
  let description = children.map(({ label, description }) => `${description} ${label}`).join(' · ')
  return [{ id: 'quotations', kind: 'quotations', label: 'Quotations', description, children }]
}

let verdictGroups: { verdict: VerdictKind; label: string; kind: LineKind }[] = [
  { verdict: 'exact', label: 'exact', kind: 'done' },
  { verdict: 'folded', label: 'folded', kind: 'done' },
  { verdict: 'edited', label: 'edited', kind: 'done' },
  { verdict: 'altered', label: 'altered', kind: 'error' },
  { verdict: 'elsewhere', label: 'in another source', kind: 'error' },
  { verdict: 'absent', label: 'not found', kind: 'error' },
  { verdict: 'unchecked', label: 'unchecked', kind: 'unchecked' }
]
