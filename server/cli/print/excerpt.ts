import type { Span } from '../../core'
import { type Lines, lineSpan, positionAt } from '../lines'
import { type Cell, cells, isPlain } from './cells'

/** A line of a text, or the part of it around the marked words, safe to print. */
export interface Shown {
  /** Zero-based; undefined where lines of a long passage are left out. */
  line?: number
  before: string
  marked: string
  after: string
  /** Columns before the mark, and of the mark; none for a line with nothing to mark. */
  indent: number
  columns: number
}

/** The lines that a span stands on, at most three of them, each at most `width` columns wide. */
export function excerpt(lines: Lines, span: Span, width: number): Shown[] {
  let first = positionAt(lines, span.from).line
  // A span that takes in the end of its last line does not stand on the next.
  let last = positionAt(lines, Math.max(span.from, span.to - 1)).line
  let left: Shown = { before: '⋮', marked: '', after: '', indent: 0, columns: 0 }
  if (last - first > 2) return [show(lines, first, span, width), left, show(lines, last, span, width)]
  return Array.from({ length: last - first + 1 }, (_, index) => show(lines, first + index, span, width))
}

function show(lines: Lines, line: number, span: Span, width: number): Shown {
  let whole = lineSpan(lines, line)
  let mark = { from: Math.max(span.from, whole.from), to: Math.min(span.to, whole.to) }
  // On the lines that follow, the indentation is not part of the words.
  while (mark.from > span.from && mark.from < mark.to && /\s/.test(lines.text[mark.from])) mark.from++
  let isBlank = mark.from === mark.to && span.from < whole.from
  let plain = whole.to - whole.from <= width ? lines.text.slice(whole.from, whole.to) : undefined
  // As most lines are: nothing has to be counted.
  if (plain !== undefined && isPlain(plain)) {
    let [before, marked] = [Math.min(mark.from - whole.from, plain.length), mark.to - whole.from]
    return {
      line,
      before: plain.slice(0, before),
      marked: plain.slice(before, marked),
      after: plain.slice(marked),
      indent: before,
      columns: isBlank ? 0 : Math.max(1, marked - before)
    }
  }
  let [row, from, to] = windowed(lines.text, whole, mark, width)
  let text = (part: Cell[]) => part.map(cell => cell.shown).join('')
  let columns = (part: Cell[]) => part.reduce((sum, cell) => sum + cell.width, 0)
  let [before, marked, after] = [row.slice(0, from), row.slice(from, to), row.slice(to)]
  return {
    line,
    before: text(before),
    marked: text(marked),
    after: text(after),
    indent: columns(before),
    // Something that is missing at a place is shown by a mark of one column.
    columns: isBlank ? 0 : Math.max(1, columns(marked))
  }
}

let ellipsis: Cell = { shown: '…', width: 1, from: -1, to: -1 }

// The cells to print and which of them are marked. A line may be megabytes long: only what can be seen is looked at.
function windowed(text: string, whole: Span, mark: Span, width: number): [Cell[], number, number] {
  let slack = 4 * width
  let from = Math.max(whole.from, mark.from - slack)
  let to = Math.min(whole.to, Math.min(mark.to, mark.from + slack) + slack)
  if (from > whole.from && isLow(text, from)) from--
  if (to < whole.to && isLow(text, to)) to++
  let row = cells(text.slice(from, to), from)
  let first = countWhile(row, cell => cell.to <= mark.from)
  let last = countWhile(row, cell => cell.from < mark.to)
  let cutLeft = from > whole.from
  let cutRight = to < whole.to
  if (!cutLeft && !cutRight && sum(row) <= width) return [row, first, last]
  let [start, end] = choose(row, first, last, width - 2)
  let left = cutLeft || start > 0 ? [ellipsis] : []
  let right = cutRight || end < row.length ? [ellipsis] : []
  let at = left.length - start
  return [[...left, ...row.slice(start, end), ...right], first + at, Math.min(last, end) + at]
}

// The stretch of cells that shows the marked ones, or their beginning, with as much on either side as there is room for.
function choose(row: Cell[], first: number, last: number, width: number): [number, number] {
  let start = first
  let end = first
  // Some words before the mark are kept even when the mark itself is too long.
  let lead = Math.min(sum(row.slice(0, first)), width >> 2)
  let room = width - lead
  while (end < last && row[end].width <= room) room -= row[end++].width
  room += lead
  let left = Math.max(Math.min(lead, room), room - sum(row.slice(end)), room >> 1)
  while (start > 0 && row[start - 1].width <= left) {
    left -= row[--start].width
    room -= row[start].width
  }
  while (end < row.length && row[end].width <= room) room -= row[end++].width
  return [atWord(row, start, first), end < row.length && end > last ? atWordEnd(row, end, last) : end]
}

// A cut between words reads better, if one is near.
function atWord(row: Cell[], start: number, limit: number): number {
  if (start === 0) return 0
  for (let i = start; i < Math.min(start + 12, limit); i++) if (row[i].shown === ' ') return i + 1
  return start
}
function atWordEnd(row: Cell[], end: number, limit: number): number {
  for (let i = end; i > Math.max(end - 12, limit); i--) if (row[i].shown === ' ') return i
  return end
}

let sum = (row: Cell[]) => row.reduce((total, cell) => total + cell.width, 0)
let isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00

function countWhile(row: Cell[], holds: (cell: Cell) => boolean): number {
  let count = 0
  while (count < row.length && holds(row[count])) count++
  return count
}
