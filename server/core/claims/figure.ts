import type { Span } from '../model'
import { digitSign, signOf } from '../signs'

let month =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)'
// The same in German, French, Spanish, Italian, Polish and Dutch.
export let otherMonth =
  '(?:Januar|Februar|März|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|gennaio|febbraio|aprile|maggio|giugno|luglio|settembre|ottobre|dicembre|stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia|januari|februari|maart|mei|juni|juli|augustus|oktober)'
// A run of digits, as numbers, dates and times are written. It begins where no other run goes on, so each is read once.
let number = /(?<![\p{Nd}.,:-])\p{Nd}+(?:[.,:\u00a0\u202f]\p{Nd}+)*(?:-\p{Nd}{2}){0,2}(?![\p{Nd}])/gu
let spelled =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)\s(?:per ?cent|percent)\b/iu
let scale = String.raw`(?:\s(?:hundred|thousand|million|billion|trillion|[mb]n\b))?`
let unitAfter = new RegExp(
  `^(?:\\s?%|${scale}[\\s-](?:per ?cent|percent|pct|percentage points?|basis points)\\b|\\s?(?:[mb]n|[kmb])\\b|${scale})`,
  'u'
)
let dateAfter = new RegExp(
  `^(?:(?:st|nd|rd|th)?\\s(?:of\\s)?${month}\\b|\\.?\\s(?:de\\s)?(?:${otherMonth}|${month})(?!\\p{L}))(?:,?\\s(?:de\\s)?\\d{4}\\b)?`,
  'u'
)
// A month before what is no day of it: “bis Ende Juni 45 Stellen”.
let monthBefore = new RegExp(`(?<!\\p{L})${otherMonth}\\s$`, 'u')
// “9 h 30”, “14 Uhr”, “2pm”.
let hourAfter = /^\s?(?:h\s?\p{Nd}{2}(?!\p{Nd})|Uhr(?!\p{L})|[ap]\.?m(?!\p{L}))/u
let dateBefore = new RegExp(`\\b${month}\\.?\\s$`)
let money = /(?:[$€£¥₽₴₹]|\b(?:USD|EUR|GBP|CHF|JPY|CNY))\s?$/

// What a number only counts or names: Article 5, section 3, Pier 4. A capital before a number names it, unless it opens the sentence.
let naming =
  /(?:\b(?:section|page|pages|pp?|chapter|table|figure|fig|chart|annex|appendix|part|step|phase|option|item|point|note|ext|extension|tel|phone|fax|hall|hangar|shed|silo|tank|lot|suite|flat|platform|resolution|footnote|paragraph|para|column|row|line|room|pier|berth|dock|bay|frame|gate|route|level|tier|grade|group|stage|scenario|hypothesis|question|version|case|category|type|class|article|clause|rule|box|map|no|nos|number|round|day|week)\.?|\p{Lu}[\p{L}.]*)\s$/u
