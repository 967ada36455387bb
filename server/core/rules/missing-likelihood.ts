import { attributeOf, conclusions, statementWords } from '../likelihood/own'
import { speaksOfLikelihood } from '../likelihood/terms'
import type { Rule } from './rule'

/** A judgement or forecast that does not say how likely what it speaks of is. */
export let rule: Rule = {
  id: 'missing-likelihood',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning' } },
  standard: 'ICD 203 standard 2; PHIA probability yardstick',
  *note({ note, workspace }) {
    let words = statementWords(workspace, note)
    for (let { statement, index } of conclusions(note)) {
      let { label, labelSpan } = statement
      if (attributeOf(note, statement, 'likelihood') || !/\p{L}/u.test(words[index].replace(/^\W*\p{L}+\W*:/u, '')))
        continue
      // A word too vague is for `vague-likelihood`.
      if (speaksOfLikelihood(words[index])) continue
      yield { ...labelSpan, message: `This ${label.toLowerCase()} does not say how likely it is.` }
    }
  }
}
