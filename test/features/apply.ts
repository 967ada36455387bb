import type { AnnotatedTextEdit, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types'
import { applyEdits, lineStarts } from '../../server/core'
import { toOffset, toPath } from '../../server/features/convert'

export type Files = Map<string, string>

/** The files as they are once a client has made a workspace edit, in its order. */
export function applied(edit: WorkspaceEdit, before: Files): Files {
  let files = new Map(before)
  let write = (uri: string, edits: (TextEdit | AnnotatedTextEdit)[]) => {
    let path = toPath(uri)
    let text = files.get(path)
    if (text === undefined) throw Error(`There is no ${path} to edit`)
    let lines = lineStarts(text)
    let changes = edits.map(({ range, newText }) => ({
      path,
      from: toOffset(text, lines, range.start),
      to: toOffset(text, lines, range.end),
      newText
    }))
    files.set(path, applyEdits(text, changes))
  }
  for (let [uri, edits] of Object.entries(edit.changes ?? {})) write(uri, edits)
  for (let change of edit.documentChanges ?? []) {
    if (!('kind' in change)) write(change.textDocument.uri, change.edits as TextEdit[])
    else if (change.kind === 'create') files.set(toPath(change.uri), '')
    else if (change.kind === 'delete') files.delete(toPath(change.uri))
    else {
      let text = files.get(toPath(change.oldUri))
      if (text === undefined || files.has(toPath(change.newUri))) throw Error(`${change.oldUri} cannot be renamed`)
      files.delete(toPath(change.oldUri))
      files.set(toPath(change.newUri), text)
    }
  }
  return files
}

/** What differs, a line each: `path: line`, for new paths with `+` and every line, for those that are gone `-path`. */
export function differences(before: Files, after: Files): string[] {
  let shown: string[] = []
  for (let path of before.keys()) if (!after.has(path)) shown.push(`-${path}`)
  for (let [path, text] of after) {
    let old = before.get(path)
    if (old === undefined) shown.push(`+${path}`)
    let kept = new Set(old?.split('\n'))
    for (let line of text.split('\n')) if (/[^-\s]/.test(line) && !kept.has(line)) shown.push(`${path}: ${line}`)
  }
  return shown
}
