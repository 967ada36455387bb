import { weaselIn } from '../claims/weasel'
import { citeSupporting } from '../fixes/claim'
import { signsIn } from '../signs'
import type { Rule } from './rule'

/** “X said”, “according to X”, and no citation of where. */
export let rule: Rule = {
  id: 'unsourced-attribution',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 206',
  *note(context) {
    for (let claim of context.claims()) {
      if (claim.kind !== 'attribution') continue
      // Who “experts” are is the sharper question, and one is enough.
      if (context.ran.has('weasel-attribution') && weaselIn(claim.words, signsIn(claim.words))) continue
      let { from, to } = claim
      yield {
        from,
        to,
        message: 'This is attributed to somebody, and no source is cited for it.',
        fixes: () => citeSupporting(context, claim.sentence)
      }
    }
  }
}
