import { citeSupporting } from '../fixes/claim'
import { markCommon } from '../fixes/common'
import { short } from '../fixes/run'
import type { Rule } from './rule'

/** A figure, percentage, sum or date in a sentence that cites nothing. */
export let rule: Rule = {
  id: 'unsourced-figure',
  severity: { draft: 'information', final: 'warning' },
  standard: 'ICD 206',
  *note(context) {
    for (let claim of context.claims()) {
      if (claim.kind !== 'figure') continue
      let { from, to, sentence } = claim
      let message = `No source is cited for “${short(context.text.slice(from, to), 30)}”.`
      yield {
        from,
        to,
        message,
        fixes: () => [...citeSupporting(context, sentence), markCommon(context, sentence.block)]
      }
    }
  }
}
