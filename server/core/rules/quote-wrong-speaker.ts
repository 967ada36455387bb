import { passageOf } from '../fixes/passage'
import type { Citation } from '../model'
import { type Standing, standingsOf } from '../standing'
import type { NoteContext, Rule } from './rule'

/** A quotation cited to somebody in whose words it does not stand. */
export let rule: Rule = {
  id: 'quote-wrong-speaker',
  severity: { draft: 'error', final: 'error' },
  standard: 'newsroom accuracy',
  *note(context) {
    let { note, verdicts, workspace } = context
    for (let [index, quotation] of note.quotations.entries()) {
      for (let citation of quotation.citations.map(own => note.citations[own])) {
        if (!citation.speaker) continue
        let standings = standingsOf(workspace, quotation, verdicts[index]).filter(own => own.source === citation.key)
        // Where nobody is known to speak, nobody is known not to.
        let others = standings.filter(own => own.speaker?.actor && own.speaker.actor !== citation.speaker?.key)
        if (others.length === 0 || others.length < standings.length) continue
        let speakers = [...new Set(others.map(own => own.speaker!.actor!))]
        let inferred = others.every(own => own.speaker!.inferred)
        yield {
          from: citation.speaker.from,
          to: citation.speaker.to,
          inferred,
          message: `${nameOf(context, speakers[0])} says this, not ${nameOf(context, citation.speaker.key)}${inferred ? ', as far as the order of paragraphs tells' : ''}.`,
          related: others.slice(0, 5).map(place => passageOf(workspace, place)),
          fixes: () => speakers.slice(0, 3).map(key => correct(context, citation, others, key))
        }
      }
    }
  }
}

let nameOf = ({ workspace }: NoteContext, key: string) => workspace.actor(key)?.name ?? `@${key}`

function correct(context: NoteContext, citation: Citation, _: Standing[], key: string) {
  let { from, to } = citation.speaker!
  return {
    title: `Name ${nameOf(context, key)} as the speaker`,
    edits: [{ path: context.path, from, to, newText: `@${key}` }]
  }
}
