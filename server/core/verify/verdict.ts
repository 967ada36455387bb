import type { Span } from '../model'
import type { Captured } from './captured'
import { findDamaged } from './damage'
import { readable } from './entities'
import { hasFigures } from './figures'
import type { Folded } from './fold'
import { findParts, findWords, isWhole, type Part, type Wanted, wanted } from './match'
import { type Difference, nearest } from './nearest'
import { nearestParts } from './nearest-parts'
import { joint, rereadWords } from './reread'
import { unfold } from './unfold'
import { voicesOf } from './voices'
import { wordHashes } from './word-filter'

/** Section 5 of the markup: what the verdict says of a quotation, and never more than was compared. */
export type VerdictKind = 'exact' | 'folded' | 'edited' | 'altered' | 'elsewhere' | 'absent' | 'unchecked'

/** A place in a source's file. */
export interface Passage extends Span {
  source: string
  path: string
  /** For `edited`: the folded words that each mark for words left out stands for, in order. */
  omitted?: string[]
}

export interface Verdict {
  kind: VerdictKind
  /** The first place in each cited source that holds the words (`places` finds all); for `altered`, where the passage most like them stands; for `elsewhere`, in the other sources. */
  passages: Passage[]
  /** For `altered`: the comparison with the first passage. */
  differences?: Difference[]
}

/** Whether a source that is cited holds the words. */
export function passes({ kind }: Verdict): boolean {
  return kind === 'exact' || kind === 'folded' || kind === 'edited'
}

/** What a quotation is compared with. */
export interface Library {
  /** Captured text of a source, or undefined if it has none. */
  captured(key: string): Captured | undefined
  /** The captured texts that may hold what the hashes stand for (`wordHashes`): some wrongly, none is missing. */
  holding(hashes: number[]): Generator<void, Captured[]>
}

/**
 * The verdict on words that cite `keys`; one of the sources must hold them. Yields between searches of long texts, so that the caller may
 * stop; returns the verdict.
 */
export function* verify(library: Library, words: string, keys: string[]): Generator<void, Verdict> {
  let found = verifyAtOnce(library, words, keys)
  if (found) return found
  yield
  let cited = citedOf(library, keys)
  let want = wanted(rereadWords(words))
  // Another source that holds the words explains more than a passage that is like them.
  let others = yield* holders(library, words, keys)
  if (others.length > 0) return { kind: 'elsewhere', passages: others }
  // Some cited source has no captured text: it may hold them.
  if (cited.length < keys.length) return { kind: 'unchecked', passages: [] }
  let best: { likeness: number; passage: Passage; differences: Difference[] } | undefined
  for (let own of cited) {
    yield
    let folded = own.mended()
    let { text } = folded
    let found =
      (isEdited(want) ? nearestParts(text, want.parts, voicesOf(own, folded)) : undefined) ??
      nearest(text, wholeWithoutMarks(want))
    if (!found || (best && best.likeness >= found.likeness)) continue
    let differences = found.differences.map(asCaptured(own, folded))
    best = { ...found, passage: passageOf(own, found.span, folded), differences }
  }
  if (best) return { kind: 'altered', passages: [best.passage], differences: best.differences }
  return { kind: 'absent', passages: [] }
}

/** The same as far as it costs little: undefined where the cited sources do not hold the words, and what is like them is to be looked for. */
export function verifyAtOnce(library: Library, words: string, keys: string[]): Verdict | undefined {
  let want = wanted(words)
  let held: Passage[] = []
  let kind: VerdictKind | undefined
  // Nothing to compare: an empty quotation or marks alone.
  let isEmpty = want.parts.length === 0
  let isCited = false
  for (let key of keys) {
    let own = library.captured(key)
    isCited ||= !!own
    if (!own || (isEmpty && !/[\p{L}\p{N}]/u.test(want.whole))) continue
    let [passage] = wholePassages(own, want, 1)
    if (!passage) continue
    kind ??= own.standsAt(words, passage.from) ? 'exact' : 'folded'
    held.push(passage)
  }
  if (kind) return { kind, passages: held }
  if (!isCited || isEmpty) return { kind: 'unchecked', passages: [] }
  let edited = isEdited(want) ? citedOf(library, keys).flatMap(own => partPassages(own, want, 1)) : []
  return edited.length > 0 ? { kind: 'edited', passages: edited } : undefined
}

function citedOf(library: Library, keys: string[]): Captured[] {
  let cited: Captured[] = []
  for (let key of keys) {
    let own = library.captured(key)
    if (own) cited.push(own)
  }
  return cited
}

/** Places in any source, but those of `without`, that hold the words, exactly or folded. At most one a source, and ten in all. */
export function* holders(library: Library, words: string, without: string[] = []): Generator<void, Passage[]> {
  let want = wanted(words)
  let hashes = wordHashes(want.whole)
  let found: Passage[] = []
  let searched = 0
  if (hashes.length === 0) return found
  // Of thousands of sources nothing else is touched.
  let likely = yield* library.holding(hashes)
  for (let own of likely.sort((a, b) => (a.source.path < b.source.path ? -1 : 1))) {
    if (without.includes(own.source.key)) continue
    let [passage] = firstReading(own, want, 1)
    if (passage) found.push(passage)
    if (found.length >= 10) break
    if (++searched % 8 === 0) yield
  }
  return found
}

let isEdited = (want: Wanted) => want.parts.length > 1 || (want.parts.length === 1 && want.parts[0].text !== want.whole)

// For the comparison, an edited quotation is its parts, one behind the other.
let wholeWithoutMarks = (want: Wanted) => want.parts.map(part => part.text).join(' ')

