import type {
  Diagnostic,
  Location,
  LocationLink,
  Position,
  Range,
  TextEdit,
  WorkspaceEdit
} from 'vscode-languageserver-types'
import { URI } from 'vscode-uri'
import {
  type Finding,
  type Fix,
  lineAt,
  lineEnd,
  type Place,
  type Related,
  type Severity,
  type Span,
  type Workspace
} from '../core'

/**
 * The only place where the language's own terms and the protocol's are exchanged: paths and URIs, spans and ranges (UTF-16),
 * findings and diagnostics.
 */

/** Core's path of a file: of `file:` the absolute path with `/` (`C:/…` on Windows), of another scheme `scheme://authority/path`. */
export function toPath(uri: string): string {
  let { scheme, authority, path } = URI.parse(uri)
  if (scheme !== 'file') return path.startsWith('/') ? `${scheme}://${authority}${path}` : `${scheme}:${path}`
  if (authority) return `//${authority}${path}`
  return /^\/[A-Za-z]:/.test(path) ? path[1].toUpperCase() + path.slice(2) : path
}

export function toUri(path: string): string {
  let other = /^([A-Za-z][A-Za-z\d+.-]+):\/\/([^/]*)(.*)$/s.exec(path)
  if (other) return URI.from({ scheme: other[1], authority: other[2], path: other[3] }).toString()
  if (/^[A-Za-z][A-Za-z\d+.-]+:/.test(path)) return URI.parse(path.replace(/[%?#]/g, encodeURIComponent)).toString()
  let share = /^\/\/([^/]+)(.*)$/s.exec(path)
  if (share) return URI.from({ scheme: 'file', authority: share[1], path: share[2] || '/' }).toString()
  return URI.from({ scheme: 'file', path: path.startsWith('/') ? path : `/${path}` }).toString()
}

export function toPosition(lines: Int32Array, offset: number): Position {
  let line = lineAt(lines, offset)
  return { line, character: Math.max(0, offset - lines[line]) }
}

/** A position behind the end of its line stands for that end, one behind the last line for the end of the text. */
export function toOffset(text: string, lines: Int32Array, { line, character }: Position): number {
  if (line >= lines.length) return text.length
  return Math.min(lines[line] + character, lineEnd(text, lines, line))
}

export function toRange(lines: Int32Array, span: Span): Range {
  return { start: toPosition(lines, span.from), end: toPosition(lines, span.to) }
}

/** A place in any file of the workspace. */
export function toLocation(workspace: Workspace, path: string, span: Span): Location {
  return { uri: toUri(path), range: toRange(workspace.lines(path), span) }
}

/** Where something leads, from the words in a file that lead there; `shown` is the part of the target to go to. */
export function toTargets(
  workspace: Workspace,
  path: string,
  origin: Span,
  targets: (Place & { shown?: Span })[],
  links: boolean
): Location[] | LocationLink[] {
  if (!links) return targets.map(target => toLocation(workspace, target.path, target.shown ?? target))
  return targets.map(target => {
    let lines = workspace.lines(target.path)
    return {
      originSelectionRange: toRange(workspace.lines(path), origin),
      targetUri: toUri(target.path),
      targetRange: toRange(lines, target),
      targetSelectionRange: toRange(lines, target.shown ?? target)
    }
  })
}

/** What of a diagnostic a client is able to show. */
export interface DiagnosticSupport {
  relatedInformation: boolean
  /** Address of the folder with the rules' pages, if the client can show a link behind a finding's code. */
  pages?: string
}

export function toDiagnostic(workspace: Workspace, finding: Finding, support: DiagnosticSupport): Diagnostic {
  let diagnostic: Diagnostic = {
    range: toRange(workspace.lines(finding.path), finding),
    severity: severities[finding.severity],
    code: finding.rule,
    source: 'provenote',
    message: finding.message
  }
  if (support.pages) diagnostic.codeDescription = { href: `${support.pages}/${finding.rule}.md` }
  if (support.relatedInformation && finding.related.length > 0)
    diagnostic.relatedInformation = finding.related.map((related: Related) => ({
      location: toLocation(workspace, related.path, related),
      message: related.message
    }))
  return diagnostic
}

let severities: { [severity in Severity]: 1 | 2 | 3 | 4 } = { error: 1, warning: 2, information: 3, hint: 4 }

/** What of a workspace edit a client is able to apply. */
export interface EditSupport {
  documentChanges: boolean
  createFiles: boolean
  renameFiles?: boolean
  deleteFiles?: boolean
  /** Shows why a change wants to be looked at before it is made. */
  annotations?: boolean
  /** The version of an open file, so that an edit for an older text is refused; null for files that are not open. */
  versionOf: (path: string) => number | null
}

/** Undefined when the client cannot apply it. An edit without a path is one of the finding's own file. */
export function toWorkspaceEdit(
  workspace: Workspace,
  fix: Fix,
  own: string,
  support: EditSupport
): WorkspaceEdit | undefined {
  let byPath = new Map<string, TextEdit[]>()
  for (let { path, newText, ...span } of fix.edits) {
    let edits = byPath.get(path || own) ?? []
    edits.push({ range: toRange(workspace.lines(path || own), span), newText })
    byPath.set(path || own, edits)
  }
  if (!support.documentChanges) {
    if (fix.create) return undefined
    return { changes: Object.fromEntries([...byPath].map(([path, edits]) => [toUri(path), edits])) }
  }
  if (fix.create && !support.createFiles) return undefined
  let documentChanges: WorkspaceEdit['documentChanges'] = [...byPath].map(([path, edits]) => ({
    textDocument: { uri: toUri(path), version: support.versionOf(path) },
    edits
  }))
  if (fix.create) {
    let uri = toUri(fix.create.path)
    let start = { line: 0, character: 0 }
    let text = { range: { start, end: start }, newText: fix.create.text }
    documentChanges.unshift({ kind: 'create', uri }, { textDocument: { uri, version: null }, edits: [text] })
  }
  return { documentChanges }
}
