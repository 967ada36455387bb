import { originsOf } from '../origin'
import type { NoteContext, Rule } from './rule'

/** Credibility 1, which is “confirmed by other sources”, where not two origins are cited. */
export let rule: Rule = {
  id: 'overrated',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'AJP-2.1',
  *note(context) {
    let { note, workspace } = context
    let byStatement: ReturnType<typeof citationsByStatement> | undefined
    for (let attributes of note.attributes) {
      let rating = attributes.values.find(own => own.name === 'rating' && /^[A-F]1$/.test(own.value))
      if (!rating) continue
      byStatement ??= citationsByStatement(context)
      let { statement } = note.blocks[attributes.block]
      let keys = [...(byStatement.get(statement === undefined ? `b${attributes.block}` : `s${statement}`) ?? [])]
      // Of a source that nobody has registered the origin is not known.
      if (keys.some(key => !workspace.source(key))) continue
      let origins = originsOf(workspace, keys)
      if (origins.length > 1) continue
      let [origin] = origins
      let rests = origin === undefined ? 'none is cited' : `all that is cited has one origin, ${origin}`
      let message = `Credibility 1 means confirmed by other, independent sources, and ${rests}: give it 2 at most, or cite another.`
      yield { ...rating.valueSpan, inferred: true, message }
    }
  }
}

// Keys by statement, with those of its items; else by block.
function citationsByStatement({ note }: NoteContext): Map<string, Set<string>> {
  let found = new Map<string, Set<string>>()
  let add = (id: string, key: string) => found.set(id, (found.get(id) ?? new Set()).add(key))
  for (let { key, block } of note.citations) {
    let { statement } = note.blocks[block]
    if (statement === undefined) add(`b${block}`, key)
    else for (let own of [statement, note.statements[statement].parent]) if (own !== undefined) add(`s${own}`, key)
  }
  return found
}
