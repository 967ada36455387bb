import type { Colors } from 'picocolors/types'
import type { Severity } from '../../core'
import { type Lines, offsetAt, type Position } from '../lines'
import type { Reported } from '../report'
import { excerpt, type Shown } from './excerpt'
import { oneLine, visible } from './visible'

/** How text is printed, whatever is printed. */
export interface Style {
  colors: Colors
  /** Of a line, in columns. */
  width: number
  /** From a path in the workspace to one that the reader's terminal can open. */
  shown: (path: string) => string
}

/**
 * A finding for a reader: where, how bad, which rule and what; the line with the words underlined; the passages it
 * speaks of; what would fix it.
 */
export function printFinding(finding: Reported, lines: Lines, style: Style): string {
  let { colors } = style
  let paint = painters(colors)[finding.severity]
  let { start, end } = finding.range
  let span = { from: offsetAt(lines, start), to: offsetAt(lines, end) }
  let margin = String(end.line + 1).length
  // Of a file that nobody could read there is nothing to show.
  let rows = lines.text === '' ? [] : excerpt(lines, span, style.width - margin - 4)
  let mark = finding.severity === 'error' ? '^' : '~'
  return [
    `${colors.cyan(place(finding.path, start, style))} ${paint(finding.severity)} ${colors.bold(finding.rule)}: ${oneLine(finding.message)}`,
    ...rows.flatMap(row => printRow(row, margin, mark, paint, colors)),
    ...notes(finding, style).map(note => `${' '.repeat(margin + 2)}${colors.dim('└')} ${note}`),
    ''
  ].join('\n')
}

/** `path:line:column`, counted from one, as editors and terminals read it. */
export function place(path: string, at: Position, style: Style): string {
  return `${visible(style.shown(path))}:${at.line + 1}:${at.character + 1}`
}

export function painters(colors: Colors): { [severity in Severity]: (text: string) => string } {
  return {
    error: text => colors.bold(colors.red(text)),
    warning: text => colors.bold(colors.yellow(text)),
    information: text => colors.bold(colors.blue(text)),
    hint: text => colors.dim(text)
  }
}

function printRow(row: Shown, margin: number, mark: string, paint: (text: string) => string, colors: Colors): string[] {
  let number = row.line === undefined ? '' : String(row.line + 1)
  let gutter = (words: string) => colors.dim(` ${words.padStart(margin)} │`)
  let printed = [`${gutter(number)} ${row.before}${row.marked && paint(row.marked)}${row.after}`.trimEnd()]
  if (row.columns) printed.push(`${gutter('')} ${' '.repeat(row.indent)}${paint(mark.repeat(row.columns))}`)
  return printed
}

function notes({ related, fixes }: Reported, style: Style): string[] {
  let { colors } = style
  let seen = related.slice(0, shownAtMost).map(({ path, range, message }) => {
    let at = colors.cyan(place(path, range.start, style))
    return message ? `${oneLine(message)} ${colors.dim('in')} ${at}` : `${colors.dim('see')} ${at}`
  })
  if (related.length > shownAtMost) seen.push(colors.dim(`and ${related.length - shownAtMost} more places`))
  let titles = fixes.slice(0, shownAtMost).map(fix => oneLine(fix.title))
  if (fixes.length > shownAtMost) titles.push(colors.dim(`${fixes.length - shownAtMost} more`))
  return titles.length ? [...seen, `${colors.green('fix:')} ${titles.join(colors.dim(' · '))}`] : seen
}

let shownAtMost = 4
