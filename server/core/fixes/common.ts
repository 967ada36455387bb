import type { Fix } from '../model'
import type { NoteContext } from '../rules/rule'

/** Mark a paragraph or list item as common knowledge, in the attributes it has or in new ones. */
export function markCommon({ note, path }: NoteContext, block: number): Fix {
  let { attributes, from, text } = note.blocks[block]
  let title = 'Mark the paragraph as common knowledge'
  if (attributes !== undefined) {
    let at = note.attributes[attributes].to - 1
    return { title, edits: [{ path, from: at, to: at, newText: ' common' }] }
  }
  let end = from + text.length
  return { title, edits: [{ path, from: end, to: end, newText: ' {common}' }] }
}
