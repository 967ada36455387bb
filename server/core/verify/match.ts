import type { Span } from '../model'
import { foldText } from './fold'
import { negation } from './negation'
import { indexOfWords } from './search'
import { type Voice, voiceAt } from './voices'

/** The words of a quotation made ready to be looked for: folded, and cut at the marks by which the writer left words out or changed them. */
export interface Wanted {
  /** As the note writes them. */
  words: string
  /** Folded as a whole; the comma or full stop before the closing mark taken off. */
  whole: string
  /** The same without quotation marks at its ends, if it has any: who cuts a quotation within the words closes it, too. */
  bare?: string
  /** The stretches between editorial marks, in order; one when there is no mark. */
  parts: Part[]
}
export interface Part {
  text: string
  /** What parts it from the one before: words left out, or replaced and added. */
  gap?: 'omitted' | 'changed'
  /** The words that replace the source's deny something. */
  denies?: boolean
  /** Words in brackets before it. */
  replaced?: string
  /** Where the mark before it stands in the quotation's words. */
  mark?: Span
}

/** How far apart, in folded characters, the parts of one edited quotation may stand. */
let reach = 600
/** How much of the source words in brackets may replace: a name with its titles, no clause. */
let replaced = 80

// Round and angle brackets are no marks of ours, but around an ellipsis and *sic* they are what many write.
let editorial =
  /(?<omitted>\\?[[(<]\s?(?:…{1,2}|\.(?:\s?\.){2,3})\s?\\?[\])>]|…|\.(?:\s?\.){2,3})|(?<!\p{L})\[(?<letter>\p{L})\](?=\p{L})|[[(](?<sic>[*_]{0,2}sic[*_]{0,2})[!.?]?[\])]|\[[^[\]]{0,120}\]/giu

