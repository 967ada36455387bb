import type { Citation, Fix, Locator, Quotation } from '../model'
import type { Inline } from './inline'
import { actorKeyEnd } from './inline-mention'

let keyPattern = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}_:.+/-]*[\p{L}\p{N}\p{M}_-])?/uy

/** End of a source's key at `at`, or -1. */
export function sourceKeyEnd(text: string, at: number): number {
  // Most keys are ASCII, and end at a comma or bracket.
  let end = at
  while (isKeyCode(text.charCodeAt(end))) end++
  let last = text.charCodeAt(end)
  if (
    end > at &&
    (last === 93 || last === 44) &&
    isAlphanumeric(text.charCodeAt(at)) &&
    isAlphanumeric(text.charCodeAt(end - 1))
  )
    return end
  keyPattern.lastIndex = at
  return keyPattern.test(text) ? keyPattern.lastIndex : -1
}

let isAlphanumeric = (code: number) =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57)
let isKeyCode = (code: number) => isAlphanumeric(code) || code === 45 || code === 95 || code === 46 || code === 58

type Part = { end: number } & (
  | { name: 'locator'; read: Locator }
  | { name: 'speaker'; read: { from: number; to: number; key: string } }
  | { name: 'words'; read: Words }
)
interface Words {
  from: number
  to: number
  inner: { from: number; to: number }
}

/** What a citation says, with offsets into the text it was read from. */
export interface CitationAt {
  end: number
  key: string
  keyTo: number
  locator?: Locator
  speaker?: { from: number; to: number; key: string }
  words?: Words
  problems: { from: number; to: number; message: string; insert?: string }[]
}

/**
 * Read `[^key, part, …]` (section 4 of the markup) at `at`. Undefined if no key follows `[^`, or nothing closes it and nothing
 * looks like a part. What cannot be read becomes a problem; the rest is kept.
 */
export function citationAt(text: string, at: number): CitationAt | undefined {
  let keyTo = sourceKeyEnd(text, at + 2)
  if (keyTo < 0) return undefined
  let read: CitationAt = {
    end: keyTo,
    key: text.slice(at + 2, keyTo),
    keyTo,
    locator: undefined,
    speaker: undefined,
    words: undefined,
    problems: []
  }
  let i = blanksEnd(text, keyTo)
  if (text[i] !== ']' && text[i] !== ',') {
    // A word more, and no comma: only what reads on as a part was meant as one; anything else is text.
    let part = partAt(text, i)
    if (!part || text[blanksEnd(text, part.end)] === undefined) return undefined
    read.problems.push({ from: keyTo, to: i, message: 'A comma is missing after the key.', insert: ', ' })
  } else if (text[i] === ',') i = blanksEnd(text, i + 1)
  while (i < text.length && text[i] !== ']' && text[i] !== '[') {
    let part = partAt(text, i)
    let end = part ? blanksEnd(text, part.end) : i
    if (part && (text[end] === ',' || text[end] === ']')) {
      if (read[part.name] !== undefined) {
        read.problems.push({
          from: i,
          to: part.end,
          message: `The citation has a second ${names[part.name]}; it takes one.`
        })
      } else if (part.name === 'locator') read.locator = part.read
      else if (part.name === 'speaker') read.speaker = part.read
      else read.words = part.read
    } else {
      end = i
      while (end < text.length && !',[]'.includes(text[end])) end++
      read.problems.push({ from: i, to: end, message: notUnderstood })
    }
    i = text[end] === ',' ? blanksEnd(text, end + 1) : end
  }
  if (text[i] === ']') {
    read.end = i + 1
    return read
  }
  read.problems = [{ from: at, to: keyTo, message: 'The citation is not closed: a “]” is missing.' }]
  return { end: keyTo, key: read.key, keyTo, problems: read.problems }
}

function partAt(text: string, at: number): Part | undefined {
  return speakerAt(text, at) ?? locatorAt(text, at) ?? wordsAt(text, at)
}

let names = { locator: 'locator', speaker: 'speaker', words: 'quotation' }
let notUnderstood =
  'This part of the citation is not understood. It takes a locator (p. 4, pp. 4-6, para. 3, ¶3, § 2, 1:02:30), a speaker (@actor) and the words relied on ("…").'

