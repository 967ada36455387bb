import { ownSentences } from '../likelihood/own'
import { likelihoodNumbers, scaleOf, termsOf } from '../likelihood/terms'
import type { Rule } from './rule'

/** *May*, *might*, *could* in the writer's own judgement: a word that covers everything from five per cent to ninety-five. */
export let rule: Rule = {
  id: 'vague-likelihood',
  severity: {
    draft: 'off',
    final: 'off',
    profiles: { icd203: 'warning', phia: 'warning', newsroom: 'information' }
  },
  standard: 'ICD 203 standard 2; PHIA probability yardstick',
  *note(context) {
    let { note, workspace } = context
    let scale = scaleOf(context)
    for (let own of ownSentences(workspace, note)) {
      let { sentence, words, label, isAnalysis, statement } = own
      if (label !== 'Judgement' && label !== 'Forecast' && (label !== undefined || !isAnalysis)) continue
      let attributes = statement === undefined ? undefined : note.statements[statement].attributes
      if (attributes !== undefined && note.attributes[attributes].values.some(own => own.name === 'likelihood'))
        continue
      // Where the sentence gives a degree, the other word is no hedge on it.
      if (termsOf(own, scale).length > 0 || likelihoodNumbers(words).length > 0) continue
      for (let found of words.matchAll(vague)) {
        let head = words.slice(Math.max(0, found.index - 80), found.index)
        let tail = words.slice(found.index + found[0].length, found.index + found[0].length + 80)
        if (!isHedge(found[0], head, tail, words)) continue
        let from = sentence.from + found.index
        let ways = scale ? `: say how likely, in a term of ${scale.standard.replace(/,.*/, '')}` : ': say how likely'
        yield { from, to: from + found[0].length, message: `“${found[0]}” leaves open how likely this is${ways}.` }
        break
      }
    }
  }
}

let vague =
  /(?<![\p{L}-])(?:may|might|could|[Pp]ossibly|[Pp]erhaps|[Cc]onceivably|[Ii]t is possible that|(?:cannot|can not|can’t|can't) (?:be ruled out|rule out|be excluded|exclude))(?![\p{L}-])/gu

let rules =
  /\b(?:only|allow\p{L}*|permi\p{L}+|rules?|terms|law|protocol|treaty|statutes?|article|licen[cs]e|entitled|rights?)\b/iu

// Permission, ability in the past, power, and what a condition supposes.
function isHedge(word: string, head: string, tail: string, words: string): boolean {
  // What somebody may and may not do; “as the vote might suggest”.
  if (/^\s+(?:and|or)\s+(?:may|might|could)\s+not\b/.test(tail) || asOne.test(head + word + tail.slice(0, 20)))
    return false
  if (reported.test(head) || (ours.test(head) && !meets.test(tail))) return false
  if (word === 'may') return !/^\s+not\b/.test(tail) && !(rules.test(head) || rules.test(tail)) && !asked(head)
  if (word === 'might' && /^\s+(?:\p{L}+\s+)?otherwise\b/u.test(tail)) return false
  if (word === 'might')
    return !/\b(?:the|its|their|his|her|our|all|full|military|naval|economic|financial)\s+$/i.test(head)
  if (word === 'could')
    return (
      !/^\s+(?:not|no longer|have|never)\b/.test(tail) &&
      !/\bas \p{L}+(?: \p{L}+)? as (?:\p{L}+ )?$/u.test(head) &&
      !supposed(head)
    )
  return words !== ''
}

// “We could find nothing”, “we may return to this”; but “we may see a strike”.
let ours = /\b(?:[Ww]e|I) (?:also |still |now )?$/
let meets = /^\s+(?:well |soon |yet |now )?(?:see|face|witness|expect|get|be|have|end)\b/
// “One said it may”: whatever the rest of the sentence is.
let reported = /\b(?:said|says|thought|thinks|believed?s?|argued?s?|warned|warns) (?:that )?(?:\p{L}+ ){1,3}$/u
let asOne =
  /\bas\s[^,;:]{1,60}\b(?:may|might|could) (?:well )?(?:suggest|expect|think|imply|seem|appear|hope|imagine|say)\b/

// “What officers may do”, but not “a strike, which could last”.
let asked = (head: string) => /\b(?:whether|how|what|(?<!, )(?:who|where|when))\s[^,;:]{0,60}$/i.test(head)
let supposed = (head: string) => asked(head) || /\b(?:if|unless|until|so that|(?<!, )which)\s[^,;:]{0,60}$/i.test(head)
