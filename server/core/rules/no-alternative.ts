import { beginItem, itemLabels } from '../likelihood/items'
import { conclusions } from '../likelihood/own'
import type { Rule } from './rule'

/** Key judgements, and nowhere in the note another way to read the evidence. */
export let rule: Rule = {
  id: 'no-alternative',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'information', phia: 'information' } },
  standard: 'ICD 203 standard 4',
  *note(context) {
    let { note } = context
    let key = conclusions(note).find(({ statement }) => statement.key)
    if (!key || [...itemLabels(note).values()].some(labels => labels.includes('Alternative'))) return
    if (
      note.blocks.some(block =>
        /\b(?:alternativ|(?:other|competing|rival) (?:hypothes|explanation|reading|scenario))/i.test(block.text)
      )
    )
      return
    yield {
      ...key.statement.labelSpan,
      message: 'No alternative to the key judgements is considered in this note.',
      fixes: () => [beginItem(context, key.index, 'Alternative')]
    }
  }
}
