import { asksForSource } from '../claims'
import { citeBehind } from '../fixes/cite'
import { run } from '../fixes/run'
import type { Block, Fix, Quotation } from '../model'
import { firstFrom } from '../span'
import { holders } from '../verify'
import type { NoteContext, Rule } from './rule'

/** Three or more words in quotation marks, with no citation in reach. */
export let rule: Rule = {
  id: 'unsourced-quotation',
  severity: { draft: 'warning', final: 'error' },
  standard: 'ICD 206',
  *note(context) {
    let { note } = context
    let citedRows = rowsWithCitation(context)
    for (let quotation of note.quotations) {
      if (!asksForSource(note, quotation) || citedRows.has(quotation.block)) continue
      let { from, to } = quotation
      yield { from, to, message: 'These words are quoted from no source.', fixes: () => fixesFor(context, quotation) }
    }
  }
}

let mostOffered = 3
let mostBeside = 8

function fixesFor({ workspace, path, note }: NoteContext, quotation: Quotation): Fix[] {
  let index = firstFrom(note.quotations, quotation.from)
  let alone = note.quotations
    .slice(Math.max(0, index - mostBeside), index + mostBeside)
    .filter(own => own.sentence === quotation.sentence && asksForSource(note, own))
  let keys = new Set(run(holders(workspace, quotation.words)).map(passage => passage.source))
  return [...keys].slice(0, mostOffered).map(key => {
    let fix = citeBehind(path, quotation.to, key)
    // A citation binds every quotation of its sentence: the others get their own, if a source holds them.
    for (let other of alone) {
      if (other === quotation) continue
      let sources = run(holders(workspace, other.words)).map(passage => passage.source)
      let own = sources.includes(key) ? key : sources[0]
      if (own) fix.edits.push(...citeBehind(path, other.to, own).edits)
    }
    return fix
  })
}

// A table's row often has its source in a cell of its own.
function rowsWithCitation({ note, text }: NoteContext): Set<number> {
  let cited = new Set(note.citations.map(citation => citation.block))
  let found = new Set<number>()
  for (let first = 0; first < note.blocks.length; ) {
    let last = first
    while (isSameRow(text, note.blocks[last], note.blocks[last + 1])) last++
    let isCited = false
    for (let index = first; index <= last; index++) isCited ||= cited.has(index)
    if (isCited && last > first) for (let index = first; index <= last; index++) found.add(index)
    first = last + 1
  }
  return found
}

function isSameRow(text: string, one: Block, other?: Block): boolean {
  return one.kind === 'cell' && other?.kind === 'cell' && !/[\r\n]/.test(text.slice(one.to, other.from))
}
