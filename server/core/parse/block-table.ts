import type { Open, State } from './blocks'
import { definitionsEnd } from './definitions'
import { htmlBlockStart } from './html'
import { type Line, skipColumns, skipTo } from './line'
import { endParagraph, leafText, pushLeaf } from './paragraph'

export type Container =
  | { type: 'quote'; index: number }
  | { type: 'item'; from: number; indent: number; empty: boolean }
  | { type: 'footnote'; label: string }

export type Paragraph = Extract<Open, { type: 'paragraph' }>

/** One construct that begins a block: `mine` only looks, `begin` consumes its mark (a container) or the line (a leaf). */
interface BlockStart {
  mine: (line: Line, state: State, interrupts: Paragraph | undefined, lazy: Paragraph | undefined) => boolean
  begin: (line: Line, state: State) => void
  leaf?: boolean
  underline?: boolean
}

/** Bound on containers within one another; deeper marks are text. */
let maxDepth = 64

let shallow = (state: State) => state.containers.length < maxDepth
let at = (line: Line) => line.text.charCodeAt(line.first)

/** Whether the line goes on inside an open container; if so, its marks are consumed. */
export function continues(container: Container, line: Line, state: State): boolean {
  if (container.type === 'quote') {
    if (line.blank || line.indent >= 4 || at(line) !== 62) return false
    takeQuoteMark(line)
    state.blockQuotes[container.index].to = line.end
    return true
  }
  let indent = container.type === 'item' ? container.indent : 4
  if (line.blank) return !(container.type === 'item' && container.empty)
  if (line.indent < indent) return false
  if (container.type === 'item') container.empty = false
  skipColumns(line, indent)
  return true
}

function takeQuoteMark(line: Line) {
  skipTo(line, line.first + 1)
  if (line.indent > 0) skipColumns(line, 1)
}

let quote: BlockStart = {
  mine: (line, state) => line.indent < 4 && at(line) === 62 && shallow(state),
  begin(line, state) {
    let outer = state.containers.find(container => container.type === 'quote')
    let index = outer ? outer.index : state.blockQuotes.push({ from: line.first, to: line.end }) - 1
    takeQuoteMark(line)
    state.containers.push({ type: 'quote', index })
  }
}

let atxPattern = /#{1,6}(?=[ \t\r\n]|$)/y
let heading: BlockStart = {
  leaf: true,
  mine: (line, _) => line.indent < 4 && at(line) === 35 && sticky(atxPattern, line.text, line.first) > 0,
  begin(line, state) {
    let level = sticky(atxPattern, line.text, line.first) - line.first
    let from = line.first + level
    let to = line.end
    while (to > from && isBlank(line.text, to - 1)) to--
    let hashes = to
    while (hashes > from && line.text.charCodeAt(hashes - 1) === 35) hashes--
    if (hashes === from || isBlank(line.text, hashes - 1)) to = hashes
    while (to > from && isBlank(line.text, to - 1)) to--
    while (from < to && isBlank(line.text, from)) from++
    pushLeaf(state, 'heading', from, to, line.text.slice(from, to), level)
  }
}

let fence: BlockStart = {
  leaf: true,
  mine: line => line.indent < 4 && (at(line) === 96 || at(line) === 126) && fenceLength(line) > 0,
  begin(line, state) {
    let mark = at(line)
    let length = fenceLength(line)
    state.open = {
      type: 'raw',
      span: { from: line.first, to: line.end },
      take: next => {
        let end = next.first
        while (end < next.end && next.text.charCodeAt(end) === mark) end++
        let closes = next.indent < 4 && end - next.first >= length && onlyBlanks(next.text, end, next.end)
        return closes ? 'last' : 'more'
      }
    }
  }
}

// A fence of backticks may not have a backtick in its info string: that would be a code span.
function fenceLength(line: Line): number {
  let mark = at(line)
  let end = line.first
  while (end < line.end && line.text.charCodeAt(end) === mark) end++
  if (end - line.first < 3) return 0
  if (mark === 96) for (let i = end; i < line.end; i++) if (line.text.charCodeAt(i) === 96) return 0
  return end - line.first
}

