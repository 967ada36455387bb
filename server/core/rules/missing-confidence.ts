import { confidences } from '../likelihood/given'
import { conclusions } from '../likelihood/own'
import type { Rule } from './rule'

/** A key judgement that does not say how good its basis is. */
export let rule: Rule = {
  id: 'missing-confidence',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning' } },
  standard: 'ICD 203 standard 2; PHIA analytic confidence ratings',
  *note({ note, workspace }) {
    let given = confidences(workspace, note)
    for (let { statement, index } of conclusions(note)) {
      if (!statement.key || given.has(index)) continue
      let message = `This key ${statement.label.toLowerCase()} gives no confidence level: high, moderate or low.`
      yield { ...statement.labelSpan, message }
    }
  }
}
