import { supportedStatements } from '../claims'
import type { Fix, Note, Statement } from '../model'
import type { NoteContext, Rule } from './rule'

/** A judgement or forecast that cites no source and links to no statement, neither itself nor in the items under it. */
export let rule: Rule = {
  id: 'unsupported-judgement',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 203 standard 6',
  *note(context) {
    let { note } = context
    let supported = supportedStatements(note)
    let withItems = new Set(note.statements.map(own => own.parent))
    for (let [index, statement] of note.statements.entries()) {
      let { label, labelSpan, parent } = statement
      if ((label !== 'Judgement' && label !== 'Forecast') || parent !== undefined || supported.has(index)) continue
      let has = withItems.has(index)
      let message = `This ${label.toLowerCase()} rests on nothing that is cited or linked${has ? ': its items name no source' : ''}.`
      yield { from: labelSpan.from, to: labelSpan.to, message, fixes: () => scaffold(context, index, statement) }
    }
  }
}

// Items for the evidence on both sides, those that are not there yet. What they say is for the writer.
function scaffold({ note, text, path }: NoteContext, index: number, statement: Statement): Fix[] {
  let missing = (['For', 'Against'] as const).filter(label => !itemsOf(note, index).some(own => own.label === label))
  if (missing.length === 0) return []
  let block = note.blocks[statement.block]
  let at = statement.to
  // Under a list item the items stand two steps further in; under a paragraph, straight behind it.
  let line = text.slice(text.lastIndexOf('\n', block.from - 1) + 1, block.from)
  let indent = block.depth > 0 ? `${line.replace(/[^\s]/g, ' ')}` : ''
  let newText = missing.map(label => `\n${indent}- ${label}: `).join('')
  return [
    { title: `Add ${missing.map(label => `${label}:`).join(' and ')}`, edits: [{ path, from: at, to: at, newText }] }
  ]
}

let itemsOf = (note: Note, index: number) => note.statements.filter(own => own.parent === index)
