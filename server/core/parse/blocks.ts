import type { Block, Definition, Span } from '../model'
import { blockStarts, type Container, continues, type Paragraph } from './block-table'
import { labelAt } from './labels'
import { type Line, lineReader } from './line'
import { endParagraph } from './paragraph'

export interface Blocks {
  /** Blocks with running text, to be scanned for inline constructs. */
  leaves: Block[]
  /** Outermost block quotes. */
  blockQuotes: Span[]
  /** Code, HTML blocks and link reference definitions. */
  opaque: Span[]
  /** HTML comments that are blocks of their own. */
  comments: Span[]
  /** Link reference definitions by their labels, normalised: of several, the first. */
  definitions: Map<string, Definition>
  footnotes: Set<string>
}

/** The block that further lines may continue: a paragraph, or one that takes lines until it is done. */
export type Open =
  | { type: 'paragraph'; lines: Span[] }
  | { type: 'raw'; span: Span; take: (line: Line) => 'more' | 'last' | 'not mine' }

/** What the finding of blocks carries from line to line. */
export interface State extends Blocks {
  text: string
  containers: Container[]
  open?: Open
}

/**
 * CommonMark's block structure (0.31, with GitHub's tables and footnotes), as far as it decides where running text
 * stands. One pass over lines, with a bound on the containers around a line, so that each line costs a bounded number
 * of steps. One departure, taken from the markup's own example: a line that begins with a statement's label begins a
 * paragraph.
 */
export function findBlocks(text: string, from: number): Blocks {
  let state: State = {
    text,
    containers: [],
    leaves: [],
    blockQuotes: [],
    opaque: [],
    comments: [],
    definitions: new Map(),
    footnotes: new Set()
  }
  let nextLine = lineReader(text, from)
  for (let line = nextLine(); line; line = nextLine()) readLine(state, line)
  closeTo(state, 0)
  return state
}

function readLine(state: State, line: Line) {
  let matched = 0
  while (matched < state.containers.length && continues(state.containers[matched], line, state)) matched++
  let all = matched === state.containers.length
  let open = state.open
  if (all && open?.type === 'raw') {
    let taken = open.take(line)
    if (taken !== 'not mine') open.span.to = line.end
    if (taken !== 'more') closeOpen(state)
    if (taken !== 'not mine') return
  }

  let paragraph = open?.type === 'paragraph' ? open : undefined
  while (!line.blank) {
    let start = startAt(line, state, all ? paragraph : undefined, paragraph)
    if (!start) break
    // A setext underline ends the open paragraph itself: it becomes the heading.
    if (!start.underline) closeTo(state, matched)
    paragraph = undefined
    start.begin(line, state)
    matched = state.containers.length
    if (start.leaf) return
  }
  if (line.blank) return closeTo(state, matched)
  let last = { from: line.first, to: line.end }
  if (paragraph && !labelAt(state.text, line.first, false)) {
    // Text goes on where it left off, also where the marks of its containers are left out (CommonMark's laziness).
    paragraph.lines.push(last)
    let quote = state.containers.find(container => container.type === 'quote')
    if (quote) state.blockQuotes[quote.index].to = line.end
  } else {
    closeTo(state, matched)
    state.open = { type: 'paragraph', lines: [last] }
  }
}

function startAt(line: Line, state: State, interrupts: Paragraph | undefined, lazy: Paragraph | undefined) {
  for (let entry of blockStarts) if (entry.mine(line, state, interrupts, lazy)) return entry
  return undefined
}

/** End the open block and leave all containers but the first `count`. */
export function closeTo(state: State, count: number) {
  closeOpen(state)
  if (state.containers.length > count) state.containers.length = count
}

function closeOpen(state: State) {
  let open = state.open
  state.open = undefined
  if (open?.type === 'paragraph') endParagraph(state, open.lines)
  if (open?.type === 'raw') state.opaque.push(open.span)
}
