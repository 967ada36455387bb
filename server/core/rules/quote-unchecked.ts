import type { Rule } from './rule'

/** A quotation that could not be compared, as a source it cites has no captured text. Never silence, and never a pass. */
export let rule: Rule = {
  id: 'quote-unchecked',
  severity: { draft: 'information', final: 'warning' },
  standard: 'newsroom accuracy',
  *note({ note, verdicts, workspace }) {
    for (let [index, { from, to, citations, words }] of note.quotations.entries()) {
      if (verdicts[index]?.kind !== 'unchecked' || !/[\p{L}\p{N}]/u.test(words)) continue
      let keys = new Set(citations.map(own => note.citations[own].key))
      let without = [...keys].filter(key => workspace.source(key) && !workspace.captured(key))
      if (without.length === 0) continue
      let message = `${without.slice(0, 3).join(', ')} ${without.length > 1 ? 'have' : 'has'} no captured text, so these words were not compared.`
      yield { from, to, message }
    }
  }
}
