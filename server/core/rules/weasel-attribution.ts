import { weaselIn } from '../claims/weasel'
import { citeSupporting } from '../fixes/claim'
import { allSentences } from '../likelihood/own'
import type { Label } from '../model'
import type { Rule } from './rule'

/** Words that borrow somebody's authority and do not say whose: “experts say”, “it is believed”. */
export let rule: Rule = {
  id: 'weasel-attribution',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning', newsroom: 'warning' } },
  standard: 'ICD 206',
  *note(context) {
    for (let { sentence, words, signs, isCited, isAnalysis, label } of allSentences(context.workspace, context.note)) {
      // A citation leads to whoever is meant.
      let found = isCited ? undefined : weaselIn(words, signs)
      if (!found || (found.isRumour && (isAnalysis || (label && !reporting.includes(label))))) continue
      yield {
        from: sentence.from + found.from,
        to: sentence.from + found.to,
        message: `“${words.slice(found.from, found.to)}”: ${found.question} Name them, or cite where they are named.`,
        fixes: () => citeSupporting(context, sentence)
      }
    }
  }
}

let reporting: readonly Label[] = ['Fact', 'For', 'Against']
