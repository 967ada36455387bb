import { conclusions } from '../likelihood/own'
import type { Rule } from './rule'

/** Key judgements, and no word on what is not known. */
export let rule: Rule = {
  id: 'no-gap',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'information', phia: 'information' } },
  standard: 'ICD 203 standard 2',
  *note({ note }) {
    let key = conclusions(note).find(({ statement }) => statement.key)
    if (!key || note.statements.some(own => own.label === 'Gap')) return
    if (note.blocks.some(block => block.blockQuote === undefined && unknown.test(block.text))) return
    yield {
      ...key.statement.labelSpan,
      message: 'This note has key judgements and states no gap: what is not known, and matters?'
    }
  }
}

let unknown =
  /\b(?:[Ww]e (?:do not|don['’]t|cannot) (?:yet )?(?:know|tell|say)|not known|unknown|(?:[Ii]nformation|[Ii]ntelligence|[Kk]nowledge|[Cc]ollection|[Rr]eporting) gaps?|no (?:information|reporting|evidence) (?:on|of|from|about))\b/
