import { lineAt, lineEnd, lineStarts, type Span } from '../core'

/** Zero-based; `character` counts UTF-16 code units, as in the Language Server Protocol. */
export interface Position {
  line: number
  character: number
}
export interface Range {
  start: Position
  end: Position
}

/** A text and where its lines begin. */
export interface Lines {
  text: string
  starts: Int32Array
}

export function linesOf(text: string): Lines {
  return { text, starts: lineStarts(text) }
}

export function positionAt({ starts }: Pick<Lines, 'starts'>, offset: number): Position {
  let line = lineAt(starts, offset)
  return { line, character: offset - starts[line] }
}

export function rangeOf(lines: Pick<Lines, 'starts'>, span: Span): Range {
  return { start: positionAt(lines, span.from), end: positionAt(lines, span.to) }
}

export function offsetAt({ text, starts }: Lines, { line, character }: Position): number {
  return Math.min((starts[line] ?? text.length) + character, text.length)
}

/** A line without its end. */
export function lineSpan({ text, starts }: Lines, line: number): Span {
  return { from: starts[line], to: lineEnd(text, starts, line) }
}
