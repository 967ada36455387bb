import { passageOf } from './fixes/passage'
import type { Flag, NoteContext } from './rules/rule'
import { standingsOf } from './standing'

/** Quotations all of whose places lie in declared regions of these kinds. */
export function* quotedFrom(context: NoteContext, kinds: { [kind: string]: string }): Iterable<Flag> {
  let { note, verdicts, workspace } = context
  for (let [index, quotation] of note.quotations.entries()) {
    if (!verdicts[index]?.passages.some(({ source }) => workspace.source(source)?.regions.length)) continue
    let standings = standingsOf(workspace, quotation, verdicts[index])
    if (standings.length === 0 || !standings.every(own => own.region && own.region in kinds)) continue
    yield {
      from: quotation.from,
      to: quotation.to,
      message: `These words stand in ${kinds[standings[0].region!]} of ${standings[0].source}.`,
      related: standings.slice(0, 3).map(place => passageOf(workspace, place))
    }
  }
}
