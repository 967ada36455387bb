import { confidences } from '../likelihood/given'
import { beginItem, itemLabels } from '../likelihood/items'
import { conclusions } from '../likelihood/own'
import type { Rule } from './rule'

/** A confidence level without a word on why it is that and no other. */
export let rule: Rule = {
  id: 'unexplained-confidence',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning' } },
  standard: 'ICD 203 standard 2; PHIA analytic confidence ratings',
  *note(context) {
    let { note, workspace } = context
    let given = confidences(workspace, note)
    let items = itemLabels(note)
    for (let { index } of conclusions(note)) {
      let level = given.get(index)
      if (!level || level.explained || items.get(index)?.includes('Because')) continue
      let { from, to } = level
      let message = 'Nothing says why the confidence is at this level: give the basis in a Because: item.'
      yield { from, to, message, fixes: () => [beginItem(context, index, 'Because')] }
    }
  }
}
