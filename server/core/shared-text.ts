import type { Span } from './model'
import { regionsIn } from './standing'
import { type Captured, originalEnd, originalStart } from './verify'
import { isWordCode } from './verify/match'
import type { Workspace } from './workspace'

/** What two captured texts have in common, word for word. */
export interface SharedText {
  /** Words in runs of at least `run` that both hold, quoted ones apart: two who heard one speech share what was said. */
  words: number
  quoted: number
  /** The runs in the first text, longest first, in the file's offsets; with the words as they stand there. */
  passages: (Span & { words: string })[]
}

/** A run of this many words is not written twice by chance. */
let run = 12
/** One in so many runs is kept to be compared first; a power of two. */
let sampling = 8

/**
 * The text that two sources share; undefined where it is little. A sample of each text's runs of twelve words, an eighth of them
 * and the same eighth in every text, is kept with it and compared at once; only where two samples agree are the texts themselves
 * read. Kept until a source changes.
 */
export function sharedText(workspace: Workspace, one: Captured, other: Captured): SharedText | undefined {
  let known = workspace.known('sources', nothingKnown)
  let id = `${one.source.key} ${other.source.key}`
  if (!known.has(id)) known.set(id, mayShare(workspace, one, other) ? compare(workspace, one, other) : undefined)
  return known.get(id)
}
let nothingKnown = () => new Map<string, SharedText | undefined>()

/** Words that two texts share before one is taken for a copy; quoted ones are shared by all who heard them, so it takes more. */
let leastShared = 25
let leastQuoted = 60

/** The same where it is so much that one text may be a copy of the other, or both of a third. */
export function copiedText(workspace: Workspace, one: Captured, other: Captured): SharedText | undefined {
  let shared = sharedText(workspace, one, other)
  return shared && (shared.words >= leastShared || shared.quoted >= leastQuoted) ? shared : undefined
}

function mayShare(workspace: Workspace, one: Captured, other: Captured): boolean {
  let a = sampleIn(workspace, one)
  let b = sampleIn(workspace, other)
  for (let i = 0, k = 0; i < a.length && k < b.length; )
    if (a[i] < b[k]) i++
    else if (a[i] > b[k]) k++
    else return true
  return false
}

// Sorted, in few bytes: the samples of thousands of sources are kept.
function sampleIn(workspace: Workspace, own: Captured): Uint32Array {
  return workspace.remember(own, samples, () => {
    let found: number[] = []
    eachRun(own.folded().text, hash => {
      if ((hash & (sampling - 1)) === 0) found.push(hash)
    })
    return Uint32Array.from(found).sort()
  })
}
let samples = Symbol('sample of runs')

// Every run of words of a folded text, each with its hash, as a signed integer: of unsigned ones the engine would allocate every other (a rolling polynomial over the words' FNV-1a).
function eachRun(text: string, take: (hash: number, from: number, to: number) => void) {
  // Of the words read last.
  let hashes = new Int32Array(run)
  let starts = new Int32Array(run)
  let count = 0
  let hash = 0
  let start = -1
  let rolled = 0
  for (let i = 0; i <= text.length; i++) {
    let code = i < text.length ? text.charCodeAt(i) : 32
    let letter = code < 128 ? ascii[code] : isWordCode(code) ? code : 0
    if (letter !== 0) {
      if (start < 0) {
        hash = firstHash
        start = i
      }
      hash = Math.imul(hash ^ letter, 0x01000193)
    } else if (start >= 0) {
      let place = count++ % run
      rolled = (Math.imul(rolled, base) + hash) | 0
      if (count > run) rolled = (rolled - Math.imul(hashes[place], highest)) | 0
      hashes[place] = hash
      starts[place] = start
      start = -1
      if (count >= run) take(rolled, starts[count % run], i)
    }
  }
}
let firstHash = 0x811c9dc5 | 0
let base = 0x9e3779b1
let highest = Array.from({ length: run }).reduce((power: number) => Math.imul(power, base), 1)
// Capitals as small letters, where it costs nothing.
let ascii = Uint8Array.from({ length: 128 }, (_, code) =>
  isWordCode(code) ? String.fromCharCode(code).toLowerCase().charCodeAt(0) : 0
)

function compare(workspace: Workspace, one: Captured, other: Captured): SharedText | undefined {
  let there = new Set<number>()
  eachRun(other.folded().text, hash => there.add(hash))
  let folded = one.folded()
  let spans: Span[] = []
  eachRun(folded.text, (hash, from, to) => {
    if (!there.has(hash)) return
    let last = spans.at(-1)
    if (last && from <= last.to) last.to = to
    else spans.push({ from, to })
  })
  let regions = regionsIn(workspace, one)
  let found: SharedText = { words: 0, quoted: 0, passages: [] }
  for (let { from, to } of spans) {
    let at = { from: originalStart(folded, from), to: originalEnd(folded, to) }
    // The foot of a page is the same on all of them.
    if (regions.some(region => region.from <= at.from && at.to <= region.to)) continue
    let words = folded.text.slice(from, to)
    let count = words.split(' ').length
    let quoted = quotedWords(folded.text, from, to)
    found.quoted += quoted
    found.words += count - quoted
    found.passages.push({ ...at, words })
  }
  found.passages.sort((a, b) => b.to - b.from - (a.to - a.from))
  return found.passages.length > 0 ? found : undefined
}

// Of the words of a stretch those between quotation marks, which folding has made straight; a paragraph's are told from its start.
function quotedWords(text: string, from: number, to: number): number {
  let start = Math.max(0, from - 600)
  let inside = false
  let count = 0
  for (let part of text.slice(start, to).split(/("|(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}]))/u)) {
    let end = start + part.length
    if (part === '"') inside = !inside
    else if (inside && end > from) count += text.slice(Math.max(start, from), end).split(' ').filter(Boolean).length
    start = end
  }
  return count
}
