import { quotedFrom } from '../quoted-from'
import type { Rule } from './rule'

/** Words that stand only in a caption, a disclaimer, a biography or the like, which is not the author's text. */
export let rule: Rule = {
  id: 'quote-from-boilerplate',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 203 standard 1',
  note: context => quotedFrom(context, { boilerplate: 'the boilerplate', caption: 'a caption' })
}
