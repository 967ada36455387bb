import type { YamlScalar } from './model'

/** Where the flat reader is. `column` is the indentation of the content line that `at` stands on, −1 past the last one. */
export interface Cursor {
  text: string
  at: number
  to: number
  shift: number
  column: number
}

/** A scalar on one line; leaves the cursor at its end. */
export function readScalar(c: Cursor, inFlow: boolean): YamlScalar | undefined {
  let code = c.text.charCodeAt(c.at)
  if (code === singleQuote || code === doubleQuote) return readQuoted(c, code)
  return startsPlain(code) ? readPlain(c, inFlow) : undefined
}

/** The plain words up to the end of the line, a comment, or what ends a key. */
export function readPlain(c: Cursor, inFlow: boolean): YamlScalar | undefined {
  let end = c.at
  for (let i = c.at; i < c.to; i++) {
    let code = c.text.charCodeAt(i)
    if (code === space) continue
    if (code < space) {
      if (breakLength(c, i)) break
      return undefined
    }
    if (code === hash && i > end) break
    if (code === colon && endsKey(c, i + 1, inFlow)) break
    if (inFlow && isFlowIndicator(code)) break
    end = i + 1
  }
  let scalar = scalarOf(c, c.at, end, c.text.slice(c.at, end))
  c.at = end
  return scalar
}

// On one line; escapes are the library's.
function readQuoted(c: Cursor, quote: number): YamlScalar | undefined {
  let doubled = false
  for (let i = c.at + 1; i < c.to; i++) {
    let code = c.text.charCodeAt(i)
    if (code < space || (code === backslash && quote === doubleQuote)) return undefined
    if (code !== quote) continue
    if (quote === singleQuote && c.text.charCodeAt(i + 1) === quote) {
      doubled = true
      i++
      continue
    }
    let words = c.text.slice(c.at + 1, i)
    let scalar = scalarOf(c, c.at, i + 1, doubled ? words.replaceAll("''", "'") : words)
    c.at = i + 1
    return scalar
  }
  return undefined
}

/** From the end of a line's content to the next content; false when something else stands in between. */
export function nextLine(c: Cursor): boolean {
  let end = c.at
  skipSpaces(c)
  if (!atLineEnd(c) || (c.text.charCodeAt(c.at) === hash && c.at === end)) return false
  for (;;) {
    let lineBreak = c.text.indexOf('\n', c.at)
    if (lineBreak < 0 || lineBreak + 1 >= c.to) {
      c.column = -1
      return true
    }
    c.at = lineBreak + 1
    skipSpaces(c)
    c.column = c.at - lineBreak - 1
    if (c.text.charCodeAt(c.at) === tab) return false
    if (!atLineEnd(c)) return true
  }
}

export function skipSpaces(c: Cursor) {
  while (c.text.charCodeAt(c.at) === space && c.at < c.to) c.at++
}

export function atLineEnd(c: Cursor): boolean {
  return c.at >= c.to || c.text.charCodeAt(c.at) === hash || breakLength(c, c.at) > 0
}

export function breakLength(c: Cursor, at: number): number {
  let code = c.text.charCodeAt(at)
  return code === 10 ? 1 : code === 13 && c.text.charCodeAt(at + 1) === 10 ? 2 : 0
}

export function atDash(c: Cursor): boolean {
  return c.text.charCodeAt(c.at) === dashMark && endsKey(c, c.at + 1, false)
}

export function atFlow(c: Cursor): boolean {
  let code = c.text.charCodeAt(c.at)
  return code === openList || code === openMap
}

// Also steps over the spaces before the colon.
export function atColon(c: Cursor): boolean {
  skipSpaces(c)
  return c.text.charCodeAt(c.at) === colon && endsKey(c, c.at + 1, false)
}

function endsKey(c: Cursor, at: number, inFlow: boolean): boolean {
  let code = c.text.charCodeAt(at)
  return at >= c.to || code === space || code === tab || breakLength(c, at) > 0 || (inFlow && isFlowIndicator(code))
}

export function emptyScalar(c: Cursor, at: number): YamlScalar {
  return scalarOf(c, at, at, '')
}

export function scalarOf(c: Cursor, from: number, to: number, value: string): YamlScalar {
  return { type: 'scalar', value, from: from + c.shift, to: to + c.shift }
}

const tab = 9
export const space = 32
const doubleQuote = 34
const hash = 35
const singleQuote = 39
export const comma = 44
export const dashMark = 45
const colon = 58
export const openList = 91
const backslash = 92
export const closeList = 93
const openMap = 123
export const closeMap = 125

function isFlowIndicator(code: number): boolean {
  return code === comma || code === openList || code === closeList || code === openMap || code === closeMap
}

// YAML 1.2's c-indicator; some of them may begin a word when no space follows, which is left to the library.
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(mark => mark.charCodeAt(0)))

function startsPlain(code: number): boolean {
  return code > space && !indicators.has(code)
}
