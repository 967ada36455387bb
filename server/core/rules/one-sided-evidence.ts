import { beginItem, itemLabels } from '../likelihood/items'
import { conclusions } from '../likelihood/own'
import type { Rule } from './rule'

let many = 3

/** Three or more items for a judgement and none against it. */
export let rule: Rule = {
  id: 'one-sided-evidence',
  severity: {
    draft: 'off',
    final: 'off',
    profiles: { icd203: 'information', phia: 'information', newsroom: 'information' }
  },
  standard: 'ICD 203 standard 6',
  *note(context) {
    let items = itemLabels(context.note)
    for (let { statement, index } of conclusions(context.note)) {
      let labels = items.get(index) ?? []
      let count = labels.filter(label => label === 'For').length
      if (count < many || labels.includes('Against')) continue
      let message = `${count} items speak for this ${statement.label.toLowerCase()} and none against it.`
      yield { ...statement.labelSpan, message, fixes: () => [beginItem(context, index, 'Against')] }
    }
  }
}
