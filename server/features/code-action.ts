import { type CodeAction, CodeActionKind, type Diagnostic, type Range } from 'vscode-languageserver-types'
import { checkFile, type Finding, type Workspace } from '../core'
import { type DiagnosticSupport, type EditSupport, toDiagnostic, toOffset, toWorkspaceEdit } from './convert'

export interface CodeActionRequest {
  range: Range
  /** What the client shows there; the fixes are for these. */
  diagnostics: Diagnostic[]
  /** Kinds asked for; any if there are none. */
  only?: string[]
}

/** Quick fixes for findings in the range. A fix is worked out only now: it may search the sources. */
export function* codeActions(
  workspace: Workspace,
  path: string,
  asked: CodeActionRequest,
  support: DiagnosticSupport & EditSupport,
  today?: string
): Generator<void, CodeAction[]> {
  let text = workspace.texts.get(path)
  if (text === undefined || !wants(asked.only)) return []
  let { findings } = yield* checkFile(workspace, path, text, { today })
  let lines = workspace.lines(path)
  let from = toOffset(text, lines, asked.range.start)
  let to = toOffset(text, lines, asked.range.end)
  let actions: CodeAction[] = []
  for (let finding of findings) {
    if (finding.to < from || to < finding.from) continue
    let diagnostic = toDiagnostic(workspace, finding, support)
    let shown = asked.diagnostics.find(other => isSame(other, diagnostic))
    // A client that shows no diagnostics here yet may still ask.
    if (!shown && asked.diagnostics.some(other => other.source === 'provenote')) continue
    yield
    actions.push(...fixes(workspace, finding, shown ?? diagnostic, support))
  }
  // Where there is a choice it is the writer's.
  return actions.length === 1 ? [{ ...actions[0], isPreferred: true }] : actions
}

function fixes(workspace: Workspace, finding: Finding, diagnostic: Diagnostic, support: EditSupport): CodeAction[] {
  return finding.fixes().flatMap(fix => {
    let edit = toWorkspaceEdit(workspace, fix, finding.path, support)
    return edit ? { title: fix.title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit } : []
  })
}

function wants(only: string[] | undefined): boolean {
  return !only || only.some(kind => kind === '' || kind === CodeActionKind.QuickFix)
}

function isSame(a: Diagnostic, b: Diagnostic): boolean {
  let { start, end } = a.range
  return (
    a.code === b.code &&
    start.line === b.range.start.line &&
    start.character === b.range.start.character &&
    end.line === b.range.end.line &&
    end.character === b.range.end.character
  )
}
