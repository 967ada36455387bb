import { figuresIn, otherMonth } from '../claims/figure'
import { allSentences } from '../likelihood/own'
import type { Citation, Label, Sentence, Span } from '../model'
import { givesNumber, type Numeral, numeralsIn, valuesOfWords } from '../numbers'
import { isReckoned } from '../reckoned'
import { digitSign } from '../signs'
import type { Captured } from '../verify'
import type { Workspace } from '../workspace'
import type { NoteContext, Rule } from './rule'

/** A figure in a sentence that none of the sources cited for the sentence holds, however it may be written there. */
export let rule: Rule = {
  id: 'figure-drift',
  severity: { draft: 'information', final: 'warning' },
  standard: 'ICD 203 standard 1',
  *note(context) {
    let { note, workspace } = context
    let cited = new Map<Sentence, Citation[]>()
    for (let citation of note.citations) {
      let sentence = note.sentences[citation.sentence]
      if (sentence) cited.set(sentence, [...(cited.get(sentence) ?? []), citation])
    }
    if (cited.size === 0) return
    let year = yearOf(note.frontMatter?.asOf ?? note.frontMatter?.date)
    for (let { sentence, words, signs, isAnalysis, label } of allSentences(workspace, note)) {
      if ((signs & digitSign) === 0) continue
      let citations = cited.get(sentence)
      if (!citations || isAnalysis || !reporting.includes(label)) continue
      let sources = texts(context, citations)
      if (!sources) continue
      let keys = sources.map(own => own.source.key).join(' nor ')
      for (let numeral of asked(words)) {
        if (sources.some(own => givesNumber(workspace, own, numeral))) continue
        if (numeral.isRough && !sources.some(own => hasSlipped(workspace, own, numeral))) continue
        if (
          sources.some(own =>
            isReckoned(workspace, own, numeral, words, givenBeside(workspace, own, words, numeral), year)
          )
        )
          continue
        let shown = words.slice(numeral.from, numeral.to)
        let message =
          sources.length > 1
            ? `Neither ${keys} holds the figure ${shown}: correct it, or cite where it stands.`
            : `${keys} does not hold the figure ${shown}: correct it, or cite where it stands.`
        yield { from: sentence.from + numeral.from, to: sentence.from + numeral.to, inferred: true, message }
      }
    }
  }
}

let reporting: readonly (Label | undefined)[] = [undefined, 'Fact', 'For', 'Against']

let yearOf = (date: string | undefined) => (date && /^\d{4}/.test(date) ? Number(date.slice(0, 4)) : undefined)

// The sentence's other figures, as far as the source gives them.
function givenBeside(workspace: Workspace, own: Captured, words: string, { from, to }: Span): number[] {
  let written = numeralsIn(words)
    .filter(other => (other.to <= from || other.from >= to) && givesNumber(workspace, own, other))
    .map(({ values }) => values[0].value)
  let spelled = valuesOfWords(words).filter(value =>
    givesNumber(workspace, own, { from, to, values: [{ value, unit: 1 }], percent: false })
  )
  return [...written, ...spelled]
}

// Where nothing is near what is rounded, and the same digits stand with the decimal point elsewhere.
function hasSlipped(workspace: Workspace, own: Captured, numeral: Numeral): boolean {
  let gives = (values: Numeral['values']) => values.length > 0 && givesNumber(workspace, own, { ...numeral, values })
  if (gives(numeral.values.map(({ value }) => ({ value, unit: value / 4 })))) return false
  return gives(
    numeral.values.flatMap(({ value, unit }) => {
      if (unit < 1)
        return [
          { value: value * 10, unit: 1e-6 },
          { value: value / 10, unit: 1e-6 }
        ]
      return Number.isInteger(value / 10) ? [] : [{ value: value / 10, unit: 1e-6 }]
    })
  )
}

// Undefined where one of them has no text: it may hold anything.
function texts({ workspace }: NoteContext, citations: Citation[]): Captured[] | undefined {
  let all = [...new Set(citations.map(own => own.key))].map(key => workspace.captured(key))
  return all.every(own => own !== undefined) ? all : undefined
}

let dated =
  /Uhr$|\p{Nd}\s?h\s?\p{Nd}{2}$|\p{Nd}\s?[ap]\.?m$|\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\p{Nd}-\p{Nd}|\p{Nd}(?:st|nd|rd|th)\b|\p{Nd}[:.]\p{Nd}{2}\s?(?:am|pm|h)?\b$/u
// What is rounded, or reckoned, by the writer.
let roughly =
  /\b(?:about|around|roughly|some|nearly|almost|approximately|over|under|above|below|(?:more|less|fewer|greater) than|at (?:least|most)|up to|circa|ca?\.|close to|just (?:over|under)|total(?:s|led|ling)? (?:of )?|average(?:s|d)? (?:of )?|sum of|altogether|combined|difference of|rund|etwa|knapp|fast|ungefähr|circa|environ|quelque|près de|presque|un[oa]s|casi|cerca de|około|ok\.|prawie|niemal)\s*(?:[$€£¥₽]\s?)?$/i

let monthly = new RegExp(otherMonth)
// What only the reckoning needs: divided by 365.
let operand = /(?:\b(?:divided|multiplied) by|[×÷])\s$/

// Not dates, which a source may give as a day of the week; nor what people count on their fingers.
function asked(words: string): (Numeral & { isRough: boolean })[] {
  let found: (Numeral & { isRough: boolean })[] = []
  for (let { from, to } of figuresIn(words)) {
    let shown = words.slice(from, to)
    if (dated.test(shown) || monthly.test(shown) || operand.test(words.slice(Math.max(0, from - 20), from))) continue
    let isRough = roughly.test(words.slice(Math.max(0, from - 30), from))
    for (let numeral of numeralsIn(words.slice(from, to + 20))) {
      let at = { from: from + numeral.from, to: from + numeral.to }
      if (at.from >= to || isSmall(numeral) || isYear(words.slice(at.from, at.to), numeral)) continue
      found.push({ ...numeral, isRough, from: at.from, to: Math.max(at.to, to) })
    }
  }
  return found
}

let isSmall = ({ values, percent }: Numeral) => !percent && values.every(({ value, unit }) => unit >= 1 && value < 13)
let isYear = (digits: string, { percent }: Numeral) => !percent && /^(?:1[5-9]|20|21)\d\d$/.test(digits)