function blanksEnd(text: string, at: number) {
  while (at < text.length && text.charCodeAt(at) <= 32) at++
  return at
}

let number = String.raw`[\p{L}\p{N}.]{1,20}(?:\s?[-–]\s?[\p{L}\p{N}.]{1,20})?`
let locators: [Locator['unit'], RegExp][] = [
  ['page', new RegExp(`pp?\\.?[\\s\\u00a0]{0,3}(${number})`, 'uy')],
  ['paragraph', new RegExp(`(?:paras?\\.?|¶{1,2})[\\s\\u00a0]{0,3}(${number})`, 'uy')],
  ['section', new RegExp(`(?:§{1,2}|sec\\.?)[\\s\\u00a0]{0,3}(${number})`, 'uy')],
  ['time', /((?:\d{1,3}:)?\d{1,2}:\d{2}(?:\s?[-–]\s?(?:\d{1,3}:)?\d{1,2}:\d{2})?)/y]
]

// As most are written.
let plainPage = /pp?\. (\d{1,20})(?=[,\]])/y

function locatorAt(text: string, at: number): Part | undefined {
  plainPage.lastIndex = at
  let page = plainPage.exec(text)
  if (page) {
    let end = plainPage.lastIndex
    return { end, name: 'locator', read: { from: at, to: end, unit: 'page', value: page[1] } }
  }
  for (let [unit, pattern] of locators) {
    pattern.lastIndex = at
    let found = pattern.exec(text)
    if (found && (unit === 'time' || /\d|[ivxlc]/i.test(found[1]))) {
      let end = pattern.lastIndex
      return { end, name: 'locator', read: { from: at, to: end, unit, value: found[1] } }
    }
  }
  return undefined
}

function speakerAt(text: string, at: number): Part | undefined {
  if (text[at] !== '@') return undefined
  let end = actorKeyEnd(text, at + 1)
  return end < 0 ? undefined : { end, name: 'speaker', read: { from: at, to: end, key: text.slice(at + 1, end) } }
}

let closings: { [open: string]: string } = { '"': '"', '“': '”', '„': '“”', '«': '»', '»': '«' }

function wordsAt(text: string, at: number): Part | undefined {
  let close = closings[text[at]]
  if (!close) return undefined
  for (let i = at + 1, depth = 0; i < text.length; i++) {
    if (close.includes(text[i])) {
      if (depth === 0)
        return { end: i + 1, name: 'words', read: { from: at, to: i + 1, inner: { from: at + 1, to: i } } }
      depth--
    } else if (text[i] === text[at]) depth++
    // Another citation begins: this one was never closed.
    else if (text[i] === '[' && text[i + 1] === '^') return undefined
  }
  return undefined
}

/** The inline construct: what `citationAt` reads, put where it stands in the file. */
export let citation: Inline = (scan, at) => {
  let read = citationAt(scan.text, at)
  if (!read) return -1
  let { base, block, found } = scan
  let move = <T extends { from: number; to: number }>(span: T): T => {
    return { ...span, from: base + span.from, to: base + span.to }
  }
  for (let { insert, ...problem } of read.problems) {
    let fix: Fix | undefined
    if (insert)
      fix = { title: 'Insert the comma', safe: true, edits: [{ ...move(problem), path: '', newText: insert }] }
    found.problems.push({ ...move(problem), fix })
  }
  if (scan.footnotes.size > 0 && scan.footnotes.has(scan.text.slice(at + 2, read.end - 1))) return read.end
  let made: Citation = {
    from: base + at,
    to: base + read.end,
    key: read.key,
    keySpan: { from: base + at + 2, to: base + read.keyTo },
    locator: read.locator && move(read.locator),
    speaker: read.speaker && move(read.speaker),
    block,
    sentence: -1,
    group: found.citations.length
  }
  let before = found.citations.at(-1)
  if (before && before.to === made.from) made.group = before.group
  if (read.words) {
    let inner = move(read.words.inner)
    let words = scan.text.slice(read.words.inner.from, read.words.inner.to)
    let quotation: Quotation = { ...move(read.words), kind: 'relied', inner, words, block, sentence: -1, citations: [] }
    quotation.citations.push(found.citations.length)
    made.words = found.quotations.push(quotation) - 1
  }
  found.citations.push(made)
  return read.end
}
