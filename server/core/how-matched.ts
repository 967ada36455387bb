import type { Span } from './model'
import { type Captured, fold, foldedAt, originalEnd, originalStart } from './verify'
import { findWords, wanted } from './verify/match'

/** What was folded away before words of a note and of a source were the same. */
export type Folding =
  | 'marks'
  | 'dashes'
  | 'line break'
  | 'spaces'
  | 'hidden signs'
  | 'page mark'
  | 'ellipsis'
  | 'ligatures'
  | 'accents'
  | 'capital'
  | 'stop'
  | 'markdown'
  | 'damage'
  | 'figures'
  | 'between'

/** What stands in the source where a quotation has an editorial mark. */
export interface Allowed {
  kind: 'omitted' | 'changed'
  /** The words in brackets, where it is known which they are. */
  mark?: string
  /** The source's words, on one line and without signs at their ends; empty where a bracket only adds some. */
  words: string
}

/**
 * In what the writing of a quotation and of the passage that holds it differs, in the order of the words: the two are laid side by side,
 * one folded character at a time. Empty when they are the same, character by character. Linear in the passage.
 */
export function foldingsOf(own: Captured, passage: Span, words: string): Folding[] {
  let source = own.folded()
  let [from, to] = [foldedAt(source, passage.from), foldedAt(source, passage.to)]
  let folded = source.text.slice(from, to)
  let note = fold(words)
  let at = findWords(note.text, folded, 1)[0]?.from ?? note.text.toLowerCase().indexOf(folded.toLowerCase())
  let text = own.slice(passage.from, passage.to)
  if (at < 0) return [kindOfSecond(text, words)]
  let found = new Set<Folding>()
  // Neighbours that differ are taken together: one sign may stand for two letters, or three full stops for one sign.
  let ours = ''
  let theirs = ''
  for (let i = 0; i < folded.length; i++) {
    let [a, b] = [at + i, from + i]
    let isLast = i + 1 === folded.length
    let own = words.slice(originalStart(note, a), isLast ? originalEnd(note, a + 1) : originalStart(note, a + 1))
    let end = isLast ? passage.to : originalStart(source, b + 1)
    let other = text.slice(originalStart(source, b) - passage.from, end - passage.from)
    if (own !== other) {
      ours += own
      theirs += other
    }
    if (own !== other && !isLast) continue
    for (let kind of kindsOf(ours, theirs)) found.add(kind)
    ours = theirs = ''
  }
  let rest = words.slice(originalEnd(note, at + folded.length)).trim()
  // Marks around the whole are the writer's; the source has the stop or has another one.
  if (/[.,]/.test(rest) && !own.slice(passage.to, passage.to + 2).startsWith(rest[0])) found.add('stop')
  return [...found]
}

// What a second reading went through: words in between that are nobody's, figures grouped otherwise, words that were split.
function kindOfSecond(text: string, words: string): Folding {
  let [theirs, ours] = [text, words].map(own => own.normalize('NFKC').replace(/[^\p{L}\p{N}]+/gu, ''))
  if (ours.replace(/\d/g, '') !== theirs.replace(/\d/g, '')) return 'between'
  let groups = (own: string) => own.match(/\d(?:[\d .,'’\u00a0\u2009\u202f]*\d)?/g)?.join(' ')
  return groups(text) !== groups(words) ? 'figures' : 'damage'
}

// Signs that one of the two has and the other has not.
let kinds: [Folding, RegExp][] = [
  ['marks', /["'‘’‚‛“”„‟′″‵‶«»‹›´`]/],
  ['hidden signs', /[\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2069\u202a-\u202e\ufeff]/],
  ['ellipsis', /…|\.\s?\./],
  ['ligatures', /[ﬀ-ﬆ]/],
  ['dashes', /[-‐‑‒–—―−]/],
  ['markdown', /[*_~\\[\]()]/],
  ['line break', /[\r\n\u0085\u2028\u2029]/],
  ['spaces', /\s/],
  ['accents', /[\u0300-\u036f]/]
]

function kindsOf(ours: string, theirs: string): Folding[] {
  if (ours === theirs) return []
  if (ours.toLowerCase() === theirs.toLowerCase()) return ['capital']
  let bare = (words: string) => words.replace(/<!--[\s\S]*?-->/g, '')
  if (bare(ours) !== ours || bare(theirs) !== theirs) return ['page mark']
  let signs = (words: string, sign: RegExp) => words.match(RegExp(sign, 'g'))?.join('') ?? ''
  let found = kinds.filter(([, sign]) => signs(ours, sign) !== signs(theirs, sign)).map(([kind]) => kind)
  // The space beside a dash goes with it.
  let telling = found.filter(kind => !blank.has(kind))
  return telling.length > 0 ? telling : found.length > 0 ? found.slice(0, 1) : ['accents']
}
let blank = new Set<Folding>(['line break', 'spaces'])

/** What the source has at each editorial mark between words of a quotation that passed as edited, in their order. */
export function allowedIn(own: Captured, passage: Span, words: string): Allowed[] {
  let folded = own.folded()
  let start = foldedAt(folded, passage.from)
  let text = folded.text.slice(start, foldedAt(folded, passage.to))
  let { parts } = wanted(words)
  let found: Allowed[] = []
  // From the end: the last part ends where the passage does, and every other stands as near to the next as it can.
  let end = text.length
  for (let k = parts.length - 1; k > 0; k--) {
    let at = findWords(text.slice(0, end), parts[k].text).at(-1)
    let before = at && findWords(text.slice(0, at.from), parts[k - 1].text).at(-1)
    if (!at || !before) return []
    let kind = parts[k].gap ?? 'omitted'
    let bracket = kind === 'changed' ? parts[k].mark : undefined
    let mark = bracket && words.slice(bracket.from, bracket.to)
    let left = own.slice(originalEnd(folded, start + before.to), originalStart(folded, start + at.from))
    found.unshift({ kind, mark, words: left.replace(/\s+/g, ' ').replace(edges, '') })
    end = at.from
  }
  return found
}

let edges = /^[\s\p{P}]{1,20}|(?<=[^\s\p{P}])[\s\p{P}]{1,20}$/gu
