import { passageOf } from '../fixes/passage'
import { short } from '../fixes/run'
import type { Fix, Quotation } from '../model'
import type { NoteContext, Rule } from './rule'

/** A quotation that its source does not hold, and another one does. */
export let rule: Rule = {
  id: 'quote-in-other-source',
  severity: { draft: 'error', final: 'error' },
  standard: 'ICD 206',
  *note(context) {
    let { note, verdicts, workspace } = context
    for (let [index, quotation] of note.quotations.entries()) {
      let verdict = verdicts[index]
      if (verdict?.kind !== 'elsewhere') continue
      let { from, to } = quotation
      let holding = [...new Set(verdict.passages.map(passage => passage.source))]
      let cited = [...new Set(quotation.citations.map(own => note.citations[own].key))]
      let message = `Not ${cited.slice(0, 3).join(', ')} but ${holding.slice(0, 3).join(', ')} ${holding.length > 1 ? 'hold' : 'holds'} these words.`
      let related = verdict.passages.slice(0, 5).map(passage => passageOf(workspace, passage))
      yield {
        from,
        to,
        message,
        related,
        fixes: () => holding.slice(0, 3).flatMap(key => cite(context, quotation, key))
      }
    }
  }
}

function cite({ note, path, text, workspace }: NoteContext, quotation: Quotation, key: string): Fix[] {
  let source = workspace.source(key)
  let named = `${key}${source?.title ? ` (${short(source.title)})` : ''}`
  let [only] = quotation.citations
  let isShared = note.quotations.some(own => own !== quotation && own.citations.includes(only))
  if (quotation.citations.length === 1 && !isShared) {
    let { from, to, words } = note.citations[only]
    // The words relied on stay; a locator and a speaker were of the other source.
    let relied = words === undefined ? '' : `, ${text.slice(note.quotations[words].from, note.quotations[words].to)}`
    return [{ title: `Cite ${named} instead`, edits: [{ path, from, to, newText: `[^${key}${relied}]` }] }]
  }
  // The citation belongs to other words, too: these get one of their own.
  if (quotation.kind === 'relied') return []
  let behind = (at: number, newText: string) => ({ path, from: at, to: at, newText: ` ${newText}` })
  let edits = [behind(quotation.to, `[^${key}]`)]
  // The new one would follow those before it more closely than their own: so the last of them gets its own again.
  let before = note.quotations.findLast(own => own.to <= quotation.from && own.citations.includes(only))
  let isBetween = before && note.citations.some(own => before.to <= own.from && own.from < quotation.from)
  if (before && !isBetween)
    edits.push(behind(before.to, before.citations.map(own => `[^${note.citations[own].key}]`).join('')))
  return [{ title: `Cite ${named} behind these words`, edits }]
}
