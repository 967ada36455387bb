import { passageOf } from '../fixes/passage'
import { hasVoices, type Standing, standingsOf } from '../standing'
import type { Rule } from './rule'

/** A quotation that stands in several places of its source, with different speakers or regions, and nothing says which is meant. */
export let rule: Rule = {
  id: 'quote-ambiguous',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 206',
  *note({ note, verdicts, workspace, path }) {
    for (let [index, quotation] of note.quotations.entries()) {
      let bound = quotation.citations.map(own => note.citations[own])
      if (bound.some(citation => citation.speaker || citation.locator)) continue
      // A term stands everywhere, and says little wherever it does.
      if (!/\S\s+\S+\s+\S/.test(quotation.words)) continue
      // By far the most sources have one voice.
      let held = verdicts[index]?.passages.map(passage => workspace.captured(passage.source))
      if (!held?.some(own => own && hasVoices(workspace, own))) continue
      let standings = standingsOf(workspace, quotation, verdicts[index])
      if (standings.length < 2) continue
      let voices = new Map(standings.map(own => [voiceOf(own), own]))
      if (voices.size < 2 || new Set(standings.map(own => own.source)).size > 1) continue
      let speakers = [...voices.values()].flatMap(own => own.speaker?.actor ?? [])
      let { to } = bound[bound.length - 1]
      yield {
        from: quotation.from,
        to: quotation.to,
        message: `${standings[0].source} holds these words ${times(standings.length)}, ${speakers.length > 1 ? 'from different speakers' : 'in different parts'}: which is meant?`,
        related: standings.slice(0, 5).map(place => passageOf(workspace, place)),
        fixes: () =>
          [...new Set(speakers)].slice(0, 5).map(key => ({
            title: `Name ${workspace.actor(key)?.name ?? key} as the speaker`,
            edits: [{ path, from: to - 1, to: to - 1, newText: `, @${key}` }]
          }))
      }
    }
  }
}

let times = (n: number) => (n === 2 ? 'twice' : `${n} times`)
let voiceOf = (own: Standing) => `${own.speaker?.actor ?? own.speaker?.label ?? ''}\n${own.region ?? ''}`
