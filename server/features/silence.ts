import { type CodeAction, CodeActionKind, type Diagnostic } from 'vscode-languageserver-types'
import { lineAt, type Note, type Span, touches, type Workspace } from '../core'
import type { ActionSupport, CodeActionRequest } from './code-actions'
import { toOffset, toRange, toUri, toWorkspaceEdit } from './convert'

/** In characters; reading so many takes a few milliseconds. */
let longest = 200_000
/** Rules about suppressions themselves. */
let unsilenced = new Set<unknown>(['suppression-without-reason', 'unused-suppression'])

/**
 * For each rule that has a finding in the range: to silence it in its paragraph, or in the whole note. The reason is the writer's: a client
 * that opens files at a place has the cursor put where it goes, and until it is written a finding asks for it.
 */
export function silences(
  workspace: Workspace,
  path: string,
  { diagnostics, only, triggerKind }: CodeActionRequest,
  support: ActionSupport
): CodeAction[] {
  let text = workspace.texts.get(path)
  let note = workspace.note(path)
  if (text === undefined || !note || !(only?.some(kind => kind === '' || kind === CodeActionKind.QuickFix) ?? true))
    return []
  // Each is tried on the text: for a bulb that comes up by itself that must not take long.
  if (triggerKind === 2 && text.length > longest) return []
  let lines = workspace.lines(path)
  let seen = new Set<unknown>(unsilenced)
  return diagnostics.flatMap(diagnostic => {
    let { code: rule, source, range } = diagnostic
    if (source !== 'provenote' || typeof rule !== 'string' || seen.has(rule)) return []
    seen.add(rule)
    let from = toOffset(text, lines, range.start)
    let at = { rule, diagnostic, path, text, support }
    let block = blockComment(workspace, path, note, text, { from, to: toOffset(text, lines, range.end) }, rule)
    let file = fileComment(note, text, rule)
    return [
      ...(block ? [action(workspace, at, `Silence ${rule} here…`, block)] : []),
      ...(file ? [action(workspace, at, `Silence ${rule} in this note…`, file)] : [])
    ].flatMap(own => own ?? [])
  })
}

/** A comment that goes before a line, and how far into it the reason begins. */
interface Comment {
  at: number
  words: string
  reasonAt: number
}

let commentOf = (at: number, indent: string, name: string, rule: string): Comment => {
  let head = `${indent}<!-- ${name} ${rule} -- `
  return { at, words: `${head} -->`, reasonAt: head.length }
}

// Before the block quote, the list item or the paragraph; undefined where a comment there would not silence it, or would part a
// statement from its evidence.
function blockComment(workspace: Workspace, path: string, note: Note, text: string, found: Span, rule: string) {
  let block = note.blocks.find(block => touches(block, found.from))
  if (!block) return undefined
  let start = block.blockQuote === undefined ? (block.item ?? block.from) : note.blockQuotes[block.blockQuote].from
  let lines = workspace.lines(path)
  let at = lines[lineAt(lines, start)]
  let indent = /^[ \t]*/.exec(text.slice(at, start))![0]
  let comment = commentOf(at, indent, 'provenote-ignore', rule)
  let added = `${comment.words}\n`
  let after = workspace.parse(path, text.slice(0, at) + added + text.slice(at))
  let shifted = found.from + added.length
  let covers = after.suppressions.some(
    ({ from, target }) => from >= at && from < at + added.length && target && touches(target, shifted)
  )
  return covers && shape(after) === shape(note) ? comment : undefined
}

let shape = ({ statements }: Note) => JSON.stringify(statements.map(({ label, parent }) => [label, parent]))

// At the top, behind the front matter.
function fileComment({ frontMatter }: Note, text: string, rule: string) {
  let end = frontMatter ? text.indexOf('\n', frontMatter.to - 1) + 1 : 0
  return frontMatter && end === 0 ? undefined : commentOf(end, '', 'provenote-ignore-file', rule)
}

function action(
  workspace: Workspace,
  { path, text, diagnostic, support }: { path: string; text: string; diagnostic: Diagnostic; support: ActionSupport },
  title: string,
  { at, words, reasonAt }: Comment
): CodeAction | undefined {
  let lineEnd = /\r\n/.test(text.slice(0, 2000)) ? '\r\n' : '\n'
  let edit = toWorkspaceEdit(
    workspace,
    { title, edits: [{ path, from: at, to: at, newText: words + lineEnd }] },
    path,
    support
  )
  if (!edit) return undefined
  let { line } = toRange(workspace.lines(path), { from: at, to: at }).start
  let reason = { line, character: reasonAt }
  let command = support.open && {
    title,
    command: support.open,
    arguments: [toUri(path), { start: reason, end: reason }]
  }
  return { title, kind: CodeActionKind.QuickFix, diagnostics: [diagnostic], edit, ...(command ? { command } : {}) }
}
