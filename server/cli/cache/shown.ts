import { lineEnd } from '../../core'
import { type Lines, linesOf } from '../lines'
import type { FileReport, Reported } from '../report'

/** A report as it is kept: of the file's text only the lines that its findings stand on, by number. */
export interface Shown extends Omit<FileReport, 'lines' | 'known'> {
  shown: { isText: boolean; lines: [line: number, text: string][] }
}

export function shownOf({ lines, known, ...rest }: FileReport): Shown {
  return { ...rest, shown: { isText: lines.text !== '', lines: shownLines(lines, rest.findings) } }
}

/** The report again. Its text is empty but for those lines. */
export function reportOf({ shown: { isText, lines }, ...rest }: Shown): FileReport {
  let text = ''
  let at = 0
  for (let [line, words] of lines) {
    text += '\n'.repeat(line - at) + words
    at = line
  }
  return { ...rest, lines: linesOf(isText ? `${text}\n` : ''), known: [] }
}

function shownLines({ text, starts }: Lines, findings: readonly Reported[]): [line: number, text: string][] {
  let wanted = new Set<number>()
  for (let { range } of findings) {
    let [first, last] = [range.start.line, range.end.line]
    // Of a long stretch only the ends are shown.
    for (let line = first; line <= last; line++) if (line < first + 3 || line > last - 3) wanted.add(line)
  }
  let own = (line: number): [number, string] => [line, text.slice(starts[line], lineEnd(text, starts, line))]
  return [...wanted].sort((a, b) => a - b).map(own)
}
