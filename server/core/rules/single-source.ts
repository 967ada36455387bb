import { attributionIn } from '../claims/attribution'
import { statementWords } from '../likelihood/own'
import type { Citation } from '../model'
import { originsOf } from '../origin'
import type { Rule } from './rule'

/** A key judgement or a fact that rests on one origin. */
export let rule: Rule = {
  id: 'single-source',
  severity: {
    draft: 'off',
    final: 'off',
    profiles: { icd203: 'information', phia: 'information', newsroom: 'warning' }
  },
  standard: 'newsroom two-source convention',
  *note({ note, workspace }) {
    let words = statementWords(workspace, note)
    let cited = new Map<number, Citation[]>()
    for (let citation of note.citations) {
      let { statement } = note.blocks[citation.block]
      if (statement === undefined) continue
      let own = note.statements[statement].parent ?? statement
      let group = cited.get(own)
      if (group) group.push(citation)
      else cited.set(own, [citation])
    }
    for (let [index, citations] of cited) {
      let { label, key, labelSpan } = note.statements[index]
      let isFact = label === 'Fact'
      if (!isFact && !(key && (label === 'Judgement' || label === 'Forecast'))) continue
      // That somebody said so has one source: whoever heard it. Neither has a register another.
      if (isFact && attributionIn(words[index])) continue
      let sources = [...new Set(citations.map(own => own.key))].map(own => workspace.source(own))
      if (sources.some(source => !source || source.kind === 'data')) continue
      let origins = originsOf(
        workspace,
        sources.map(source => source!.key),
        2
      )
      if (origins.length !== 1) continue
      let [origin] = origins
      let what = isFact ? 'fact' : `key ${label.toLowerCase()}`
      yield {
        ...labelSpan,
        inferred: true,
        message: `This ${what} rests on one origin, ${origin}: is there a second, independent one?`
      }
    }
  }
}
