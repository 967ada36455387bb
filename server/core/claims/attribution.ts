import type { Span } from '../model'
import { signOf } from '../signs'

let words = (list: string) => new Set(list.trim().split(/\s+/))

// Verbs that report speech whatever follows.
let plain = words(`said says told tells warned warns argued argues insisted insists testified testifies reiterated
  reiterates replied replies`)
// The same with a plural: only behind a plural, as “say” and “warn” are nouns and commands, too.
let plural = words('say warn argue insist')
// Verbs that report speech before “that”, and mean something else elsewhere.
let beforeThat = words(`stated announced announces confirmed confirms acknowledged acknowledges admitted admits conceded
  concedes added adds noted suggested wrote writes explained explains predicted predicts promised complained complains
  maintained maintains claimed declared declares alleged alleges asserted asserts remarked remarks recalled hinted denied
  denies disclosed revealed reported vowed pledged commented observed observes stressed stresses emphasised emphasized
  emphasises emphasizes underlined cautioned cautions`)
// Nouns, too: “reports that”, “member states that”. They want somebody who can speak before them.
let alsoNouns = words('notes reports states claims promises hints suggests')
let beforeTo = words('vowed pledged promised')
let denying = words('denied denies')
// What is done by saying it, with what has to follow.
let acts: { [verb: string]: RegExp } = {}
for (let verb of ['accused', 'accuses']) acts[verb] = /^\s[^.;:]{1,70}\sof\s/
for (let verb of ['called', 'calls']) acts[verb] = /^\sfor\s(?!him|her|them|us|me)/
for (let verb of words('urged urges')) acts[verb] = /^\s(?!to\b|by\b)[\p{L}@]/u
for (let verb of words('blamed condemned denounced criticised criticized demanded'))
  acts[verb] = /^\s(?!by\b|for\b|to\b|building|cell)[\p{L}@]/u

let verbs = new Set([...plain, ...plural, ...beforeThat, ...alsoNouns, ...beforeTo, ...Object.keys(acts)])
/** Without it nobody says anything: “according to”, “in the words of”, “quoted as saying”, and the verbs. */
export let attributing = signOf(`according words quoted ${[...verbs].join(' ')}`)

/** The verbs of saying in a text, with their places: whole words, looked up one by one. One pattern of them all would be tried at each letter. */
export function* verbsIn(text: string): Generator<{ word: string; from: number; to: number }> {
  for (let from = 0; from < text.length; ) {
    let to = from
    while (to < text.length && isLetter(text, to)) to++
    let word = to - from > 2 ? text.slice(from, to) : ''
    if (verbs.has(word)) yield { word, from, to }
    from = to + 1
  }
}

function isLetter(text: string, at: number): boolean {
  let code = text.charCodeAt(at)
  if (code < 128) return (code | 32) >= 97 && (code | 32) <= 122
  let isLow = code >= 0xdc00 && code <= 0xdfff
  return /^\p{L}/u.test(text.slice(isLow ? at - 1 : at, at + (isLow ? 1 : 2)))
}

/**
 * Where a sentence says that somebody said something: the verb of saying, `according to`. Undefined when nobody does, or when it
 * speaks of what was not said, may be said, or is only a manner of speaking (“that said”, “according to plan”). English only.
 *
 * @param text the writer's own words (`proseOf`)
 */
export function attributionIn(text: string): Span | undefined {
  let named = namedSource(text)
  if (named) return named
  for (let { word, from, to } of verbsIn(text)) {
    let head = text.slice(Math.max(0, from - reach), from)
    let tail = text.slice(to, to + reach)
    if (reports(word, tail) && isSaidBySomebody(word, head, tail)) return { from, to }
  }
  return undefined
}

// How far around the verb we look, so that any text takes linear time.
let reach = 80

function reports(verb: string, tail: string): boolean {
  if (plain.has(verb)) return !idle.test(tail) && !(/^argue/.test(verb) && /^\s+(?:over|about)\b/.test(tail))
  if (plural.has(verb)) return !idle.test(tail) && !/^(?:,|\s+(?:over|about|in)\b)/.test(tail)
  if (denying.has(verb)) return denial.test(tail)
  if (acts[verb]) return acts[verb].test(tail)
  if (beforeTo.has(verb) && /^\s+to\b/.test(tail)) return true
  // “announced that day”: no clause follows.
  return /^\s+that\b(?!\s+(?:same |very )?(?:day|night|morning|afternoon|evening|week|month|season|year|time)s?\b)/.test(
    tail
  )
}

// What follows where nothing was said, or nobody speaks: “said nothing”, “told to wait”.
let idle =
  /^\s+(?:to|nobody|the (?:truth|time)|(?:a )?(?:lies?|stor(?:y|ies)|tales?)|hello|goodbye|thanks|grace|mass|sorry|it all|nothing|little|and done|apart|no(?=\s*(?:[.,;:]|to\b|$)))(?!\p{L})/u

