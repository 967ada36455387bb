import { proseIn, voicesIn } from '../claims'
import { isOwnAnalysis } from '../claims/voice'
import { termsIn } from '../likelihood/terms'
import type { Label, Span } from '../model'
import type { Rule } from './rule'

/** A `Fact:` that tells of what has not happened yet, or says how likely something is. */
export let rule: Rule = {
  id: 'judgement-as-fact',
  severity: {
    draft: 'off',
    final: 'off',
    profiles: { icd203: 'warning', phia: 'warning', newsroom: 'warning' }
  },
  standard: 'ICD 203 standard 3',
  *note({ note, path, workspace }) {
    let prose = proseIn(workspace, note)
    let hear = voicesIn(workspace, note)
    for (let [index, sentence] of note.sentences.entries()) {
      let block = note.blocks[sentence.block]
      let statement = block.statement === undefined ? undefined : note.statements[block.statement]
      if (statement?.label !== 'Fact' || block.blockQuote !== undefined) continue
      let words = prose[index]
      // That somebody said so is a fact.
      if (hear(index).attribution) continue
      let found = signIn(words)
      if (!found) continue
      let { from, to } = statement.labelSpan
      let said = words.slice(found.from, found.to)
      let article = found.label === 'Forecast' ? 'a forecast' : 'a judgement'
      yield {
        from: sentence.from + found.from,
        to: sentence.from + found.to,
        message: `“${said}” makes this ${article}, not a fact.`,
        fixes: () => [{ title: `Label it ${article}`, edits: [{ path, from, to, newText: found.label }] }]
      }
    }
  }
}

function signIn(words: string): (Span & { label: Label }) | undefined {
  let [term] = termsIn(words)
  if (term) return { from: term.from, to: term.to, label: 'Judgement' }
  let judging =
    /\b(?:[Ww]e (?:assess|judge|believe|think|expect|estimate)|[Ii]n our (?:view|judge?ment|assessment))\b/.exec(words)
  if (judging && isOwnAnalysis(words)) return { ...spanOf(judging), label: 'Judgement' }
  let future =
    /(?<!\p{L})(?:will|won['’]t|shall|is going to|are going to|is bound to|are bound to|inevitably)(?!\p{L})/u.exec(
      words
    )
  if (!future || (isScheduled(words) && !sure.test(future[0]))) return undefined
  let head = words.slice(Math.max(0, future.index - 40), future.index)
  return isNoun(head, words.slice(future.index + future[0].length, future.index + 40))
    ? undefined
    : { ...spanOf(future), label: 'Forecast' }
}

// No calendar speaks like this.
let sure = /going|bound|inevitably/

let spanOf = (match: RegExpExecArray) => ({ from: match.index, to: match.index + match[0].length })

// “The political will”, “at will”, “a will”.
let isNoun = (head: string, tail: string) =>
  /\b(?:the|an?|its|their|his|her|our|no|any|at|of|good|free|ill|political|popular|last|against)\s+$/i.test(head) ||
  /^\s*(?:[.,;:)]|of\b|and testament)/.test(tail)

// What stands in a calendar, a law or a contract is a fact as long as it stands there.
let isScheduled = (words: string) =>
  /\b(?:January|February|March|April|May|June|July|August|September|October|November|December|Mondays?|Tuesdays?|Wednesdays?|Thursdays?|Fridays?|daily|weekly|every|\d{1,2}:\d\d|Saturdays?|Sundays?|(?:19|20|21)\d\d|scheduled?|timetabled?|planned|plans?|agenda|calendar|programme|contract|law|act|decree|terms|protocol|treaty|agreement|according to)\b/.test(
    words
  )
