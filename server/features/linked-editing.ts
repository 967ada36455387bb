import type { Range } from 'vscode-languageserver-types'
import { touches, type Workspace } from '../core'
import { toRange } from './convert'

/**
 * The two marks of the quotation whose mark the offset touches, to be changed together. Straight marks only: the protocol wants both
 * places to hold the same, and curly ones differ.
 */
export function linkedEditing(
  workspace: Workspace,
  path: string,
  offset: number
): { ranges: Range[]; wordPattern: string } | undefined {
  let text = workspace.texts.get(path)
  let note = workspace.note(path)
  if (text === undefined || !note) return undefined
  for (let { kind, continued, from, to, inner } of note.quotations) {
    if (kind === 'block' || continued) continue
    let marks = [
      { from: inner.from - 1, to: inner.from },
      { from: inner.to, to: inner.to + 1 }
    ]
    if (from > marks[0].from || marks[1].to > to || marks.some(mark => text.slice(mark.from, mark.to) !== '"')) continue
    if (marks.some(mark => touches(mark, offset)))
      return { ranges: marks.map(mark => toRange(workspace.lines(path), mark)), wordPattern: '["“”„«»]?' }
  }
  return undefined
}
