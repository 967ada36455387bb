import type { Span } from '../model'
import { findPart, hiddenBefore, hidesNegation, mostParts, type Part, reachOf } from './match'
import { type Difference, joined, least, type Nearest, nearest, withinWords } from './nearest'
import { type Voice, voiceAt } from './voices'

/**
 * The passage most like a quotation with editorial marks: its longest part is looked for everywhere, the others around it. So words
 * that were left out where a mark says so are no difference, and a part that does not follow is one.
 */
export function nearestParts(text: string, parts: Part[], voices: Voice[]): Nearest | undefined {
  if (parts.length > mostParts) return undefined
  let longest = parts.reduce((best, part, k) => (part.text.length > parts[best].text.length ? k : best), 0)
  let found: (Nearest | undefined)[] = []
  found[longest] = place(text, parts[longest], 0, text.length)
  let first = found[longest]?.span
  if (!first) return undefined
  let last = first
  for (let k = longest + 1; k < parts.length; k++) {
    found[k] = place(text, parts[k], last.to, last.to + reachOf(parts[k]))
    last = found[k]?.span ?? last
  }
  for (let k = longest - 1; k >= 0; k--) {
    found[k] = place(text, parts[k], first.from - reachOf(parts[k + 1]) - parts[k].text.length, first.from, true)
    first = found[k]?.span ?? first
  }
  let span = { from: first.from, to: last.to }
  let differences: Difference[] = []
  let like = 0
  let all = 0
  let end = -1
  for (let [k, part] of parts.entries()) {
    let own = found[k]
    let words = withinWords(part.text)
    let count = words.split(' ').length
    all += count
    like += count * (own?.likeness ?? 0)
    let hidden = own && k === 0 ? hiddenBefore(part, text, own.span.from) : undefined
    if (hidden) span.from = hidden.from
    // Somebody else speaks now, though no mark could say so.
    if (own && end >= 0) {
      let voice = voiceAt(voices, own.span.from)
      if (voice && voice.actor !== voiceAt(voices, end)?.actor) hidden = voice
    }
    // What a bracket covers, when it covers more than it may.
    if (own && end >= 0 && part.gap === 'changed') {
      let left = text.slice(end, own.span.from)
      if (hidesNegation(part, left) || left.length > reachOf(part)) hidden = { from: end, to: own.span.from }
    }
    if (hidden) differences.push({ kind: 'source', words: withinWords(text.slice(hidden.from, hidden.to)) })
    differences.push(...(own?.differences ?? [{ kind: 'written' as const, words }]))
    end = own?.span.to ?? end
  }
  return like / all < least ? undefined : { span, likeness: like / all, differences: joined(differences) }
}

// A part between two offsets, exactly or else nearly: the first, or the last.
function place(text: string, part: Part, from: number, to: number, last = false): Nearest | undefined {
  let start = Math.max(0, from)
  let end = Math.min(text.length, to + (last ? 0 : part.text.length))
  let span = findPart(text, part, start, end, last ? 100 : 1).at(-1)
  if (span) return { span, likeness: 1, differences: [{ kind: 'same', words: withinWords(part.text) }] }
  // Whole words only: the window's edges may cut one.
  if (start > 0) start = text.indexOf(' ', start)
  if (end < text.length) end = text.lastIndexOf(' ', end)
  if (start < 0 || end <= start) return undefined
  let found = nearest(text.slice(start, end), part.text)
  if (!found) return undefined
  let moved = (span: Span) => ({ from: span.from + start, to: span.to + start })
  let differences = found.differences.map(own => (own.at ? { ...own, at: moved(own.at) } : own))
  return { ...found, span: moved(found.span), differences }
}
