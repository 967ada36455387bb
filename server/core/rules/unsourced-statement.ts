import { citeSupporting } from '../fixes/claim'
import { labelJudgement } from '../fixes/label'
import type { Rule } from './rule'

/** A sentence that says something of an actor, with neither a source nor a label that makes it the writer's own. */
export let rule: Rule = {
  id: 'unsourced-statement',
  severity: { draft: 'hint', final: 'information' },
  standard: 'ICD 203 standard 3',
  *note(context) {
    for (let claim of context.claims()) {
      if (claim.kind !== 'statement') continue
      let { from, to, sentence } = claim
      let message = 'This says something of an actor, cites no source, and is not labelled a judgement.'
      yield {
        from,
        to,
        message,
        fixes: () => [...citeSupporting(context, sentence), ...labelJudgement(context, sentence)]
      }
    }
  }
}
