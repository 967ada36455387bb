import type { Span } from '../model'

/** Spans of the block that end no sentence inside themselves: quotations, code, addresses, citations, links. */
export interface Obstacle extends Span {
  kind: 'citation' | 'mention' | 'whole'
}

// Abbreviations that end no sentence (section 11 of the markup), without their last full stop. Single letters with stops
// between (initials, U.S., e.g.) are found by their shape.
let abbreviations =
  'Mr Mrs Ms Mx Messrs Dr Prof Md Mohd St Mt Rev Hon Gen Lt Col Maj Capt Cmdr Sgt Adm Brig Gov Sen Rep Pres Amb Insp Supt ' +
  'eg ie vs cf ca approx viz tel Tel ext Ext Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec ' +
  // Of the languages that sources and notes are often in.
  'Mio Mrd Tsd bzw Hr Sr Sra Srta Sres inż'
// These end none only when a number follows: “No. 5”, but “He said no.”
let beforeNumber =
  'No Nos no nos p pp para paras sec art arts Art Arts ch fig figs vol Nr Abs Ziff Bd Kap pág núm nr poz'
// A German ordinal: the 1. Juli. Months that are written alike in English want a German word before the number.
let ordinal = /(?<![\p{L}\p{Nd}.,:-])\p{Nd}{1,2}$/u
let germanMonth = /^(?:Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember)(?!\p{L})/u
let sharedMonth = /^(?:April|August|September|November)(?!\p{L})/u
let germanBefore = /(?<!\p{L})(?:am|vom|zum|bis|der|den|dem|des|ab|seit|und|im|Am|Vom|Zum|Bis|Ab|Seit)\s\p{Nd}{1,2}$/u
// The mark of a footnote, which is no citation.
let footnote = /\[\^[^\]\s]{1,100}\]/y

let fixed = new Set(abbreviations.split(' '))
let numbered = new Set(beforeNumber.split(' '))

let rare = '․‥。！？﹒．｡؟۔।'
let terminators = new RegExp(`[.!?${rare}]`, 'g')
let rareTerminators = new Set([...rare].map(char => char.charCodeAt(0)))
let isTerminator = (code: number) =>
  code < 0x600 ? code === 46 || code === 33 || code === 63 : rareTerminators.has(code)
