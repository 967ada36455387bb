import type { Rule } from './rule'

/** A quotation with nothing like it in any source it cites, nor the same words in another. */
export let rule: Rule = {
  id: 'quote-not-found',
  severity: { draft: 'error', final: 'error' },
  standard: 'newsroom accuracy',
  *note({ note, verdicts }) {
    for (let [index, { from, to, citations }] of note.quotations.entries()) {
      if (verdicts[index]?.kind !== 'absent') continue
      let keys = [...new Set(citations.map(own => note.citations[own].key))]
      yield {
        from,
        to,
        message: `Nothing like these words stands in the text of ${keys.slice(0, 5).join(', ')}: correct the words or the source, or put it in your own.`
      }
    }
  }
}
