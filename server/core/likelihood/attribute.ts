import type { Edit, Note, Statement } from '../model'

/** An edit that adds `name=value` to the attributes of a statement, or begins them at the end of its block. */
export function addAttribute(path: string, text: string, note: Note, statement: Statement, words: string): Edit {
  let own = statement.attributes === undefined ? undefined : note.attributes[statement.attributes]
  if (own) {
    let at = own.to - 1
    return { path, from: at, to: at, newText: `${/\s$/.test(text.slice(own.from, at)) ? '' : ' '}${words}` }
  }
  let block = note.blocks[statement.block]
  let at = block.from + block.text.trimEnd().length
  return { path, from: at, to: at, newText: ` {${words}}` }
}
