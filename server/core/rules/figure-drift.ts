import { figuresIn } from '../claims/figure'
import { allSentences } from '../likelihood/own'
import type { Citation, Label, Sentence } from '../model'
import { givesNumber, holdsNumber, type Numeral, numeralsIn } from '../numbers'
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
    for (let { sentence, words, signs, isAnalysis, label } of allSentences(workspace, note)) {
      if ((signs & digitSign) === 0) continue
      let citations = cited.get(sentence)
      if (!citations || isAnalysis || !reporting.includes(label)) continue
      let sources = texts(context, citations)
      if (!sources) continue
      let keys = sources.map(own => own.source.key).join(' nor ')
      for (let numeral of asked(words)) {
        if (sources.some(own => givesNumber(workspace, own, numeral))) continue
        if (compares.test(words) && sources.some(own => holdsNumber(differencesIn(workspace, own), numeral))) continue
        let shown = words.slice(numeral.from, numeral.to)
        let message =
          sources.length > 1
            ? `Neither ${keys} holds the figure ${shown}.`
            : `${keys} does not hold the figure ${shown}.`
        yield { from: sentence.from + numeral.from, to: sentence.from + numeral.to, inferred: true, message }
      }
    }
  }
}

let reporting: readonly (Label | undefined)[] = [undefined, 'Fact', 'For', 'Against']

// Whose figures a writer takes from one another: leads and gaps. In other sentences they are not looked for.
let compares = /\b(?:leads?|led|gaps?|margins?|differences?|points|ahead|behind)\b/i
let mostInLine = 12

// Sorted: by how much the figures of one line, such as the row of a table, differ.
function differencesIn(workspace: Workspace, own: Captured): Float64Array {
  return workspace.remember(own, differences, () => {
    let found = new Set<number>()
    for (let line of own.text().split('\n')) {
      let all = numeralsIn(line.slice(0, 500))
        .slice(0, mostInLine)
        .map(({ values }) => values[0].value)
      for (let [index, one] of all.entries()) for (let other of all.slice(0, index)) found.add(Math.abs(one - other))
    }
    return Float64Array.from(found).sort()
  })
}
let differences = Symbol('differences')

// Undefined where one of them has no text: it may hold anything.
function texts({ workspace }: NoteContext, citations: Citation[]): Captured[] | undefined {
  let all = [...new Set(citations.map(own => own.key))].map(key => workspace.captured(key))
  return all.every(own => own !== undefined) ? all : undefined
}

let dated =
  /\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)|\p{Nd}-\p{Nd}|\p{Nd}(?:st|nd|rd|th)\b|\p{Nd}[:.]\p{Nd}{2}\s?(?:am|pm|h)?\b$/u
// What is rounded, or reckoned, by the writer.
let roughly =
  /\b(?:about|around|roughly|some|nearly|almost|approximately|over|under|above|below|(?:more|less|fewer|greater) than|at (?:least|most)|up to|circa|ca?\.|close to|just (?:over|under)|total(?:s|led|ling)? (?:of )?|average(?:s|d)? (?:of )?|sum of|altogether|combined|difference of)\s*(?:[$€£¥₽]\s?)?$/i

// Not dates, which a source may give as a day of the week; nor what people count on their fingers.
function asked(words: string): Numeral[] {
  let found: Numeral[] = []
  for (let { from, to } of figuresIn(words)) {
    if (dated.test(words.slice(from, to)) || roughly.test(words.slice(Math.max(0, from - 30), from))) continue
    for (let numeral of numeralsIn(words.slice(from, to + 20))) {
      let at = { from: from + numeral.from, to: from + numeral.to }
      if (at.from >= to || isSmall(numeral) || isYear(words.slice(at.from, at.to), numeral)) continue
      found.push({ ...numeral, from: at.from, to: Math.max(at.to, to) })
    }
  }
  return found
}

let isSmall = ({ values, percent }: Numeral) => !percent && values.every(({ value, unit }) => unit >= 1 && value < 13)
let isYear = (digits: string, { percent }: Numeral) => !percent && /^(?:1[5-9]|20|21)\d\d$/.test(digits)
