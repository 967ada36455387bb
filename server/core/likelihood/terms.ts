import type { Span } from '../model'
import type { NoteContext } from '../rules/rule'
import { signOf, signsIn } from '../signs'
import { scales } from '.'
import { ipcc } from './ipcc'
import type { OwnSentence } from './own'
import type { Scale, Term } from './scale'

/** A degree of likelihood in a sentence: the term, and the scale it is of. */
export interface FoundTerm extends Span {
  term: Term
  scale: Scale
}

// From a form to its terms, one for each scale that has it.
let byForm = new Map<string, { term: Term; scale: Scale }[]>()
for (let scale of [...scales.values(), ipcc]) {
  for (let term of scale.terms) {
    for (let form of [term.term, ...term.forms]) byForm.set(form, [...(byForm.get(form) ?? []), { term, scale }])
  }
}
let forms = [...byForm.keys()].sort((a, b) => b.length - a.length)
let pattern = new RegExp(
  `(?<![\\p{L}\\p{N}-])(?:${forms.map(form => form.replaceAll(' ', '\\s{1,20}')).join('|')})(?![\\p{L}\\p{N}-])`,
  'giu'
)

let telling = /likel|probab|certain|chance|odds|remote|possibility/
/** Of a word that each form has. */
export let likelihoodSign = signOf(forms.flatMap(form => form.split(' ').filter(word => telling.test(word))).join(' '))

/** How far around a term we look, so that any text takes linear time. */
let reach = 80

/**
 * The degrees of likelihood a sentence states, each with the terms of the scales that have it: of the scale asked for if that has it.
 * Words that only look like one are left out: a likely source, a remote area, more likely than the other.
 *
 * @param words the writer's own (`proseOf`)
 * @param signs those in the words (`signsIn`)
 */
export function termsIn(words: string, own?: Scale, signs = signsIn(words)): FoundTerm[] {
  let found: FoundTerm[] = []
  // Most sentences hold none.
  if ((signs & likelihoodSign) === 0) return found
  for (let match of words.matchAll(pattern)) {
    let from = match.index
    let to = from + match[0].length
    let form = match[0].toLowerCase().replace(/\s+/g, ' ')
    // A mark before it says that the sentence began earlier.
    let head = (from > reach ? '…a ' : '') + words.slice(Math.max(0, from - reach), from)
    let tail = words.slice(to, to + reach)
    if (!isDegree(form, head, tail)) continue
    let meant = byForm.get(form)!
    found.push({ from, to, ...(meant.find(({ scale }) => scale === own) ?? meant[0]) })
  }
  return found
}

/** The same of a sentence of the writer's: several rules ask, mostly for one scale. */
export function termsOf(own: OwnSentence, scale?: Scale): FoundTerm[] {
  if (!own.terms || own.terms.scale !== scale) own.terms = { scale, found: termsIn(own.words, scale, own.signs) }
  return own.terms.found
}

let comparing = /\b(?:more|less|most|least|equally|so|how|as|not|too|increasingly)\s+$/i
let chance = '(?:chances?|possibilit(?:y|ies)|probabilit(?:y|ies)|likelihood|odds|prospects?)'
let beforeNoun =
  /\b(?:the|an?|this|that|these|those|its|their|his|her|our|my|your|any|no|some|every|each|other|another|many|few|several|two|three|of|among|for|from|with|by|between|without|on|and|or)\s+$/i
// What follows a term that says something of a whole clause, and not of a noun.
let noNoun =
  /^(?:[^\s\p{L}]|\s+(?:to|that|before|by|in|on|at|after|within|while|when|if|and|or|but|for|as|than|because|until|during|this|next|so|given|unless|even|only|from|without|with|since|under|over|through|then|too|although|though)\b|\s*$|\s+\P{L})/iu