let denial =
  /^\s+(?:that|this|(?:all|any|much|most) of (?:that|this|it)|having|any|it|wrongdoing|involvement|responsibility|reports?|claims?|(?:the|these|those|such|all) (?:reports?|claims?|charges?|allegations?|accusations?|rumou?rs?)|\p{L}{1,20}ing)\b/u

// Words that no speaker is named by: articles, forms of “be”, what makes the verb a noun or a mere possibility.
let noSubject =
  words(`to we i us not be been being is are was were am it that having who which what this these those the a an no
  any all such its his her their our my your can could may might should would must will shall never or so as than enough
  well little least needless nobody none nothing everything one often half truth suffice let with of in on for from by at
  some many more most several few other another both each every everybody everyone somebody someone`)
let notSpeaking =
  words(`evidence history experience logic prudence arithmetic pattern patterns trend trends timing silence chart
  graph model models clock calendar sign signs map theory proverb number numbers figure figures data sense record records
  result results weather price prices intuition wisdom`)
let speakers =
  words(`he she they minister ministers ministry official officials spokesman spokeswoman spokesperson spokespeople
  government governments president chairman chairwoman chair director secretary ambassador negotiator envoy general judge court
  police analyst analysts expert experts critic critics source sources witness witnesses agency committee council company union
  operator insurer party parties office officer officers paper newspaper editor reporter correspondent author authors
  statement report diplomat diplomats lawyer lawyers economist economists researchers people residents neighbour neighbours`)
let passedOver =
  words(`has have had also then later again once repeatedly even still now since already long first just himself
  herself themselves itself and but`)

function isSaidBySomebody(verb: string, head: string, tail: string): boolean {
  let start = head.length
  while (start > 0 && !',;:(–—'.includes(head[start - 1])) start--
  let clause = head.slice(start)
  if (/\b(?:if|unless|whether|until|in case|suppose|neither|nor|no|none|nobody|never|few|what)\b/i.test(clause))
    return false
  let rest = head
  for (let i = 0; i < 4; i++) {
    let last = /([\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}'’-]*)[\s,)*_]*$/u.exec(rest)
    // Nobody before the verb: after a quoted term the speaker stands behind it, “…”, said Tolen.
    if (!last) return plain.has(verb) && /^\s+\p{Lu}/u.test(tail)
    let word = last[1].toLowerCase()
    if (passedOver.has(word) || (/ly$/.test(word) && !/^\p{Lu}/u.test(last[1]))) rest = rest.slice(0, last.index)
    else return speaks(last[1], verb, rest)
  }
  return false
}

function speaks(subject: string, verb: string, head: string): boolean {
  let word = subject.toLowerCase()
  if (noSubject.has(word) || notSpeaking.has(word)) return false
  // “Art. 7 says so”: that is where.
  if (/\b(?:art|article|section|clause|rule|para|paragraph|schedule)\.?\s\p{N}[\p{N}()a-z.]*\W*$/iu.test(head))
    return false
  if (/\b(?:[Oo]ur|[Mm]y|[Tt]his|[Tt]he (?:present|previous|earlier|last|next|above))\s+\p{L}{1,20}\W*$/u.test(head)) {
    if (/^(?:brief|note|memo|paper|report|section|page|chapter|assessment|analysis|annex|table|figure)s?$/.test(word))
      return false
  }
  let isName = /^\p{Lu}/u.test(subject) && !/^(?:Member|The|A|An|In|On|At|By)$/.test(subject)
  if (alsoNouns.has(verb) || acts[verb]) {
    // The first word of a sentence has its capital for that: “Unsupported claims that …”.
    let isFirst = head.trimEnd() === subject
    return speakers.has(word) || /^N+$/.test(subject) || (isName && !isFirst && verb !== 'states')
  }
  if (plural.has(verb)) return isName || speakers.has(word) || /[^s]s$/.test(word)
  return true
}

let naming = /\b(?:[Aa]ccording to|[Ii]n the words of|quoted as saying)(?!\p{L})/gu
let manner =
  words(`plan plans schedule timetable calendar rule rules law custom size sizes type types need needs season weather
  tide tides whether how what which who ability rank date dates age order kind kinds number numbers colour color preference
  preferences circumstances conditions standard standards method methodology design specification our us my me this these`)

function namedSource(text: string): Span | undefined {
  for (let found of text.matchAll(naming)) {
    let span = { from: found.index, to: found.index + found[0].length }
    if (!/^according/i.test(found[0])) return span
    let after = text.slice(span.to, span.to + reach)
    let first = (/^[^,.;:()]*/.exec(after)?.[0] ?? '').trim().split(/\s+/).slice(0, 4)
    if (first.some(word => /^\p{Lu}/u.test(word)) || !first.some(word => manner.has(word.toLowerCase()))) return span
  }
  return undefined
}
