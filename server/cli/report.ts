import type { Finding, Fix, Severity, Workspace } from '../core'
import { type Lines, linesOf, type Range, rangeOf } from './lines'

/** A finding with its places worked out, in the shape of the JSON output. Paths are relative to the folder that is read. */
export interface Reported {
  path: string
  rule: string
  severity: Severity
  message: string
  range: Range
  related: { path: string; range: Range; message: string }[]
  /** Of the finding among its file's, whatever is edited elsewhere in it; 16 hexadecimal digits; empty if nobody asks. */
  fingerprint: string
  fixes: { title: string; edits: { path: string; range: Range; newText: string }[]; create?: Fix['create'] }[]
}

/** What the check of one file gave. */
export interface FileReport {
  path: string
  /** Of a note or dossier, if it has any. */
  title?: string
  status?: 'draft' | 'final'
  lines: Lines
  findings: Reported[]
  suppressed: Suppressed[]
  /** Those of the baseline. */
  known: Reported[]
}

export interface Suppressed extends Reported {
  /** The writer's; empty if there is none. */
  reason: string
}

/** The JSON output's summary. */
export interface Summary {
  /** That were checked. */
  files: number
  error: number
  warning: number
  information: number
  hint: number
  suppressed: number
  /** In the baseline; with a baseline only. */
  known?: number
  /** In the baseline, and found no more; with a baseline only. */
  fixed?: number
}

/** What a finding looks like outside the workspace. `lines` are those of its own file; of others the workspace knows them. */
export function report(
  finding: Finding,
  fingerprint: string,
  lines: Lines,
  workspace: Workspace,
  shorten: (path: string) => string
): Reported {
  let rangeIn = (path: string, span: { from: number; to: number }) => {
    let other = workspace.files.get(path)
    return rangeOf(path === finding.path || !other ? lines : { starts: other.lines }, span)
  }
  return {
    path: shorten(finding.path),
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    range: rangeIn(finding.path, finding),
    related: finding.related.map(related => ({
      path: shorten(related.path),
      range: rangeIn(related.path, related),
      message: related.message
    })),
    fingerprint,
    fixes: finding.fixes().map(({ title, edits, create }) => ({
      title,
      edits: edits.map(edit => ({
        path: shorten(edit.path),
        // Edits of a file that the fix makes stand in the text it makes it with.
        range: edit.path === create?.path ? rangeOf(linesOf(create.text), edit) : rangeIn(edit.path, edit),
        newText: edit.newText
      })),
      ...(create && { create: { path: shorten(create.path), text: create.text } })
    }))
  }
}