function isDegree(form: string, head: string, tail: string): boolean {
  if (/^remote/.test(form)) return isRemote(form, head, tail)
  if (form === 'more likely than not' && /\b(?:no|any|hardly|not)\s+$/i.test(head)) return false
  if (
    form === 'realistic possibility' ||
    /(?:chance|odds)$/.test(form) ||
    /^(?:about|roughly|just|as|more) /.test(form)
  )
    return true
  if (/ly$/.test(form) && !/likely$/.test(form)) return true
  if (comparing.test(head) && !/\bas\s+$/i.test(head)) return false
  if (/\bas\s+$/i.test(head) && /^\s+as\b/.test(tail)) return false
  let isFirst = /^\W*(?:[A-Z][a-z]+(?: wrong)?:)?\W*$/.test(head)
  return !((isFirst || beforeNoun.test(head)) && !noNoun.test(tail))
}

// An area, a village, a control; only a chance is remote in this sense, or what is assessed as remote.
function isRemote(form: string, head: string, tail: string): boolean {
  if (form !== 'remote') return true
  if (new RegExp(`^\\s+${chance}\\b`, 'i').test(tail)) return true
  if (/\b(?:assess|judge|rate|regard|consider)\p{L}{0,3}\b.{0,60}\bas\s+$/iu.test(head)) return true
  return new RegExp(`\\b${chance}\\b.{0,60}\\b(?:is|are|was|were|remains?|seems?|as|looks?)\\s+$`, 'i').test(head)
}

let speaking =
  /(?<![\p{L}-])(?:(?:un)?likel(?:y|ihood)|(?:im)?probab\p{L}{1,6}|chances?|odds|(?:almost|nearly|virtually|most) certain|certainly|(?:im)?possib\p{L}{1,5}|may|might|could|[Pp]erhaps|[Cc]onceivabl[ey]|[Pp]ossibly|rule out|ruled out|doubtful|remote)(?![\p{L}-])/u

/** Whether a sentence says anything of how likely something is, in whatever words; in doubt, yes. */
export function speaksOfLikelihood(words: string): boolean {
  return speaking.test(words) || /\d\s?(?:%|per ?cent\b)/.test(words) || termsIn(words).length > 0
}

/** A percentage that is a likelihood: “a 60 per cent chance”, “70% likely”, “a probability of 60 per cent”. In a poll it is not. */
export function likelihoodNumbers(words: string): (Span & Range)[] {
  let found: (Span & Range)[] = []
  if (!/\d/.test(words)) return found
  for (let match of words.matchAll(number)) {
    let from = match.index
    let to = from + match[0].length
    let head = words.slice(Math.max(0, from - reach), from)
    let tail = words.slice(to, to + reach)
    if (/^\W{0,3}(?:chance|likelihood|probability|likely|probable)\b/i.test(tail) || chanceOf.test(head))
      found.push({ from, to, ...rangeOf(match) })
  }
  return found
}
let chanceOf =
  /\b(?:chances?|probability|likelihood|odds)\s+(?:of|at|is|as|stands? at|are)\s+(?:about |around |roughly |some |at |~|≈)*$/i

/** Per cent; `low` and `high` are the same where one number is given. */
export interface Range {
  low: number
  high: number
}

let digits = String.raw`(\d{1,3}(?:\.\d{1,3})?)`
let range = String.raw`${digits}(?:\s?(?:%|per ?cent))?(?:\s?(?:-|–|to)\s?${digits})?\s?(?:%|per ?cent\b)`
let number = new RegExp(`(?<![\\d.,])${range}`, 'g')
let inBrackets = new RegExp(
  `^\\s{0,3}\\((?:(?:about|around|roughly|some|i\\.e\\.|ca?\\.|~|≈)\\s?)?(${range})(?:\\s(?:chance|probability|likelihood))?\\)`
)

/** The number in brackets behind a term: “likely (60-70 per cent)”. The span is that of the number. */
export function numberBehind(words: string, term: Span): (Span & Range) | undefined {
  let match = inBrackets.exec(words.slice(term.to, term.to + reach))
  if (!match) return undefined
  let from = term.to + match[0].indexOf(match[1])
  return { from, to: from + match[1].length, ...rangeOf([match[1], match[2], match[3]]) }
}

function rangeOf(match: (string | undefined)[]): Range {
  let low = Number(match[1])
  return { low, high: match[2] === undefined ? low : Number(match[2]) }
}

/** The scale of the profile that a note is checked against, if that has one. */
export function scaleOf(context: NoteContext): Scale | undefined {
  return scales.get(context.profile)
}
