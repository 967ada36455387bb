import type { Diagnostic } from 'vscode-languageserver-types'
import { type Checked, type CheckOptions, checkFile, type Workspace } from '../core'
import { type DiagnosticSupport, toDiagnostic } from './convert'

/** What a check of the file finds. Yields between rules and long searches. */
export function* diagnostics(
  workspace: Workspace,
  path: string,
  text: string,
  support: DiagnosticSupport,
  asked: CheckOptions = {}
): Generator<void, { checked: Checked; diagnostics: Diagnostic[] }> {
  let checked = yield* checkFile(workspace, path, text, asked)
  return { checked, diagnostics: checked.findings.map(finding => toDiagnostic(workspace, finding, support)) }
}
