import { scales } from '../likelihood'
import { confidenceIn, confidentIn } from '../likelihood/confidence'
import { ownSentences } from '../likelihood/own'
import type { Fix, Span } from '../model'
import type { NoteContext, Rule } from './rule'

let levels = scales.get('icd203')!.confidence.map(own => own.level)

/** A confidence level that the standards do not have: *medium*, *strong*, *very high*. */
export let rule: Rule = {
  id: 'confidence-term',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning' } },
  standard: 'ICD 203, D.6.e(2); PHIA analytic confidence ratings',
  safeFixes: true,
  *note(context) {
    let { note, workspace } = context
    for (let { sentence, words, signs, label, isAnalysis } of ownSentences(workspace, note)) {
      let how = label || isAnalysis ? confidentIn(words, signs) : undefined
      if (how)
        yield flag(context, words.slice(how.from, how.to), {
          from: sentence.from + how.from,
          to: sentence.from + how.to
        })
      for (let { level, levelSpan } of confidenceIn(words, signs)) {
        if (levels.includes(level) || /-to-/.test(level)) continue
        // Elsewhere it may be anybody's confidence in anything.
        if (!label && !isAnalysis) continue
        yield flag(context, level, {
          from: sentence.from + levelSpan.from,
          to: sentence.from + levelSpan.to
        })
      }
    }
    for (let own of note.attributes) {
      let given = own.values.find(value => value.name === 'confidence')
      if (given && given.value !== '' && !levels.includes(given.value.toLowerCase()))
        yield flag(context, given.value, given.valueSpan)
    }
  }
}

function flag({ path }: NoteContext, level: string, { from, to }: Span) {
  let message = `“${level}” is no confidence level: the levels are high, moderate and low.`
  let fixes = (): Fix[] =>
    /^(?:medium|mid|intermediate)$/i.test(level)
      ? [{ title: 'Change to moderate', safe: true, edits: [{ path, from, to, newText: 'moderate' }] }]
      : []
  return { from, to, message, fixes }
}
