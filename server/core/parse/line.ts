/** One line of the text while blocks are being found: where the reading stands, in offsets and in columns (tab stops of 4). */
export interface Line {
  text: string
  /** Next character to read. */
  pos: number
  /** End of the line's content, its line ending excluded. */
  end: number
  /** Start of the line, and of the next one. */
  start: number
  next: number
  /** Column of `pos`; a tab may be half consumed, then `pos` stays at it. */
  column: number
  /** First character at or after `pos` that is no space or tab, and the columns up to it. */
  first: number
  indent: number
  blank: boolean
}

/** Yields a reader of lines: LF, CRLF and CR end one. The same object is reused for every line. */
export function lineReader(text: string, from: number): () => Line | undefined {
  let lf = text.indexOf('\n', from)
  let cr = text.indexOf('\r', from)
  let line: Line = {
    text,
    pos: from,
    end: from,
    start: from,
    next: from,
    column: 0,
    first: from,
    indent: 0,
    blank: false
  }
  return () => {
    let start = line.next
    if (start >= text.length) return undefined
    if (lf >= 0 && lf < start) lf = text.indexOf('\n', start)
    if (cr >= 0 && cr < start) cr = text.indexOf('\r', start)
    let end = Math.min(lf < 0 ? text.length : lf, cr < 0 ? text.length : cr)
    line.start = line.pos = start
    line.end = end
    line.next = end === cr && lf === cr + 1 ? end + 2 : end + 1
    line.column = 0
    measure(line)
    return line
  }
}

/** Find `first`, `indent` and `blank` again after `pos` has moved. */
export function measure(line: Line) {
  let at = line.pos
  let column = line.column
  for (; at < line.end; at++) {
    let c = line.text.charCodeAt(at)
    if (c === 32) column++
    else if (c === 9) column += 4 - (column % 4)
    else break
  }
  line.first = at
  line.indent = column - line.column
  line.blank = at === line.end
}

/** Consume up to `columns` columns of white space. */
export function skipColumns(line: Line, columns: number) {
  let left = columns
  while (left > 0 && line.pos < line.end) {
    let c = line.text.charCodeAt(line.pos)
    if (c === 9) {
      let width = 4 - (line.column % 4)
      if (width > left) {
        line.column += left
        break
      }
      line.column += width
      left -= width
    } else if (c === 32) {
      line.column++
      left--
    } else break
    line.pos++
  }
  measure(line)
}

/** Consume characters that are no tabs. */
export function skipTo(line: Line, pos: number) {
  line.column += line.indent + (pos - line.first)
  line.pos = pos
  measure(line)
}
