import { quotedFrom } from '../quoted-from'
import type { Rule } from './rule'

/** Words that stand only among the comments under a text, which its author did not write. */
export let rule: Rule = {
  id: 'quote-from-comment',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 203 standard 1',
  note: context => quotedFrom(context, { comments: 'the comments' })
}
