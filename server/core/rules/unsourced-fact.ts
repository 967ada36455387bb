import { asksForSource, isCommon, supportedStatements } from '../claims'
import { citeSupporting } from '../fixes/claim'
import type { Fix, Statement } from '../model'
import { firstFrom } from '../span'
import type { NoteContext, Rule } from './rule'

/** A `Fact:` that cites nothing, neither itself nor in an item under it. */
export let rule: Rule = {
  id: 'unsourced-fact',
  severity: { draft: 'warning', final: 'error' },
  standard: 'ICD 203 standard 3, ICD 206',
  *note(context) {
    let { note } = context
    let supported = supportedStatements(note)
    // A quotation in it asks for its source already.
    let quoting = new Set(note.quotations.filter(own => asksForSource(note, own)).map(own => own.block))
    for (let [index, statement] of note.statements.entries()) {
      if (statement.label !== 'Fact' || supported.has(index) || isCommon(note, statement.attributes)) continue
      if (quoting.has(statement.block)) continue
      let { from, to } = statement.labelSpan
      yield {
        from,
        to,
        message: 'A fact is reporting, and this one cites no source.',
        fixes: () => fixesFor(context, statement)
      }
    }
  }
}

function fixesFor(context: NoteContext, statement: Statement): Fix[] {
  let { note } = context
  let { from } = note.blocks[statement.block]
  for (let i = firstFrom(note.sentences, from); note.sentences[i]?.block === statement.block; i++) {
    let sentence = note.sentences[i]
    let found = citeSupporting(context, sentence)
    if (found.length > 0) return found
  }
  return []
}
