import { attributionIn } from '../claims/attribution'
import { statementWords } from '../likelihood/own'
import type { Citation } from '../model'
import type { Rule } from './rule'

/** A fact that rests on nothing but opinion. */
export let rule: Rule = {
  id: 'opinion-for-fact',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 203 standards 1, 3',
  *note({ note, workspace }) {
    let words = statementWords(workspace, note)
    let cited = new Map<number, Citation[]>()
    for (let citation of note.citations) {
      let { statement } = note.blocks[citation.block]
      if (statement === undefined) continue
      let group = cited.get(statement)
      if (group) group.push(citation)
      else cited.set(statement, [citation])
    }
    for (let [index, citations] of cited) {
      // That a columnist wrote so is a fact.
      if (note.statements[index].label !== 'Fact' || attributionIn(words[index])) continue
      if (!citations.every(own => workspace.source(own.key)?.kind === 'opinion')) continue
      let [{ key, keySpan }] = citations
      let others = new Set(citations.map(own => own.key)).size > 1 ? 'only opinion is cited' : `${key} is opinion`
      yield {
        ...keySpan,
        inferred: true,
        message: `A fact rests on this, and ${others}: cite a report, or say whose view it is.`
      }
    }
  }
}
