import { labels, type Note, subLabels, touches } from '../../core'
import type { Asked, Refactoring } from './index'

/** Turn the paragraph or list item at the cursor into a statement, or a statement into one of another kind. */
export function* statement({ note, path, from, to }: Asked): Iterable<Refactoring> {
  let kind = 'refactor.rewrite.statement'
  let index = note.blocks.findIndex(block => touches(block, from) && touches(block, to))
  let block = note.blocks[index]
  if (block?.kind !== 'paragraph' || block.blockQuote !== undefined || block.footnote !== undefined) return
  let own = note.statements.find(each => each.block === index)
  let isItem = own ? own.parent !== undefined : isUnderStatement(note, index)
  let titleOf = (label: string) => `${own ? 'Make it' : 'Turn into'} ${/^[AI]/.test(label) ? 'an' : 'a'} “${label}:”`
  for (let label of isItem ? subLabels : labels) {
    if (label === own?.label) continue
    let edit = own
      ? { path, ...own.labelSpan, newText: label }
      : { path, from: block.from, to: block.from, newText: `${label}: ` }
    yield {
      title: titleOf(label),
      kind,
      edits: [{ path: edit.path, from: edit.from, to: edit.to, newText: edit.newText }]
    }
  }
}

// An item of the list that carries a statement's evidence.
function isUnderStatement(note: Note, index: number): boolean {
  let { item, depth } = note.blocks[index]
  if (item === undefined) return false
  // What is before it, back to where its list began.
  for (let before = index - 1; before >= 0; before--) {
    let { statement, depth: outer, kind } = note.blocks[before]
    if (kind === 'heading') return false
    if (statement !== undefined && (outer < depth || note.statements[statement].parent !== undefined)) return true
    if (outer < depth) return false
  }
  return false
}
