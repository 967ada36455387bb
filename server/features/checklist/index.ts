import { type Checked, checkFile, type Finding, type Severity, verdictsOf, type Workspace } from '../../core'
import { noteState } from '../note-state'
import { counted, inShort, type LineKind, leadsTo, lineWords, type TreeLine } from '../views/tree'
import { aboutLines } from './about'
import { quotationLines } from './quotations'
import { sourceLines } from './sources'

/** What stands between a note and publishing it. */
export interface Checklist {
  title: string
  profile: string
  status: 'draft' | 'final'
  /** Findings that block: errors of the note taken as final. */
  blocking: number
  /** The same in one sentence. */
  summary: string
  lines: TreeLine[]
}

/**
 * The note as a publisher goes through it: what a check of it as final finds, by severity and rule; its quotations by verdict; its
 * sources; its front matter and forecasts; and what the writer has silenced, with the reasons. Undefined for a file that is no open note.
 */
export function* checklist(workspace: Workspace, path: string, today?: string): Generator<void, Checklist | undefined> {
  let text = workspace.texts.get(path)
  let note = workspace.note(path)
  let state = noteState(workspace, path)
  if (text === undefined || !note || !state) return undefined
  let checked = yield* checkFile(workspace, path, text, { publish: true, today })
  let fixable = yield* fixables(checked.findings)
  let verdicts = yield* verdictsOf(workspace, note)
  let blocking = checked.findings.filter(({ severity }) => severity === 'error').length
  let rest = checked.findings.length - blocking
  return {
    title: inShort(note.frontMatter?.title || path.slice(path.lastIndexOf('/') + 1)),
    ...state,
    blocking,
    summary: summaryOf(blocking, rest),
    lines: [
      ...findingLines(workspace, checked, fixable),
      ...quotationLines(workspace, path, note, verdicts),
      ...sourceLines(workspace, note),
      ...aboutLines(workspace, path, note, today),
      ...suppressedLine(workspace, checked.suppressed)
    ]
  }
}

function summaryOf(blocking: number, rest: number): string {
  if (blocking > 0) return `${counted(blocking, 'finding')} to mend before this note can be published.`
  return rest > 0 ? `Nothing blocks publishing; ${counted(rest, 'finding')} to look at.` : 'Nothing blocks publishing.'
}

// A fix may search the sources: there is a pause after each. For what cites nothing the editor can always search.
function* fixables(findings: Finding[]): Generator<void, Set<Finding>> {
  let found = new Set<Finding>()
  for (let finding of findings) {
    if (finding.rule.startsWith('unsourced-') || finding.fixes().length > 0) found.add(finding)
    yield
  }
  return found
}

let groups: { label: string; kind: LineKind; severities: Severity[]; open: boolean }[] = [
  { label: 'To mend', kind: 'error', severities: ['error'], open: true },
  { label: 'To look at', kind: 'warning', severities: ['warning'], open: true },
  { label: 'Remarks', kind: 'information', severities: ['information', 'hint'], open: false }
]

function findingLines(workspace: Workspace, { findings }: Checked, fixable: Set<Finding>): TreeLine[] {
  return groups.flatMap(({ label, kind, severities, open }) => {
    let own = findings.filter(({ severity }) => severities.includes(severity))
    if (own.length === 0) return []
    let rules = [...new Set(own.map(({ rule }) => rule))]
    let children = rules.map(rule =>
      ruleLine(
        workspace,
        rule,
        own.filter(finding => finding.rule === rule),
        fixable,
        open
      )
    )
    return [{ id: kind, kind, label, description: String(own.length), open, children }]
  })
}

// A finding that is the only one of its rule needs no group.
function ruleLine(
  workspace: Workspace,
  rule: string,
  findings: Finding[],
  fixable: Set<Finding>,
  open: boolean
): TreeLine {
  let isAlone = findings.length === 1
  let children = findings.map((finding, index): TreeLine => {
    let { message, related, severity, path } = finding
    let where = lineWords(workspace, path, finding)
    return {
      id: `${rule} ${index}`,
      kind: severity,
      label: inShort(message, 200),
      description: isAlone ? `${rule} · ${where}` : where,
      tooltip: [message, ...related.map(({ message }) => message)].map(words => inShort(words, 500)).join('\n'),
      ...(fixable.has(finding) ? { fixable: true } : {}),
      ...leadsTo(workspace, path, finding)
    }
  })
  if (isAlone) return children[0]
  let fixes = findings.filter(finding => fixable.has(finding)).length
  let description = `${findings.length}${fixes > 0 ? ` · ${fixes} with a fix` : ''}`
  return { id: `rule ${rule}`, kind: findings[0].severity, label: rule, description, open, children }
}

function suppressedLine(workspace: Workspace, suppressed: Checked['suppressed']): TreeLine[] {
  if (suppressed.length === 0) return []
  let children = suppressed.map(
    (finding, index): TreeLine => ({
      id: `suppressed ${index}`,
      kind: 'suppressed',
      label: finding.rule,
      description: inShort(finding.reason) || 'no reason given',
      tooltip: inShort(finding.message, 500),
      ...leadsTo(workspace, finding.path, finding)
    })
  )
  return [{ id: 'suppressed', kind: 'suppressed', label: 'Suppressed', description: String(children.length), children }]
}
