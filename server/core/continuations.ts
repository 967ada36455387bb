import { plainForms } from './fixes/source-words'
import { byDate, sentenceAround } from './passages'
import { type Captured, fold, originalEnd, originalStart, places, wordHashes } from './verify'
import { isWhole } from './verify/match'
import type { Workspace } from './workspace'

/** A passage of a source that begins with the words typed so far, and how it goes on. */
export interface Continuation {
  own: Captured
  /** The passage in the source's file, from the first word typed to the end of the clause or sentence. */
  from: number
  to: number
  /** What is to be written behind the words typed: plain text on one line; empty where they end with the sentence. */
  rest: string
}

export interface Begun {
  /** As written in the note so far, behind the opening mark. */
  typed: string
  /** Keys of the sources that are looked at first, in this order. */
  first: string[]
  /** Look at no others. */
  only?: boolean
}

let most = 20
let mostOfOne = 4

/**
 * How the sources go on from words that somebody begins to quote, folded as a verdict folds them: passages of the sources asked for
 * first, then of the others, newest first; at most twenty. Word filters choose the sources, `indexOf` finds the place, and each
 * answer is read back as a verdict would read it, so that what is offered verifies. Yields between sources: asked at a
 * letter, and dropped at the next.
 */
export function* continuations(workspace: Workspace, { typed, first, only }: Begun): Generator<void, Continuation[]> {
  let words = fold(lastPart(typed)).text.trimStart()
  if (!isEnough(words)) return []
  // The last word may be half written, and filters know whole words only.
  let hashes = wordHashes(/[\p{L}\p{N}]$/u.test(words) ? words.replace(/[\p{L}\p{N}\p{M}]+$/u, '') : words)
  let forms = bothCases(words)
  let found: Continuation[] = []
  for (let own of inOrder(workspace, first, only)) {
    if (!workspace.mayHold(own, hashes)) continue
    for (let place of beginnings(own.folded().text, forms)) found.push(...endings(own, typed, words, place))
    yield
    if (found.length >= most) break
  }
  return found.slice(0, most)
}

/** Whether folded words say enough to be looked for: two of them, or a long one. */
let isEnough = (words: string) => words.length >= 8 || (words.length >= 5 && /[\p{L}\p{N}] \p{L}/u.test(words))

// What stands before words left out is another passage; `[t]hey` begins with the letter it stands for.
function lastPart(typed: string): string {
  return (typed.split(/\[\s*(?:…|\.{3})\s*\]|…|\.{3}/).at(-1) ?? '').replace(/^\s*\[(\p{L})\](?=\p{L})/u, '$1')
}

function bothCases(words: string): string[] {
  let [letter] = words
  let other = letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase()
  return other === letter || other.length !== letter.length ? [words] : [words, other + words.slice(letter.length)]
}

// Of several sources with one key, the one that a citation means.
function* inOrder(workspace: Workspace, first: string[], only?: boolean): Generator<Captured> {
  let asked = [...new Set(first)].flatMap(key => workspace.captured(key) ?? [])
  yield* asked
  if (only) return
  for (let own of workspace.derive('sources', byDate))
    if (!asked.includes(own) && workspace.captured(own.source.key) === own) yield own
}

// Where the text holds one of the forms, a whole word at its beginning.
function beginnings(text: string, forms: string[]): number[] {
  let found: number[] = []
  for (let words of forms) {
    for (let at = text.indexOf(words); at >= 0 && found.length < mostOfOne; at = text.indexOf(words, at + 1))
      if (isWhole(text, at, text.length)) found.push(at)
  }
  return found
}

// The passage to the end of its first clause, and to that of its sentence, where these differ.
function endings(own: Captured, typed: string, words: string, place: number): Continuation[] {
  let folded = own.folded()
  let from = originalStart(folded, place)
  let at = originalEnd(folded, place + words.length)
  let found: Continuation[] = []
  for (let to of endsOf(own, from, at)) {
    let rest = restOf(own, typed, at, to)
    if (rest !== undefined && found.at(-1)?.rest !== rest) found.push({ own, from, to, rest })
  }
  return found
}

/** Characters of a sentence that are offered at most. */
let longest = 400
let clauseEnd = /[,;:](?=\s)|\s[–—-](?=\s)|—/g

function endsOf(own: Captured, from: number, at: number): number[] {
  let text = own.text()
  let sentence = sentenceAround(own, { from, to: at })
  let end = closingAt(text, sentence.from, from, at, sentence.to)
  let isCut = end - at > longest
  if (isCut) end = text.lastIndexOf(' ', at + longest)
  let clauses = [...text.slice(at, end).matchAll(clauseEnd)].map(mark => at + mark.index)
  let clause = clauses.find(mark => mark > at + 1 && text.slice(from, mark).split(/\s+/).length > 3)
  let last = isCut ? (clauses.at(-1) ?? end) : end
  return (clause === undefined || clause >= last ? [last] : [clause, last]).map(to => trimmed(text, at, to))
}

// Where the words stop being one voice: at a mark that closes what was opened before them, at a table's line, else at `to`.
function closingAt(text: string, sentenceFrom: number, from: number, at: number, to: number): number {
  let depth = 0
  let isStraight = (text.slice(sentenceFrom, from).split('"').length - 1) % 2 === 1
  for (let i = from; i < to; i++) {
    let char = text[i]
    if ('“„«'.includes(char)) depth++
    else if ('”»'.includes(char)) {
      if (depth === 0 && i >= at) return i
      depth = Math.max(0, depth - 1)
    } else if (char === '"') {
      if (isStraight && i >= at) return i
      isStraight = !isStraight
    } else if (char === '|' && i >= at) return i
  }
  return to
}

// The stop at the end is the writer's to set, unless it belongs to an abbreviation: “the U.S.”
function trimmed(text: string, at: number, to: number): number {
  while (to > at && /[\s.,;:–—-]/.test(text[to - 1]) && !/\p{Lu}\.\p{Lu}\.$/u.test(text.slice(at, to))) to--
  return to
}

// The words behind those typed in the first of their forms that verifies.
function restOf(own: Captured, typed: string, at: number, to: number): string | undefined {
  let slice = own.text().slice(at, to)
  let lead = /^[*_~]*\s/.test(slice) ? ' ' : ''
  return plainForms(own, { from: at, to })
    .map(form => (form === '' ? '' : lead + form))
    .find(rest => places(own, typed.trimEnd() + (/\s$/.test(typed) ? ' ' : '') + rest).length > 0)
}
