import {
  type CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Position,
  type Range
} from 'vscode-languageserver-types'
import { checkFile, type Finding, type Opening, supportAt, type Workspace } from '../core'
import { fixAllInFile, fixAllKind, fixAllOfRule } from './code-actions-all'
import {
  type DiagnosticSupport,
  type EditSupport,
  toDiagnostic,
  toLocation,
  toOffset,
  toPosition,
  toUri,
  toWorkspaceEdit
} from './convert'

export interface CodeActionRequest {
  range: Range
  /** What the client shows there; the fixes are for these. */
  diagnostics: Diagnostic[]
  /** Kinds asked for; any if there are none. */
  only?: string[]
  /** 1 for a writer who asks, 2 for a client that looks by itself. */
  triggerKind?: 1 | 2
}

/** What a client can do with an action. */
export interface ActionSupport extends DiagnosticSupport, EditSupport {
  /** Its command that shows what may support a sentence, if it has one: called with a URI and a position. */
  findSupport?: string
  /** The server's command that has the client open a file at a place, if the client does: called with a URI and a range. */
  open?: string
}

/** Quick fixes for findings in the range. A fix is worked out only now: it may search the sources. */
export function* codeActions(
  workspace: Workspace,
  path: string,
  asked: CodeActionRequest,
  support: ActionSupport,
  today?: string
): Generator<void, CodeAction[]> {
  let text = workspace.texts.get(path)
  // Only a client that asks for source actions wants the whole file changed.
  let isForAll = asked.only?.some(kind => kind !== '' && `${fixAllKind}.`.startsWith(`${kind}.`))
  if (text === undefined || (!isForAll && !wants(asked.only))) return []
  let { findings } = yield* checkFile(workspace, path, text, { today })
  if (isForAll) return fixAllInFile(workspace, path, findings, support)
  let lines = workspace.lines(path)
  let from = toOffset(text, lines, asked.range.start)
  let to = toOffset(text, lines, asked.range.end)
  let actions: CodeAction[] = []
  let searches: CodeAction[] = []
  let rules = new Set<string>()
  for (let finding of findings) {
    if (finding.to < from || to < finding.from) continue
    let diagnostic = toDiagnostic(workspace, finding, support)
    let shown = asked.diagnostics.find(other => isSame(other, diagnostic))
    // A client that shows no diagnostics here yet may still ask.
    if (!shown && asked.diagnostics.some(other => other.source === 'provenote')) continue
    yield
    rules.add(finding.rule)
    if (finding.rule.startsWith('unsourced-')) {
      // Searched here, in slices; the fix then finds the answer known.
      if (finding.rule !== 'unsourced-quotation') yield* supportAt(workspace, workspace.note(path)!, finding.from)
      if (support.findSupport)
        searches.push(search(support.findSupport, path, toPosition(lines, finding.from), shown ?? diagnostic))
    }
    actions.push(...fixes(workspace, finding, shown ?? diagnostic, support))
    if (finding.open && support.open) actions.push(opening(workspace, finding.open, support.open, shown ?? diagnostic))
  }
  // Where there is a choice it is the writer's.
  let offered = actions.length === 1 ? [{ ...actions[0], isPreferred: true }] : actions
  return [...offered, ...fixAllOfRule(workspace, path, findings, rules, support), ...searches]
}

function search(command: string, path: string, position: Position, diagnostic: Diagnostic): CodeAction {
  let title = 'Find support…'
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command, arguments: [toUri(path), position] }
  }
}

function opening(
  workspace: Workspace,
  { title, path, at }: Opening,
  command: string,
  diagnostic: Diagnostic
): CodeAction {
  let { uri, range } = toLocation(workspace, path, { from: at, to: at })
  return {
    title,
    kind: CodeActionKind.QuickFix,
    diagnostics: [diagnostic],
    command: { title, command, arguments: [uri, range] }
  }
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
