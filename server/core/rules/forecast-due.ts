import { addAttribute } from '../likelihood/attribute'
import { attributeOf, conclusions } from '../likelihood/own'
import { dateBounds } from '../records/dates'
import type { Rule } from './rule'

let outcomes = { true: 'It came true', false: 'It did not', partial: 'In part', unresolvable: 'It cannot be told' }

/** A judgement or forecast whose horizon has passed, and nobody has said how it came out. */
export let rule: Rule = {
  id: 'forecast-due',
  severity: { draft: 'information', final: 'information' },
  standard: 'ICD 203 standard 8',
  *note(context) {
    let { note, path, text } = context
    let asOf = dateBounds(note.frontMatter?.asOf ?? '')?.first
    for (let { statement } of conclusions(note)) {
      let by = attributeOf(note, statement, 'by')
      let last = by && dateBounds(by.value)?.last
      if (!by || !last || attributeOf(note, statement, 'outcome')) continue
      // A note that is itself later than the horizon knows the outcome, whatever day it is.
      let isPast = (day: string | undefined) => day !== undefined && last < day
      if (!isPast(asOf) && !isPast(context.today())) continue
      let fixes = () =>
        Object.entries(outcomes).map(([outcome, words]) => ({
          title: `${words}: outcome=${outcome}`,
          edits: [addAttribute(path, text, note, statement, `outcome=${outcome}`)]
        }))
      yield { from: by.from, to: by.to, message: 'The horizon has passed: how did it come out?', fixes }
    }
  }
}