let opening =
  /^\W*A[.:]\s$|(?:^|[\s(])(?:In|On|Of|By|Since|About|Some|Nearly|Almost|Over|Under|From|Until|Till|After|Before|Between|The|A|An|At|For|To|With|Around|Roughly|Only|Just|Another|These|Those|All|Both|Its|Their|His|Her|Up|More|Fewer|Less|Than|As|And|But|Or|Early|Late|Mid|Through|During|Against|Within|There|Are|Is|Was|Were)\s$/

// What stands between the name and the last of several numbers: “Arts 110–113”, “rooms 2, 3 and 12”.
let others = /(?:\p{Nd}+(?:\s?[–—-]\s?|,\s|\s(?:and|or|to)\s)){1,6}$/u
// Of several numbers only: “berths 12 boats” counts them.
let namingMany =
  /\b(?:sections|articles|arts|clauses|rules|chapters|tables|figures|lines|rooms|piers|berths|docks|gates|routes|schools|days|weeks|items|points|questions)\.?\s$/i
let goesOn = /^(?:,\s|\s?[–—-]\s?|\s(?:and|or|to)\s)\p{Nd}/u
// “UTC+3”; a telephone's number.
let zone = /\b(?:UTC|GMT)\s?[+\u2212–-]\s?$/
let dialled = /\+\p{Nd}{1,3}[ \p{Nd}()-]{1,20}$/u

/** Without it a text has no figure. */
export let counting = digitSign | signOf('cent percent')

/**
 * The first figure, percentage, sum or date that a sentence asserts. Not one that only names something (Article 5, the 2030
 * harvest, COVID-19), orders it ((1), day 3) or states a likelihood, nor the date of the note itself.
 *
 * @param text the writer's own words (`proseOf`)
 * @param own ISO dates of the note
 */
export function figureIn(text: string, own: (string | undefined)[]): Span | undefined {
  for (let figure of figuresIn(text)) {
    if (!own.some(date => date && isDay(text.slice(figure.from, figure.to), date))) return figure
  }
  let words = /per ?cent/i.test(text) ? spelled.exec(text) : undefined
  return words && !isEstimate(text.slice(words.index + words[0].length, words.index + words[0].length + 60))
    ? { from: words.index, to: words.index + words[0].length }
    : undefined
}

/** The same of all that are written in digits, the note's own date too: each with its unit, its currency or the rest of its date. */
export function* figuresIn(text: string): Iterable<Span> {
  let end = 0
  for (let found of text.matchAll(number)) {
    let from = found.index
    let to = from + found[0].length
    if (from < end) continue
    let head = text.slice(Math.max(0, from - 60), from)
    let tail = text.slice(to, to + 60)
    let span = figureAt(found[0], head, tail)
    if (!span || isEstimate(tail.slice(span.after))) continue
    let figure = { from: from - span.before, to: to + span.after }
    end = figure.to
    yield figure
  }
}

// How far the figure reaches before and after its digits, if it is one.
function figureAt(digits: string, head: string, tail: string): { before: number; after: number } | undefined {
  let before = money.exec(head)?.[0].length ?? 0
  let unit = unitAfter.exec(tail)?.[0].length ?? 0
  if (before || /%|cent|pct|point/.test(tail.slice(0, unit))) return { before, after: unit }
  let isIsoDate = /^\d{4}-\d\d/.test(digits)
  if (
    /[\p{L}/#§&@_'’^-]$/u.test(head) ||
    (/^(?:[\p{L}/]|-\p{L}|['’]s\b)/u.test(tail) && !dateAfter.test(tail) && !hourAfter.test(tail))
  )
    return undefined
  if (isIsoDate) return { before: 0, after: 0 }
  if (zone.test(head) || isDialled(digits, head, tail) || street.test(tail)) return undefined
  let day = dateAfter.exec(tail)?.[0].length ?? hourAfter.exec(tail)?.[0].length
  if (day) return { before: 0, after: day }
  let named = dateBefore.exec(head)?.[0].length
  if (named) return { before: named, after: /^,\s\d{4}\b/.exec(tail)?.[0].length ?? 0 }
  if (/\($/.test(head) && /^\)/.test(tail) && digits.length < 3) return undefined
  if (/^\)/.test(tail) && digits.length < 3 && !head.includes('(')) return undefined
  let listed = head.replace(others, '')
  if (naming.test(listed) && !opening.test(listed) && !monthBefore.test(listed)) return undefined
  if (namingMany.test(listed) && (listed !== head || goesOn.test(tail))) return undefined
  // The Protocol (2012), the protocol of 2012: the year tells which.
  if (isYear(digits) && ((/\($/.test(head) && /^\)/.test(tail)) || works.test(head))) return undefined
  if (isYear(digits) && /\b(?:the|this|that|a|an|its|their|his|her)\s$/i.test(head) && /^\s\p{L}/u.test(tail))
    return undefined
  return { before: 0, after: unit }
}

// “10 Weaver Street”
let street =
  /^[a-z]?\s(?:\p{Lu}[\p{L}'’-]{1,20}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Row|Square|Drive|Way|Place|Boulevard|Blvd|Terrace|Crescent)\b/u

let isDialled = (digits: string, head: string, tail: string) =>
  // (555) 013-4417, 555-013-4417
  (/\($/.test(head) && /^\)[ -]?\p{Nd}{3}[ -]\p{Nd}{3,4}(?!\p{Nd})/u.test(tail)) ||
  /\(\p{Nd}{3}\)[ -]?(?:\p{Nd}{3}[ -])?$/u.test(head) ||
  (/^\p{Nd}{3}$/u.test(digits) && /^-\p{Nd}{3}-\p{Nd}{4}(?!\p{Nd})/u.test(tail)) ||
  dialled.test(head) ||
  (/\+$/.test(head) && /^[ -]\(?\p{Nd}{2}/u.test(tail)) ||
  (/^0\p{Nd}{2,}$/u.test(digits) && /\p{Nd}{2}[ -]$/u.test(head)) ||
  /^[ -]0\p{Nd}{2,}(?!\p{Nd})/u.test(tail)

let works =
  /\b(?:protocol|treaty|agreement|accord|convention|constitution|act|law|bill|code|charter|report|brief|edition|study|survey|census|election|elections|summit|war|crisis|season|harvest|budget)s? of\s$/i

let isYear = (digits: string) => /^(?:1[5-9]|20|21)\d\d$/.test(digits)

// A likelihood is the writer's: “a 60 per cent chance”, “70 % likely”.
let isEstimate = (tail: string) =>
  /^\W{0,3}(?:\p{L}+\s){0,1}(?:chance|likelihood|probability|odds|likely|probable|confident|confidence|certain)\b/u.test(
    tail
  )

let months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

// Whether “14 March 2031”, “March 14, 2031”, “March 14” or “2031-03-14” is the ISO date.
function isDay(words: string, iso: string): boolean {
  if (words === iso) return true
  let [year, month, day] = iso.split('-').map(Number)
  let numbers = (words.match(/\d+/g) ?? []).map(Number)
  let name = /\p{L}{3,}/u
    .exec(words.replace(/\d(?:st|nd|rd|th)/, ''))?.[0]
    .slice(0, 3)
    .toLowerCase()
  return (
    !!name &&
    months.indexOf(name) + 1 === month &&
    numbers.includes(day) &&
    (numbers.length === 1 || numbers.includes(year))
  )
}
