import { beginItem, itemLabels } from '../likelihood/items'
import { statementWords } from '../likelihood/own'
import type { Rule } from './rule'

/** An assumption on which a judgement hangs, and nothing says what follows if it does not hold. */
export let rule: Rule = {
  id: 'assumption-without-if-wrong',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'information' } },
  standard: 'ICD 203 standard 3',
  *note(context) {
    let { note, workspace } = context
    let items = itemLabels(note)
    let words = statementWords(workspace, note)
    let linked = new Set(note.links.map(link => /^#(.+)$/.exec(link.destination)?.[1]))
    for (let [index, statement] of note.statements.entries()) {
      if (statement.label !== 'Assumption' || items.get(index)?.includes('If wrong')) continue
      let classes = statement.attributes === undefined ? [] : note.attributes[statement.attributes].classes
      // One that nothing refers to is background.
      let isLinchpin =
        statement.key || classes.includes('linchpin') || (statement.id !== undefined && linked.has(statement.id))
      if (
        !isLinchpin ||
        /\b(?:[Ii]f (?:it|this|that|they|not|wrong)|[Oo]therwise|[Ss]hould (?:it|this|that|they))\b/.test(words[index])
      )
        continue
      yield {
        ...statement.labelSpan,
        message: 'A judgement hangs on this assumption: say what follows if it is wrong.',
        fixes: () => [beginItem(context, index, 'If wrong')]
      }
    }
  }
}