let html: BlockStart = {
  leaf: true,
  mine: (line, _, __, lazy) =>
    line.indent < 4 && at(line) === 60 && !!htmlBlockStart(line.text.slice(line.first, line.end), !!lazy),
  begin(line, state) {
    let content = line.text.slice(line.first, line.end)
    // Whether it could stand in a paragraph was decided by `mine`, so every kind may be taken here.
    let { end } = htmlBlockStart(content, false)!
    let span = { from: line.first, to: line.end }
    if (content.startsWith('<!--')) state.comments.push(span)
    if (end?.test(content)) state.opaque.push(span)
    else if (end) {
      state.open = {
        type: 'raw',
        span,
        take: next => (end.test(next.text.slice(next.pos, next.end)) ? 'last' : 'more')
      }
    } else state.open = { type: 'raw', span, take: next => (next.blank ? 'not mine' : 'more') }
  }
}

let underline: BlockStart = {
  leaf: true,
  underline: true,
  mine(line, state, interrupts) {
    let mark = at(line)
    if (!interrupts || line.indent >= 4 || (mark !== 61 && mark !== 45)) return false
    let end = line.first
    while (end < line.end && line.text.charCodeAt(end) === mark) end++
    if (!onlyBlanks(line.text, end, line.end)) return false
    // Link reference definitions are taken out first; what is left is the heading.
    let text = leafText(state, interrupts.lines)
    return definitionsEnd(text, 0) < text.length
  },
  begin(line, state) {
    let open = state.open as Paragraph
    state.open = undefined
    endParagraph(state, open.lines, at(line) === 61 ? 1 : 2)
  }
}

let rule: BlockStart = {
  leaf: true,
  mine(line) {
    let mark = at(line)
    if (line.indent >= 4 || (mark !== 42 && mark !== 45 && mark !== 95)) return false
    let count = 0
    for (let i = line.first; i < line.end; i++) {
      if (line.text.charCodeAt(i) === mark) count++
      else if (!isBlank(line.text, i)) return false
    }
    return count >= 3
  },
  begin() {}
}

let markerPattern = /(?:[-+*]|\d{1,9}[.)])(?=[ \t\r\n]|$)/y
// Most are a hyphen before a blank.
let markerEnd = ({ text, first }: Line) =>
  text.charCodeAt(first) === 45 && text.charCodeAt(first + 1) === 32 ? first + 1 : sticky(markerPattern, text, first)
let item: BlockStart = {
  mine(line, state, interrupts) {
    let c = at(line)
    if (line.indent >= 4 || !(c === 45 || c === 43 || c === 42 || (c >= 48 && c <= 57)) || !shallow(state)) return false
    let end = markerEnd(line)
    if (end < 0) return false
    if (!interrupts) return true
    // Only a list that begins with 1, and has words, may interrupt a paragraph: years at line starts are no lists.
    let ordered = c >= 48 && c <= 57
    return !onlyBlanks(line.text, end, line.end) && (!ordered || (c === 49 && end - line.first === 2))
  },
  begin(line, state) {
    let from = line.first
    let before = line.indent
    let end = markerEnd(line)
    let indent = before + (end - from)
    skipTo(line, end)
    let spaces = line.blank || line.indent > 4 ? 1 : line.indent
    let empty = line.blank
    skipColumns(line, spaces)
    state.containers.push({ type: 'item', from, indent: indent + spaces, empty })
  }
}

let footnotePattern = /\[\^([^\s[\]^]{1,200})\]:[ \t]*/y
let footnote: BlockStart = {
  mine: (line, state) =>
    line.indent < 4 && at(line) === 91 && shallow(state) && sticky(footnotePattern, line.text, line.first) > 0,
  begin(line, state) {
    let end = Math.min(sticky(footnotePattern, line.text, line.first), line.end)
    let label = line.text.slice(line.first + 2, line.text.indexOf(']', line.first))
    state.footnotes.add(label)
    state.containers.push({ type: 'footnote', label })
    state.opaque.push({ from: line.first, to: end })
    skipTo(line, end)
  }
}

let indentedCode: BlockStart = {
  leaf: true,
  mine: (line, _, __, lazy) => line.indent >= 4 && !lazy,
  begin(line, state) {
    state.open = {
      type: 'raw',
      span: { from: line.first, to: line.end },
      take: next => (next.blank || next.indent >= 4 ? 'more' : 'not mine')
    }
  }
}

/** In the order of precedence. */
export let blockStarts = [quote, heading, fence, html, underline, rule, item, footnote, indentedCode]

function sticky(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : -1
}

export function isBlank(text: string, i: number) {
  let c = text.charCodeAt(i)
  return c === 32 || c === 9
}

function onlyBlanks(text: string, from: number, to: number) {
  for (let i = from; i < to; i++) if (!isBlank(text, i)) return false
  return true
}
