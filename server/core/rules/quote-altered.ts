import { differingSpan, differingWords } from '../differences'
import { markChanges } from '../fixes/editorial-marks'
import { passageOf } from '../fixes/passage'
import { takeSourceWords } from '../fixes/source-words'
import type { Rule } from './rule'

/** A quotation whose source holds a passage like it, but not these words. */
export let rule: Rule = {
  id: 'quote-altered',
  severity: { draft: 'error', final: 'error' },
  standard: 'newsroom accuracy',
  *note({ note, verdicts, workspace, path, text }) {
    for (let [index, quotation] of note.quotations.entries()) {
      let verdict = verdicts[index]
      if (verdict?.kind !== 'altered') continue
      let [passage] = verdict.passages
      let differences = verdict.differences ?? []
      yield {
        ...differingSpan(quotation, differences),
        message: differingWords(differences),
        related: [passageOf(workspace, passage)],
        fixes: () =>
          [
            takeSourceWords(workspace, path, text, quotation, passage),
            markChanges(workspace, path, quotation, verdict)
          ].filter(fix => fix !== undefined)
      }
    }
  }
}
