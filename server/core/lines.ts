import { firstIndex } from './span'

/** Offsets at which the lines of a text begin. A line ends with LF, CRLF or a lone CR. */
export function lineStarts(text: string): Int32Array {
  let starts = [0]
  // Searching for line feeds alone is many times faster than looking at each character, and nearly always enough.
  if (text.includes('\r')) {
    for (let found of text.matchAll(/\r\n?|\n/g)) starts.push(found.index + found[0].length)
  } else {
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  }
  return Int32Array.from(starts)
}

/** The line, from 0, in which the offset stands. */
export function lineAt(starts: Int32Array, offset: number): number {
  return Math.max(0, firstIndex(starts.length, line => starts[line] > offset) - 1)
}

/** Where the line's text ends, its line break left out. */
export function lineEnd(text: string, starts: Int32Array, line: number): number {
  let end = line + 1 < starts.length ? starts[line + 1] : text.length
  if (line + 1 < starts.length && text[end - 1] === '\n') end--
  if (line + 1 < starts.length && text[end - 1] === '\r' && end > starts[line]) end--
  return end
}