/** Every place in one source that holds the words, exactly, folded or with the editorial marks allowed for; the first twenty. */
export function places(own: Captured, words: string): Passage[] {
  let want = wanted(words)
  let whole = wholePassages(own, want, 20)
  return whole.length > 0 || !isEdited(want) ? whole : partPassages(own, want, 20)
}

function wholePassages(own: Captured, want: Wanted, limit: number): Passage[] {
  let found = firstReading(own, want, limit)
  if (found.length > 0) return found
  for (let { folded, want: again } of readings(own, want)) {
    let spans = findDamaged(own, again.bare ?? again.whole, folded).filter(
      span => isWhole(folded.text, span.from, span.to) && !cutsCompound(own, span, folded)
    )
    if (spans.length > 0) return spans.slice(0, limit).map(span => passageOf(own, span, folded))
  }
  let capitals = inCapitals(want.words)
  return capitals ? firstReading(own, wanted(capitals), limit) : []
}

// A headline, a label, a ship's name in a register, which the source sets in capitals throughout. Short words might be others there: US.
function inCapitals(words: string): string | undefined {
  let letters = words.match(/\p{L}/gu)?.length ?? 0
  return letters >= 8 && letters < 300 && /\p{Ll}/u.test(words) ? words.toUpperCase() : undefined
}

function firstReading(own: Captured, want: Wanted, limit: number): Passage[] {
  let { text } = own.folded()
  // By far the most quotations are correct.
  let [first] = limit === 1 ? findWords(text, want.whole, 1) : []
  if (first && !cutsCompound(own, first)) return [passageOf(own, first)]
  let passages = (words: string) => {
    let spans = findWords(text, words, limit)
    let whole = spans.filter(span => !cutsCompound(own, span))
    // The first may be cut, and another whole.
    if (whole.length === 0 && spans.length > 0)
      whole = findWords(text, words, 50).filter(span => !cutsCompound(own, span))
    // Words with the same capital come first: “No” is meant by “No”, and “no proposal” only where there is no other.
    let isSame = (span: Span) => (text.startsWith(words, span.from) ? 0 : 1)
    return whole.sort((a, b) => isSame(a) - isSame(b)).slice(0, limit)
  }
  let found = passages(want.whole)
  if (found.length === 0 && want.bare) found = passages(want.bare)
  return found.map(span => passageOf(own, span))
}

// The text and the words read a second time, and once more without who says them; none where neither is read otherwise, and nothing is damaged.
function* readings(own: Captured, { words, whole }: Wanted): Generator<{ folded: Folded; want: Wanted }> {
  let again = rereadWords(words)
  let second = own.reread()
  let want = again === words ? undefined : wanted(again)
  if (second !== own.folded() || want || own.damaged() || hasFigures(whole))
    yield { folded: second, want: want ?? wanted(words) }
  let third = own.joined()
  if (third !== second) yield { folded: third, want: want ?? wanted(words) }
}

// Words bound by a hyphen to what they would mean the opposite without (no-fly, risk-free), and ranges (5–10): what a dash between
// blanks parts is not bound, and only the text as it was captured tells the two apart.
let boundBefore =
  /(?:^|[^\p{L}\p{N}])(?:no|not|non|anti|un|counter|pro|ex|quasi|pseudo|semi|half|near)[-‐‑]$|\d[-‐‑–]$/iu
let boundAfter = /^(?:[-‐‑](?:free|less|proof)(?!\p{L})|[-‐‑–]\d)/iu

function cutsCompound(own: Captured, span: Span, folded = own.folded()): boolean {
  let { text } = folded
  if (text[span.from - 1] !== '-' && text[span.to] !== '-') return false
  let { from, to } = unfold(folded, span)
  let before = boundBefore.exec(own.slice(Math.max(0, from - 12), from))?.[0]
  if (before && (!/\d/.test(before) || /\d/.test(text[span.from]))) return true
  let after = boundAfter.exec(own.slice(to, to + 8))?.[0]
  return !!after && (!/\d/.test(after) || /\d/.test(text[span.to - 1]))
}

function partPassages(own: Captured, want: Wanted, limit: number): Passage[] {
  let { text } = own.folded()
  let found = findParts(text, want.parts, voicesOf(own), limit)
  let passages = (folded?: Folded) => found.map(span => ({ ...passageOf(own, span, folded), omitted: span.omitted }))
  if (found.length > 0) return passages()
  for (let { folded, want: again } of readings(own, want)) {
    found = findParts(folded.text, asDamaged(own, again.parts, folded), voicesOf(own, folded), limit)
    if (found.length > 0) return passages(folded)
  }
  return []
}

// The parts as the text has them, which is damaged or read a second time.
function asDamaged(own: Captured, parts: Part[], folded: Folded): Part[] {
  let { text } = folded
  return parts.map(part => {
    if (findWords(text, part.text, 1).length > 0) return part
    let [span] = findDamaged(own, part.text, folded)
    return span ? { ...part, text: text.slice(span.from, span.to) } : part
  })
}

// The source's words as it writes them, unless a link or a page mark stands between.
let asCaptured =
  (own: Captured, folded: Folded) =>
  ({ kind, words, at }: Difference): Difference => {
    let { from, to } = at ? unfold(folded, at) : { from: 0, to: 0 }
    let captured = at && readable(own.slice(from, to)).replace(/\s+/g, ' ')
    let isPlain = captured && !/\]\(|<!--|-->|[-‐] |[\u00ad\u200b]/.test(captured)
    return { kind, words: ((isPlain && captured) || words).replaceAll(joint, ' ') }
  }

function passageOf(own: Captured, span: Span, folded = own.folded()): Passage {
  let { from, to } = unfold(folded, span)
  let { key, path } = own.source
  return { source: key, path, from, to }
}
