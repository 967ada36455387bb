import { scales } from '../likelihood'
import { confidenceIn, type FoundConfidence } from '../likelihood/confidence'
import { ownSentences } from '../likelihood/own'
import { likelihoodNumbers, termsIn } from '../likelihood/terms'
import type { Fix, Sentence } from '../model'
import type { NoteContext, Rule } from './rule'

/** A degree of likelihood and a confidence level in one sentence: the reader cannot tell which of the two is meant. */
export let rule: Rule = {
  id: 'likelihood-with-confidence',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'error' } },
  standard: 'ICD 203, D.6.e(2)(b)',
  safeFixes: true,
  *note(context) {
    let scale = scales.get('icd203')!
    let levels = scale.confidence.map(own => own.level)
    for (let { sentence, words, signs } of ownSentences(context.workspace, context.note)) {
      let stated = confidenceIn(words, signs)
      let confidence = stated.find(own => levels.includes(own.level) || own.level === 'medium')
      if (!confidence) continue
      let likelihood = termsIn(words, scale)[0] ?? likelihoodNumbers(words)[0]
      if (!likelihood) continue
      let said = words.slice(likelihood.from, likelihood.to)
      yield {
        from: sentence.from + confidence.from,
        to: sentence.from + confidence.to,
        message: `This sentence states a confidence level and a degree of likelihood (“${said}”): give each its own sentence.`,
        related: [
          {
            path: context.path,
            from: sentence.from + likelihood.from,
            to: sentence.from + likelihood.to,
            message: 'The degree of likelihood.'
          }
        ],
        // With two levels in it, somebody has to say which is of what.
        fixes: () => (stated.length === 1 ? split(context, sentence, words, confidence) : [])
      }
    }
  }
}

let verb = '(?:assess|judge|believe|estimate|conclude)'
let level = '((?:\\p{L}+-to-)?\\p{L}+)(?: (?:degree|level) of)? confidence'
// What can be taken out of a sentence and leave a sentence: by what stands in its place. Anything else is for the writer to divide.
let phrases: [RegExp, string][] = [
  [
    new RegExp(`\\b[Ww]e (?:have|hold) ${level} (?:that )?(?!in\\b|of\\b|about\\b)(?=[\\p{L}@\\[])`, 'u'),
    'we assess that '
  ],
  [new RegExp(`\\b(?:[Ww]ith|[Ii]n) ${level}, (?=we\\b)`, 'u'), ''],
  [new RegExp(`(?<=\\b[Ww]e ${verb}),? with ${level},?(?= that\\b)`, 'u'), ''],
  [new RegExp(`,? \\(${level}\\)`, 'u'), ''],
  [
    new RegExp(
      `(?:;|,| –|, and|; and| and) (?:we have|we hold|with) ${level}(?: in (?:it|this|(?:this|the) (?:judge?ment|assessment|forecast)))?(?=\\s*(?:\\[\\^[^\\]]{1,200}\\]|[.!]|$))`,
      'u'
    ),
    ''
  ]
]

function split({ path, text }: NoteContext, { from, to }: Sentence, words: string, { level }: FoundConfidence): Fix[] {
  let whole = text.slice(from, to).trimEnd()
  let flat = whole.replace(/[\r\n]/g, ' ')
  for (let [pattern, instead] of phrases) {
    let found = pattern.exec(flat)
    if (!found || words.slice(found.index, found.index + found[0].length) !== found[0]) continue
    let begins = /^(?:[\s*_]|[A-Z][a-z]+(?: wrong)?:)*$/.test(whole.slice(0, found.index))
    let head = whole.slice(0, found.index)
    let tail = instead + whole.slice(found.index + found[0].length)
    if (begins) tail = tail.charAt(0).toUpperCase() + tail.slice(1)
    let stop = /[.!…](?:[\s*_"”’)]|\[\^[^\]]{1,200}\])*$/.test(tail) ? '' : '.'
    let named = level === 'medium' ? 'moderate' : level
    let newText = `${head}${tail}${stop} We have ${named} confidence in this judgement.`
    let title = 'Give the confidence its own sentence'
    return [{ title, safe: true, edits: [{ path, from, to: from + whole.length, newText }] }]
  }
  return []
}
