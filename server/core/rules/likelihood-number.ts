import type { Scale, Term } from '../likelihood'
import { ownSentences } from '../likelihood/own'
import { likelihoodNumbers, likelihoodSign, numberBehind, type Range, scaleOf, termsOf } from '../likelihood/terms'
import { digitSign } from '../signs'
import type { Rule } from './rule'

/** A number beside a likelihood term that the term does not mean, or one that the scale has no term for. */
export let rule: Rule = {
  id: 'likelihood-number',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning' } },
  standard: 'ICD 203, D.6.e(2)(a); PHIA probability yardstick',
  *note(context) {
    let scale = scaleOf(context)
    if (!scale) return
    for (let own of ownSentences(context.workspace, context.note)) {
      let { sentence, words, signs } = own
      // Most sentences have neither a term nor a figure.
      if ((signs & (likelihoodSign | digitSign)) === 0) continue
      let seen = new Set<number>()
      for (let found of termsOf(own, scale)) {
        let number = found.scale === scale ? numberBehind(words, found) : undefined
        if (!number) continue
        seen.add(number.from)
        if (holds(found.term, number)) continue
        let said = words.slice(number.from, number.to)
        let message = `${said} does not lie in the band of “${found.term.term}”, ${found.term.band}${meantBy(scale, number)}.`
        yield { from: sentence.from + number.from, to: sentence.from + number.to, message }
      }
      for (let number of likelihoodNumbers(words)) {
        if (seen.has(number.from)) continue
        let gap = scale.gaps.find(([from, to]) => from < number.low && number.high < to)
        let none = number.low === number.high && (number.low === 0 || number.low === 100)
        if (!gap && !none) continue
        let said = words.slice(number.from, number.to)
        let why = gap ? `it lies in the gap from ${gap[0]} to ${gap[1]}%` : 'nothing is that certain'
        let message = `No term of the scale covers ${said}: ${why}.`
        yield { from: sentence.from + number.from, to: sentence.from + number.to, message }
      }
    }
  }
}

let holds = ({ from, to, open }: Term, { low, high }: Range) =>
  from <= low && high <= to && ![low, high].some(end => open?.includes(end))

function meantBy(scale: Scale, number: Range): string {
  let terms = scale.terms.filter(own => holds(own, number)).map(own => `“${own.term}”`)
  return terms.length > 0 && terms.length < 3 ? `; that is ${terms.join(' or ')}` : ''
}
