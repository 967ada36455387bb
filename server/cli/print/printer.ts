import type { Severity, Workspace } from '../../core'
import type { FileReport, Summary } from '../report'
import type { Style } from './finding'

/** A format: told of each file in the order of their paths, then asked for the whole. It keeps what it needs of the reports. */
export interface Printer {
  /** Gives what it prints of the file, if it has no other use for it. */
  file(report: FileReport, from: CheckedFile): string | undefined
  /** Takes that instead of the report. */
  repeat?(printed: string): void
  end(summary: Summary): string
}

/** Where a report is from. `path` is the workspace's. */
export interface CheckedFile {
  workspace: Workspace
  path: string
}

/** What formats are told once. */
export interface Printing {
  style: Style
  hints: boolean
  failOn: Severity
  /** Of Provenote. */
  version: string
  pageOf: (rule: string) => string
}

/** A path in a workspace as an address relative to the folder the check runs in. */
export function addressOf(path: string, { shown }: Style): string {
  // Half a surrogate pair is no text that can be encoded.
  return Buffer.from(shown(path)).toString().split('/').map(encodeURIComponent).join('/')
}

/** Whether a severity is one that makes the check fail. */
export function isFailing(severity: Severity, failOn: Severity): boolean {
  let order = ['error', 'warning', 'information', 'hint']
  return order.indexOf(severity) <= order.indexOf(failOn)
}
