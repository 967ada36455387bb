import { CompletionItemKind } from 'vscode-languageserver-types'
import { type Label, labels, type Note, subLabels } from '../core'
import type { Completer, Place } from './completion'

// List markers and emphasis before the word, and what was typed of it.
let start = /^([ \t]*)((?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*)(\*{0,3}|_{0,3})(\p{L}[\p{L} ]{0,15})?$/u

/** Labels at the start of a paragraph or list item: of statements, and in items under a statement those of its evidence. */
export let statementLabels: Completer = place => {
  let found = start.exec(place.before)
  if (!found || !place.note) return undefined
  let [, indent, markers, emphasis, typed = ''] = found
  if (!beginsBlock(place, place.note, markers !== '')) return undefined
  let under = markers !== '' && isUnderStatement(place, place.note, indent.length)
  let fitting = (under ? subLabels : labels).filter(label => label.toLowerCase().startsWith(typed.toLowerCase()))
  if (fitting.length === 0) return undefined
  let isWritten = /^\p{L}*[*_]*:/u.test(place.after)
  return fitting.map(label => ({
    label: `${label}:`,
    kind: CompletionItemKind.Keyword,
    description: meanings[label],
    insert: isWritten ? label : `${label}:${emphasis} `,
    typed: typed.length,
    filter: typed + label.slice(typed.length)
  }))
}

/** What each label says of its words, in the terms of the standard (ICD 203). */
let meanings: { [label in Label]: string } = {
  Fact: 'reporting, with its source',
  Assumption: 'a supposition that supports an argument',
  Judgement: 'a conclusion from information and assumptions',
  Forecast: 'a judgement about the future, with a horizon',
  Gap: 'what is not known and matters',
  Indicator: 'an observable that would change a judgement',
  For: 'evidence for the statement',
  Against: 'evidence against the statement',
  Because: 'the basis of the confidence level',
  'If wrong': 'what follows if it does not hold',
  Alternative: 'another explanation, considered'
}

// Not in the middle of a paragraph, nor in front matter, code, headings, tables and block quotes.
function beginsBlock({ offset, lineFrom, text }: Place, note: Note, inItem: boolean): boolean {
  if (note.frontMatter && offset <= note.frontMatter.to) return false
  if (note.opaque.some(span => span.from <= lineFrom && offset <= span.to)) return false
  let own = note.blocks.find(block => block.from <= offset && offset <= block.to && block.to > block.from)
  if (own) return own.kind === 'paragraph' && own.blockQuote === undefined && own.from >= lineFrom
  if (inItem) return true
  let above = note.blocks.findLast(block => block.to <= lineFrom)
  // On a line right below a paragraph the paragraph goes on.
  return above?.kind !== 'paragraph' || /\n[ \t]*\r?\n|\r[ \t]*\r/.test(text.slice(above.to, lineFrom))
}

function isUnderStatement({ lineFrom, text }: Place, note: Note, indent: number): boolean {
  let above = note.blocks.findLast(block => block.to <= lineFrom)
  if (above?.statement === undefined) return false
  let statement = note.statements[above.statement]
  let owner = note.statements[statement.parent ?? above.statement]
  let block = note.blocks[owner.block]
  if (block.item === undefined) return true
  // The statement is an item itself: only what stands deeper is under it.
  let ownerLine = Math.max(text.lastIndexOf('\n', block.item - 1), text.lastIndexOf('\r', block.item - 1)) + 1
  return indent > block.item - ownerLine
}
