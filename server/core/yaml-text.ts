import type { YamlScalar } from './model'
import { breakLength, type Cursor, dashMark, nextLine, readPlain, scalarOf, skipSpaces } from './yaml-cursor'

const literalMark = 124
const foldedMark = 62

export function atBlockText(c: Cursor): boolean {
  let code = c.text.charCodeAt(c.at)
  return code === literalMark || code === foldedMark
}

/**
 * Literal (`|`) or folded (`>`) text in its common form, as part of the flat reader: at most `-` after the mark, and for folded
 * text no line pushed further in. Undefined, "not mine", for anything else.
 *
 * @param column of the key or dash; what is text stands further right
 */
export function readBlockText(c: Cursor, column: number): YamlScalar | undefined {
  let { text, at: from } = c
  let folded = text.charCodeAt(c.at++) === foldedMark
  let strip = text.charCodeAt(c.at) === dashMark
  if (strip) c.at++
  skipSpaces(c)
  if (c.at >= c.to || !breakLength(c, c.at)) return undefined
  let value = ''
  let breaks = 0
  let indent = -1
  let to = from
  for (let lineFrom = c.at + breakLength(c, c.at), next: number; lineFrom < c.to; lineFrom = next) {
    let lineBreak = text.indexOf('\n', lineFrom)
    let lineTo = lineBreak < 0 || lineBreak >= c.to ? c.to : lineBreak
    next = lineTo + 1
    if (text.charCodeAt(lineTo - 1) === 13) lineTo--
    let line = text.slice(lineFrom, lineTo)
    let depth = line.search(/[^ ]/)
    if (depth < 0) {
      if (line.length > indent) return undefined
      breaks++
      continue
    }
    if (depth <= column) break
    if (indent < 0) indent = depth
    if (depth < indent || (folded && depth > indent) || /[\t\r]|[^\S\n]$/.test(line)) return undefined
    value += joint(breaks, folded) + line.slice(indent)
    breaks = 1
    c.at = lineTo
    to = Math.min(next, c.to)
  }
  let scalar = scalarOf(c, from, to, strip ? value : `${value}\n`)
  return indent > 0 && nextLine(c) ? scalar : undefined
}

/** A scalar whose plain words may go on in further lines, pushed in more than its key or dash at `column`. */
export function readPlainRest(c: Cursor, column: number, first: YamlScalar): YamlScalar | undefined {
  let scalar = first
  let end = c.at
  while (nextLine(c)) {
    if (c.column <= column) return scalar
    let between = c.text.slice(end, c.at)
    let quoted = first.to - first.from !== first.value.length && scalar === first
    let part = quoted || between.includes('#') ? undefined : readPlain(c, false)
    if (!part) return undefined
    let breaks = between.split('\n').length - 1
    scalar = { ...scalar, to: part.to, value: scalar.value + joint(breaks, true) + part.value }
    end = c.at
  }
  return undefined
}

// One line break is a space where text is folded; one more is a line break.
function joint(breaks: number, folded: boolean): string {
  if (!folded) return '\n'.repeat(breaks)
  return breaks === 1 ? ' ' : '\n'.repeat(Math.max(0, breaks - 1))
}