export function wanted(words: string): Wanted {
  let whole = trimEnd(foldText(words).trim())
  let bare = withoutMarks(whole)
  // Without a bracket or full stops there is no mark to cut at.
  if (!/[[…]|\.\s?\.\s?\.|\([Ss][Ii][Cc]/.test(words))
    return { words, whole, bare, parts: /[\p{L}\p{N}]/u.test(whole) ? [{ text: bare ?? whole }] : [] }
  let parts: Part[] = []
  let from = 0
  let next: Part = { text: '' }
  let finish = (to: number, gap?: Part['gap']) => {
    let text = foldText(next.text + words.slice(from, to)).trim()
    let isEmpty = !/[\p{L}\p{N}]/u.test(text)
    // Marks beside what is left out may have been set for the sentence as it is now.
    let kept = trimEnd((withoutMarks(text) ?? text).replace(next.gap ? /^[,;:.]\s/ : '', ''))
    if (!isEmpty) parts.push({ ...next, text: kept })
    // Of two marks that touch, one for words left out counts for both.
    next = { text: '', gap: isEmpty && next.gap === 'omitted' ? 'omitted' : gap }
  }
  for (let { index, 0: mark, groups } of words.matchAll(editorial)) {
    let at = { from: index, to: index + mark.length }
    if (groups?.sic) next.text += words.slice(from, index).trimEnd()
    else {
      // The rest of a word that is partly in brackets is changed with it: go[es].
      if (!groups?.omitted && !groups?.letter) at = wordAround(words, from, at)
      finish(at.from, groups?.omitted ? 'omitted' : 'changed')
      let changed = words.slice(at.from, at.to).replace(/[[\]]/g, '')
      next = { ...next, mark: at, denies: negation.test(changed), replaced: foldText(changed).trim() }
      // `[t]hey`: the letter in brackets stands for the same letter in the other case, which is folded anyway.
      if (groups?.letter) next = { ...next, text: groups.letter, gap: parts.length > 0 ? next.gap : undefined }
    }
    from = at.to
  }
  finish(words.length)
  return { words, whole, bare, parts }
}

function withoutMarks(folded: string): string | undefined {
  let last = folded.charCodeAt(folded.length - 1)
  if (folded.charCodeAt(0) !== apostrophe && last !== apostrophe && last !== 44 && last !== 46) return undefined
  let bare = trimEnd(folded.replace(/^'\s?/, '').replace(/\s?'$/, ''))
  return bare === folded || bare === '' ? undefined : bare
}

function wordAround(words: string, least: number, { from, to }: Span): Span {
  let isLetter = (at: number) => /\p{L}/u.test(words.charAt(at)) && !unspaced.test(words.charAt(at))
  while (from > least && isLetter(from - 1)) from--
  while (to < words.length && isLetter(to)) to++
  return { from, to }
}

// A comma or full stop before the closing mark is the writer's; an ellipsis is not.
function trimEnd(folded: string): string {
  let last = folded.length - 1
  let isMark = last > 0 && (folded[last] === ',' || folded[last] === '.') && folded[last - 1] !== '.'
  return isMark ? folded.slice(0, -1).trimEnd() : folded
}

/**
 * Places in the folded text that hold the folded words, whole words at both ends, the first letter in either case. At
 * most `limit`; a limit of one is content with either.
 */
export function findWords(text: string, words: string, limit = 100): Span[] {
  if (words === '') return []
  let found = findExact(text, words, limit)
  if (found.length >= limit) return found
  for (let other of otherCases(words)) found.push(...findExact(text, other, limit - found.length))
  return found.sort((a, b) => a.from - b.from)
}

// Turkish has two letters i, each with a capital of its own.
let pairsOfI: { [letter: string]: string } = { i: 'Iİ', İ: 'i', I: 'iı', ı: 'I' }

/** The folded words with their first letter in the other case. */
export function otherCases(words: string): string[] {
  let first = /\p{L}/u.exec(words)
  if (!first || /\p{N}/u.test(words.slice(0, first.index))) return []
  let [letter] = first
  let upper = letter.toUpperCase()
  let others = pairsOfI[letter] ? [...pairsOfI[letter]] : [upper === letter ? letter.toLowerCase() : upper]
  let rest = words.slice(first.index + letter.length)
  return others.filter(other => other !== letter).map(other => words.slice(0, first.index) + other + rest)
}

let mostCompared = 3_000_000

function findExact(text: string, words: string, limit: number): Span[] {
  let found: Span[] = []
  let cost = 0
  for (let at = indexOfWords(text, words); at >= 0; at = indexOfWords(text, words, at + 1)) {
    // A text that repeats itself, and words that go on as long: each place costs all of them.
    cost += words.length
    if (!isWhole(text, at, at + words.length)) {
      if (cost > mostCompared) break
      continue
    }
    found.push({ from: at, to: at + words.length })
    // Looked at here: the next place is not searched for in vain.
    if (found.length >= limit) break
  }
  return found
}

/** Whether no word or number is cut at either end: “5 per cent” does not stand in “2.5 per cent”. */
export function isWhole(text: string, from: number, to: number): boolean {
  return !joined(text, from) && !joined(text, to)
}

// A prefix that is no word without the one behind its hyphen, and turns its meaning round.
export let boundPrefix = '[Nn]on|[Aa]nti|[Uu]n|[Cc]ounter|[Pp]ro|[Ee]x|[Qq]uasi|[Pp]seudo|[Ss]emi'
let afterPrefix = new RegExp(`(?:^|[^\\p{L}\\p{N}])(?:${boundPrefix})-$`, 'u')
// “can” is another word than “can't”; “Karsa's” may be cut to “Karsa”.
let contraction = /'(?:t|re|ve|ll|d|m)(?![\p{L}\p{N}])/iuy
// Three digits behind a space go on with a number: 1 200.
let thousands = /(?<![\d.,])\d{1,3}(?: \d{3})* $/

function joined(text: string, at: number): boolean {
  if (at <= 0 || at >= text.length) return false
  let before = text.charCodeAt(at - 1)
  let after = text.charCodeAt(at)
  if (isWordCode(before) && isWordCode(after)) return isJoint(text, at)
  if (after === apostrophe && isWordCode(before)) {
    contraction.lastIndex = at
    return contraction.test(text)
  }
  if (before === hyphen && isWordCode(after)) {
    if (isDigit(after) && (at === 1 || /[\s(]/.test(text[at - 2]))) return true
    return afterPrefix.test(text.slice(Math.max(0, at - 9), at))
  }
  if (before === space && isDigit(after)) return endsThousands(text, at)
  if (after === space && isDigit(before)) return isDigit(text.charCodeAt(at + 1)) && endsThousands(text, at + 1)
  // Inside a number: 2.5, 1,000, 12:30, 1/2.
  if (isDigit(before) && isSeparator(after)) return isDigit(text.charCodeAt(at + 1))
  if (isSeparator(before) && isDigit(after)) return isDigit(text.charCodeAt(at - 2))
  return false
}

let endsThousands = (text: string, at: number) =>
  /^\d{3}(?!\d)/.test(text.slice(at, at + 4)) && thousands.test(text.slice(Math.max(0, at - 16), at))

// Some scripts put no space between words, so that any of their letters may begin one; and an emoji is no word.
export let unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
function isJoint(text: string, at: number): boolean {
  if (text.charCodeAt(at - 1) < 0xe00 && text.charCodeAt(at) < 0xe00) return true
  let low = text.charCodeAt(at - 1) >= 0xdc00 && text.charCodeAt(at - 1) <= 0xdfff
  let before = text.slice(at - (low ? 2 : 1), at)
  let after = String.fromCodePoint(text.codePointAt(at)!)
  if (/\p{M}/u.test(after)) return true
  return wordPattern.test(before) && wordPattern.test(after) && !unspaced.test(before) && !unspaced.test(after)
}

let space = 32
let apostrophe = 39
let hyphen = 45
let isDigit = (code: number) => code >= 48 && code <= 57
let isSeparator = (code: number) => code === 46 || code === 44 || code === 58 || code === 47
let wordPattern = /[\p{L}\p{N}\p{M}]/u
export let isWordCode = (code: number) =>
  code < 128
    ? isDigit(code) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122)
    : (code >= 0xd800 && code <= 0xdfff) || wordPattern.test(String.fromCharCode(code))

/** A place that holds the parts of an edited quotation. */
export interface Edited extends Span {
  /** The folded words that each mark for words left out stands for, in order. */
  omitted: string[]
}

/** Who leaves out more often quotes nothing. */
export let mostParts = 60

/** Places that hold the parts in their order, near one another and in one speaker's words (verdict *edited*). Each span reaches from the first to the last. */
export function findParts(text: string, parts: Part[], voices: Voice[], limit = 20): Edited[] {
  let found: Edited[] = []
  if (parts.length === 0 || parts.length > mostParts) return found
  for (let first of findPart(text, parts[0], 0, text.length, 1000)) {
    if (hiddenBefore(parts[0], text, first.from)) continue
    let spans = [first]
    let whole = parts.slice(1).every((part, k) => {
      let end = spans[k].to
      let [next] = findPart(text, part, end, Math.min(text.length, end + reachOf(part) + part.text.length), 1)
      if (!next || hidesNegation(part, text.slice(end, next.from))) return false
      if (voiceAt(voices, end)?.actor !== voiceAt(voices, next.from)?.actor) return false
      return spans.push(next)
    })
    if (!whole) continue
    // A part may stand again, nearer to the next one.
    for (let k = spans.length - 2; k >= 0; k--) {
      spans[k] = findPart(text, parts[k], spans[k].to, spans[k + 1].from, 100).at(-1) ?? spans[k]
    }
    let omitted = parts.flatMap((part, k) =>
      part.gap === 'omitted' && k > 0 ? [text.slice(spans[k - 1].to, spans[k].from)] : []
    )
    let span = { from: spans[0].from, to: spans[spans.length - 1].to, omitted }
    if (found.at(-1)?.from !== span.from) found.push(span)
    if (found.length >= limit) break
  }
  return found
}

// Words in brackets may stand for others, but a “not” that they take away is no honest change.
export let hidesNegation = (part: Part, left: string) => part.gap === 'changed' && !part.denies && negation.test(left)
// “[Everyone] believes it” for “Hardly anyone believes it”: the two words are one.
let deniesAny = /(?<!\p{L})(?:hardly|scarcely|barely|rarely|seldom|not|never|without|\p{L}{2,6}n't) any\p{L}*$/iu
let lastWord = /[\p{L}'’]{1,12}$/u

/** The negation that a bracket before the quotation's first words takes away: only the word directly before them can be meant. */
export function hiddenBefore(part: Part, text: string, at: number): Span | undefined {
  let before = text.slice(Math.max(0, at - 120), at).trimEnd()
  // Words in brackets that the source has, too, stand for themselves: “[All] boats” hides the “not” of “Not all boats”.
  let isKept = !!part.replaced && before.toLowerCase().endsWith(part.replaced.toLowerCase())
  if (isKept) before = before.slice(0, -part.replaced!.length).trimEnd()
  let any = !isKept && part.gap === 'changed' && !part.denies ? deniesAny.exec(before.slice(-40)) : null
  if (any) return { from: text.lastIndexOf(before, at) + before.length - any[0].length, to: at }
  let word = lastWord.exec(before.slice(-16))?.[0]
  let from = text.lastIndexOf(before, at) + before.length - (word?.length ?? 0)
  return word && hidesNegation(part, word) ? { from, to: at } : undefined
}

/** How far behind the part before it a part may stand. */
export let reachOf = (part: Part) => (part.gap === 'changed' ? replaced : reach)

export function findPart(text: string, part: Part, from: number, to: number, limit: number): Span[] {
  // Two characters before decide whether a word begins here.
  let start = Math.max(0, from - 2)
  let window = start === 0 && to === text.length ? text : text.slice(start, to)
  return findWords(window, part.text, limit + 2)
    .map(span => ({ from: start + span.from, to: start + span.to }))
    .filter(span => span.from >= from && isWhole(text, span.from, span.to))
    .slice(0, limit)
}