let isFullStop = (char: string) => '.․﹒．'.includes(char)
let close = /[\p{Pe}\p{Pf}\p{Pi}"'*_~]/u
let continues = /[,\-–—:;]/
let letter = /\p{L}/u
let rule = /^(?:-{4}|_{4}|\*{4})/
// Who spoke the words before: a few words that are no sentence of their own, and a verb of saying.
let speech =
  /^[\s,]*(?!Nobody|None|No )(?:[\p{L}\p{M}.'’-]+[\s,]+){0,8}?(?:said|says|asked|asks|added|adds|told|tells|replied|replies|wrote|writes|wondered|wonders|answered|answers|demanded|demands|shouted|cried|exclaimed|inquired|enquired|noted|notes|warned|warns|insisted|insists|argued|argues|joked|quipped|continued)(?!\p{L})/u

/**
 * Sentences of a block's text, as offsets into it. Unicode's rules (UAX 29, SB6–SB11) with the markup's exceptions: abbreviations,
 * nothing ends inside an obstacle, a mention begins a sentence whatever its letter, and citations straight after the
 * end belong to what they follow. `obstacles` are sorted and disjoint. Linear.
 */
export function findSentences(text: string, obstacles: Obstacle[], extra: ReadonlySet<string>): Span[] {
  let found: Span[] = []
  let from = spaceEnd(text, 0)
  let next = 0
  let i = 0
  // The first terminator at or behind `i`.
  let stop = -1
  while (i < text.length) {
    while (next < obstacles.length && obstacles[next].to <= i) next++
    let obstacle = obstacles[next]
    if (obstacle && obstacle.from <= i) {
      // A quotation that ends its sentence inside its marks (“… over.”) ends it for the writer, too.
      let inner = obstacle.to - 2
      i = obstacle.to
      if (obstacle.kind !== 'whole' || !isTerminator(text.charCodeAt(inner)) || !/["“”«»]/.test(text[i - 1])) continue
      let end = boundary(text, inner, obstacles, next + 1, extra)
      if (end < i) continue
      i = push(end)
      continue
    }
    let limit = obstacle ? obstacle.from : text.length
    if (stop < i) stop = nextTerminator(text, i)
    i = Math.min(stop, limit)
    if (i === limit) continue
    let end = boundary(text, i, obstacles, next, extra)
    i = end < 0 ? i + 1 : push(end)
  }
  if (from < text.length) push(text.length)
  return found

  function push(end: number) {
    found.push({ from, to: end })
    return (from = spaceEnd(text, end))
  }
}

function nextTerminator(text: string, from: number): number {
  terminators.lastIndex = from
  return terminators.test(text) ? terminators.lastIndex - 1 : text.length
}

// Where the sentence that the terminator at `at` ends is over (closing marks and citations included), or -1.
function boundary(text: string, at: number, obstacles: Obstacle[], next: number, extra: ReadonlySet<string>): number {
  let i = at
  while (i < text.length && isTerminator(text.charCodeAt(i))) i++
  let stop = i - 1
  while (i < text.length) {
    while (next < obstacles.length && obstacles[next].from < i) next++
    let obstacle = obstacles[next]
    if (obstacle?.from === i && obstacle.kind === 'citation') i = obstacle.to
    else if (text.charCodeAt(i) !== 32 && close.test(text[i]) && !(obstacle?.from === i)) i++
    else {
      let mark = text[i] === '[' ? footnoteEnd(text, i) : i
      if (mark === i) break
      i = mark
    }
  }
  let end = i
  let quoted = end > stop + 1 && /["”“»«]/.test(text[end - 1])
  i = spaceEnd(text, i)
  // Citations after a space: with nothing behind them, or after a closing quotation mark, they belong to what they
  // follow; else they begin the next sentence.
  let cited = end
  let begin = i
  while (next < obstacles.length && obstacles[next].from < i) next++
  while (obstacles[next]?.from === i && obstacles[next].kind === 'citation') {
    cited = obstacles[next++].to
    i = spaceEnd(text, cited)
  }
  if (i === text.length || quoted) end = cited
  else i = Math.max(begin, i)
  if (i === text.length) return end
  let isFull = isFullStop(text[stop])
  let mention = obstacles[next]?.from === i && obstacles[next].kind === 'mention'
  if (i === end && isFull && end === stop + 1) {
    // Nothing between: 3.14 and a.b.C are one (SB6, SB7); after a digit, a letter begins anew.
    if (/\p{N}/u.test(text[i]) || mention) return -1
    if (/\p{L}$/u.test(text.slice(Math.max(0, at - 2), at)) && letter.test(text[i])) return -1
  }
  // A line of dashes parts what stands above it from what stands below, also where line breaks have been lost.
  if (rule.test(text.slice(i, i + 4))) return end
  if (continues.test(text[i]) || isTerminator(text.charCodeAt(i))) return -1
  if (!isFull && !quoted) return end
  // “Is it over?” Tolen asked.
  if (!isFull && speech.test(text.slice(mention ? obstacles[next].to : i, i + 100))) return -1
  if (isFull && stop === at && isAbbreviation(text, at, i, extra)) return -1
  if (mention) return end
  // SB8: a small letter, with only digits and marks before it, goes on with the sentence. We also ask it after
  // a quotation's own “?” or “!”: “Is it over?” he asked.
  for (let j = i; j < text.length; ) {
    let char = String.fromCodePoint(text.codePointAt(j)!)
    if (/\p{Ll}/u.test(char)) return -1
    if (letter.test(char) || isTerminator(text.charCodeAt(j)) || char === '@') break
    j += char.length
  }
  return end
}

// Whether the full stop at `at` belongs to the word before it; `next` is where the text goes on.
function isAbbreviation(text: string, at: number, next: number, extra: ReadonlySet<string>): boolean {
  let from = at
  while (from > 0 && at - from < 24 && isWordPart(text.charCodeAt(from - 1))) from--
  let word = text.slice(from, at)
  if (fixed.has(word) || extra.has(word)) return true
  if (numbered.has(word)) return /[\dIVXivx]/.test(text[next])
  if (word === '') return isOrdinal(text.slice(Math.max(0, at - 10), at), text.slice(next, next + 10))
  // “z. B.”, “p. ej.”: letters with a space between them.
  if (/^\p{Ll}$/u.test(word) && /^\p{L}{1,2}\./u.test(text.slice(next, next + 4))) return true
  if (/^\p{L}$/u.test(word))
    return /^\p{Lu}$/u.test(word) && /(?:^|[\s(“"„«])$/.test(text.slice(Math.max(0, at - 2), at - 1))
  return /^(?:\p{L}\.)+\p{L}$/u.test(word)
}

let isOrdinal = (head: string, tail: string) =>
  (germanMonth.test(tail) || (sharedMonth.test(tail) && germanBefore.test(head))) && ordinal.test(head)

function footnoteEnd(text: string, at: number): number {
  footnote.lastIndex = at
  return footnote.test(text) ? footnote.lastIndex : at
}

let isWordPart = (code: number) =>
  code < 128
    ? (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 46
    : /[\p{L}\p{M}]/u.test(String.fromCharCode(code))

function spaceEnd(text: string, at: number) {
  for (; at < text.length; at++) {
    let code = text.charCodeAt(at)
    if (code > 32 && code < 128) break
    if (code !== 32 && !/\s/.test(text[at])) break
  }
  return at
}
