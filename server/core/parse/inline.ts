import type { Block, Citation, Definition, Link, Mention, Problem, Quotation, Span } from '../model'
import type { Blocks } from './blocks'
import type { Unclosed } from './html'
import { bareAddress, closeBracket, openBracket } from './inline-link'
import { mention } from './inline-mention'
import {
  angleMark,
  closeDouble,
  endQuotations,
  germanMark,
  type OpenMark,
  openDouble,
  straightMark
} from './inline-quotation'
import { codeSpan, escaped, html } from './inline-raw'

/** What the scan of one block finds. Positions are offsets into the file. */
export interface Found {
  mentions: Mention[]
  citations: Citation[]
  quotations: Quotation[]
  links: Link[]
  images: { destination: string; from: number }[]
  opaque: Span[]
  comments: Span[]
  problems: Problem[]
}

/** The scan of one block: the text, where it stands, what is open, and what has been found. */
export interface Scan {
  text: string
  /** The text of the paragraph that follows, if this is one. */
  next?: string
  /** `text[i]` stands at `base + i` in the file. */
  base: number
  block: number
  definitions: ReadonlyMap<string, Definition>
  footnotes: Set<string>
  found: Found
  brackets: { at: number; image: boolean; nested: boolean }[]
  /** Of the open brackets, those below this index stand around a link and are no links themselves. */
  inactive: number
  marks: OpenMark[]
  unclosed?: Unclosed
  /** For each closing mark looked for, where the next one stands; the text's length when there is none. */
  ahead?: Map<string, number>
  /** Starts of the runs of backticks, by length; made at the first one. */
  backticks?: Map<number, number[]>
}

/** One inline construct: from the offset of its first character to its end, or -1 for "not mine". */
export type Inline = (scan: Scan, at: number) => number

// By what they begin with.
let constructs: { [start: string]: Inline } = {
  '\\': escaped,
  '`': codeSpan,
  '<': html,
  '[': openBracket,
  ']': closeBracket,
  '://': bareAddress,
  'www.': bareAddress,
  '@': mention,
  '"': straightMark,
  '“': openDouble,
  '”': closeDouble,
  '„': germanMark,
  '«': angleMark,
  '»': angleMark
}

let byFirst = new Map(Object.entries(constructs).map(([start, own]) => [start.charCodeAt(0), own]))
let asPattern = (start: string) => start.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
// One pattern of them all passes over what is none several times as fast as a loop over the characters.
let starts = new RegExp(
  Object.keys(constructs)
    .map(start => asPattern(start[0]) + (start.length > 1 ? `(?=${asPattern(start.slice(1))})` : ''))
    .join('|'),
  'g'
)

let nextParagraph = (block: Block, next: Block | undefined) =>
  block.kind === 'paragraph' && next?.kind === 'paragraph' && block.blockQuote === next.blockQuote
    ? next.text
    : undefined

export function beginScan(block: Block, index: number, blocks: Blocks, found: Found): Scan {
  return {
    text: block.text,
    next: nextParagraph(block, blocks.leaves[index + 1]),
    base: block.from,
    block: index,
    definitions: blocks.definitions,
    footnotes: blocks.footnotes,
    found,
    brackets: [],
    inactive: 0,
    marks: [],
    unclosed: undefined,
    ahead: undefined,
    backticks: undefined
  }
}

/** Scan a block's running text once, from left to right. */
export function scanInline(scan: Scan) {
  let { text } = scan
  for (let at = nextStart(text, 0); at >= 0; ) {
    let end = byFirst.get(text.charCodeAt(at))!(scan, at)
    at = nextStart(text, end < 0 ? at + 1 : end)
  }
  endQuotations(scan)
}

function nextStart(text: string, from: number): number {
  starts.lastIndex = from
  return starts.test(text) ? starts.lastIndex - 1 : -1
}
