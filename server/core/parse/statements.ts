import type { Note, Statement } from '../model'
import { labels } from '../model'
import { labelAt } from './labels'

let keyHeading = /^\W*key\s+(?:judge?ments|findings)\b/i

/**
 * Labelled statements (section 6 of the markup): what each block states, and which statement the items under it belong to.
 * A statement reaches over everything that stands deeper in lists than it does, up to the next block that does not.
 */
export function findStatements(note: Note) {
  let open: { index: number; depth: number; item?: number }[] = []
  let keyLevel = 7
  for (let [index, block] of note.blocks.entries()) {
    let { depth } = block
    if (block.kind === 'heading') {
      if (block.level! <= keyLevel) keyLevel = keyHeading.test(block.text) ? block.level! : 7
      open = []
      continue
    }
    if (block.kind === 'cell' || block.blockQuote !== undefined || block.footnote !== undefined) continue
    while (open.length) {
      let last = open[open.length - 1]
      if (depth > last.depth || (last.item !== undefined && last.item === block.item)) break
      open.pop()
    }
    let parent = open[0]
    let firstInItem = block.item !== undefined && note.blocks[index - 1]?.item !== block.item
    let found = labelAt(block.text, 0, !!parent && firstInItem)
    if (!found || (parent && !firstInItem)) {
      if (open.length) block.statement = open[open.length - 1].index
      continue
    }
    let attributes = block.attributes === undefined ? undefined : note.attributes[block.attributes]
    let statement: Statement = {
      from: block.from,
      to: block.to,
      label: found.label,
      labelSpan: { from: block.from + found.from, to: block.from + found.to },
      words: { from: block.from + found.words, to: block.from + block.text.length },
      block: index,
      id: attributes?.id?.value,
      attributes: block.attributes,
      key: keyLevel < 7
    }
    // Under a statement, `Indicator:` and the labels of evidence are its items; another statement's label begins anew.
    let isStatement = (labels as readonly string[]).includes(found.label) && found.label !== 'Indicator'
    if (parent && !isStatement) statement.parent = parent.index
    else open = []
    block.statement = note.statements.push(statement) - 1
    open.push({ index: block.statement, depth, item: block.item })
  }
}
