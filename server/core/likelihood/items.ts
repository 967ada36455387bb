import type { Fix, Label, Note, Statement } from '../model'
import type { NoteContext } from '../rules/rule'

/** For each statement the labels of the items under it that say something: one that is only begun is not there yet. */
export function itemLabels(note: Note): Map<number, Label[]> {
  let found = new Map<number, Label[]>()
  for (let { parent, label, words, block } of note.statements) {
    if (parent === undefined || !says(note, block, words)) continue
    let labels = found.get(parent)
    if (labels) labels.push(label)
    else found.set(parent, [label])
  }
  return found
}

function says(note: Note, block: number, words: Statement['words']): boolean {
  let { text, from } = note.blocks[block]
  return /[\p{L}\p{N}]/u.test(text.slice(Math.max(0, words.from - from)))
}

/** Begin an item under a statement, behind those it has. What it says is for the writer. */
export function beginItem({ path, text, note }: NoteContext, index: number, label: Label): Fix {
  let lastBlock = note.blocks[note.statements[index].block]
  for (let block of note.blocks) {
    let own = block.statement
    if (own !== undefined && (own === index || note.statements[own].parent === index)) lastBlock = block
  }
  let last = note.statements[lastBlock.statement!]
  let first = note.blocks[last.block]
  // A block ends before its attributes do.
  let end = text.indexOf('\n', lastBlock.to)
  let at = lastBlock.to + text.slice(lastBlock.to, end < 0 ? text.length : end).trimEnd().length
  let line = text.slice(text.lastIndexOf('\n', first.from - 1) + 1, first.from)
  // Beside another item; under a list item two steps further in; under a paragraph straight behind it.
  let indent = last.parent !== undefined ? /^[\s>]*/.exec(line)![0] : first.depth > 0 ? line.replace(/[^\s]/g, ' ') : ''
  return { title: `Add ${label}:`, edits: [{ path, from: at, to: at, newText: `\n${indent}- ${label}: ` }] }
}
