import { CompletionItemKind } from 'vscode-languageserver-types'
import { type Label, labels, subLabels } from '../../core'
import { labelMeanings } from '../words/meanings'
import type { Completer, Place } from './index'

// List markers and emphasis before the word, and what was typed of it.
let start = /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(\*{0,3}|_{0,3})((?:\p{L}[\p{L} ]{0,15})?)$/u

/** Labels at the start of a paragraph or list item: of statements, and in items under a statement those of its evidence. */
export let statementLabels: Completer = place => {
  let found = start.exec(place.before)
  if (!found || !place.note) return undefined
  let [, emphasis, typed] = found
  let fits = (label: Label) => label.toLowerCase().startsWith(typed.toLowerCase())
  if (![...labels, ...subLabels].some(fits)) return undefined
  let fitting = labelsAt(place, place.offset - emphasis.length - typed.length)?.filter(fits)
  if (!fitting?.length) return undefined
  let isWritten = /^\p{L}*[*_]*:/u.test(place.after)
  return fitting.map(label => ({
    label: `${label}:`,
    kind: CompletionItemKind.Keyword,
    description: labelMeanings[label],
    insert: isWritten ? label : `${label}:${emphasis} `,
    typed: typed.length,
    filter: typed + label.slice(typed.length)
  }))
}

// The labels that a block beginning at the offset may carry; undefined if no block can begin there.
function labelsAt({ workspace, path, text, offset }: Place, from: number): readonly Label[] | undefined {
  // Read with a letter at the cursor: an empty item under a line of text would be a heading's underline.
  let { blocks } = workspace.parse(path, `${text.slice(0, offset)}x${text.slice(offset)}`)
  let index = blocks.findIndex(block => block.from === from)
  let block = blocks[index]
  if (block?.kind !== 'paragraph' || block.blockQuote !== undefined || block.footnote !== undefined) return undefined
  if (block.statement === undefined) return labels
  let beginsItem = block.item !== undefined && blocks[index - 1]?.item !== block.item
  return beginsItem ? subLabels : undefined
}
