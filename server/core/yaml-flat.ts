import type { Yaml, YamlField, YamlList, YamlMap, YamlScalar } from './model'

/**
 * Reads the entry `key: …` that fills `text` from `from` to `to`, when it is written in YAML's everyday form: block
 * mappings and lists, flow collections on one line, scalars on one line, comments and blank lines. Anything else
 * (block scalars, escapes, anchors, tabs, errors) is "not mine": undefined, and the YAML library decides.
 *
 * The library takes about 60 µs for a small front matter and a second per megabyte; a cold start reads 12,000 of them, and
 * a list of 14,000 actors is read again at each key stroke. Where this reader answers it answers as the library does, positions
 * included; test/core/yaml-flat.test.ts holds it to that. One pass, no regular expressions, no look behind.
 *
 * @param from where the key begins, at column 0
 * @param to the end of the entry's last line, or of the text
 * @param shift added to each position
 */
export function readFlatField(text: string, from: number, to: number, shift: number): YamlField | undefined {
  let cursor = { text, at: from, to, shift, column: 0 }
  let map = readBlock(cursor, 0)
  return map?.type === 'map' && map.fields.length === 1 && cursor.column < 0 ? map.fields[0] : undefined
}

/** `column` is the indentation of the content line that `at` stands on, −1 past the last one. */
interface Cursor {
  text: string
  at: number
  to: number
  shift: number
  column: number
}

const deepest = 24
// YAML allows 1024 characters in a key; the library says so when there are more.
const longestKey = 1000

function readBlock(c: Cursor, depth: number): Yaml | undefined {
  if (depth > deepest) return undefined
  if (atDash(c)) return readList(c, c.column, depth)
  let key = readScalar(c, false)
  return key && atColon(c) ? readMap(c, c.column, key, depth) : undefined
}

// Stands after the first key and its spaces, on the colon.
function readMap(c: Cursor, column: number, first: YamlScalar, depth: number): YamlMap | undefined {
  let fields: YamlField[] = []
  for (let key = first; ; ) {
    if (key.to - key.from > longestKey || key.value === '<<') return undefined
    c.at++
    let value = readFieldValue(c, column, depth)
    if (!value || c.column > column) return undefined
    fields.push({ key: key.value, keySpan: { from: key.from, to: key.to }, value })
    if (c.column < column) break
    let next = readScalar(c, false)
    if (!next || !atColon(c)) return undefined
    key = next
  }
  if (repeats(fields)) return undefined
  return { type: 'map', fields, from: first.from, to: fields[fields.length - 1].value.to }
}

function readFieldValue(c: Cursor, column: number, depth: number): Yaml | undefined {
  let after = c.at
  skipSpaces(c)
  if (!atLineEnd(c)) return readInline(c, depth)
  let empty = emptyScalar(c, after)
  if (!nextLine(c)) return undefined
  if (c.column > column) return readBlock(c, depth + 1)
  return c.column === column && atDash(c) ? readList(c, column, depth + 1) : empty
}

function readList(c: Cursor, column: number, depth: number): YamlList | undefined {
  if (depth > deepest) return undefined
  let items: Yaml[] = []
  let from = c.at
  while (c.column === column && atDash(c)) {
    let item = readItem(c, column, depth)
    if (!item || c.column > column) return undefined
    items.push(item)
  }
  return { type: 'list', items, from: from + c.shift, to: items[items.length - 1].to }
}

function readItem(c: Cursor, column: number, depth: number): Yaml | undefined {
  let dash = c.at++
  skipSpaces(c)
  if (atLineEnd(c)) {
    let empty = emptyScalar(c, dash + 1)
    if (!nextLine(c)) return undefined
    return c.column > column ? readBlock(c, depth + 1) : empty
  }
  c.column += c.at - dash
  if (atDash(c)) return readList(c, c.column, depth + 1)
  if (atFlow(c)) return readInline(c, depth)
  let scalar = readScalar(c, false)
  if (scalar && atColon(c)) return readMap(c, c.column, scalar, depth + 1)
  return scalar && nextLine(c) ? scalar : undefined
}

function readInline(c: Cursor, depth: number): Yaml | undefined {
  let value = atFlow(c) ? readFlow(c, depth + 1) : readScalar(c, false)
  return value && nextLine(c) ? value : undefined
}

function readFlow(c: Cursor, depth: number): Yaml | undefined {
  if (depth > deepest) return undefined
  let from = c.at++
  let list = c.text.charCodeAt(from) === openList
  let close = list ? closeList : closeMap
  let items: Yaml[] = []
  let fields: YamlField[] = []
  for (skipSpaces(c); c.text.charCodeAt(c.at) !== close; skipSpaces(c)) {
    if (list) {
      let item = readFlowValue(c, depth)
      if (!item) return undefined
      items.push(item)
    } else {
      let key = readScalar(c, true)
      if (!key || key.value === '<<' || !atColon(c) || c.text.charCodeAt(++c.at) !== space) return undefined
      skipSpaces(c)
      let value = readFlowValue(c, depth)
      if (!value) return undefined
      fields.push({ key: key.value, keySpan: { from: key.from, to: key.to }, value })
    }
    skipSpaces(c)
    let code = c.text.charCodeAt(c.at)
    if (code === comma) c.at++
    else if (code !== close) return undefined
  }
  if (repeats(fields)) return undefined
  let span = { from: from + c.shift, to: ++c.at + c.shift }
  return list ? { type: 'list', items, ...span } : { type: 'map', fields, ...span }
}

function readFlowValue(c: Cursor, depth: number): Yaml | undefined {
  return atFlow(c) ? readFlow(c, depth + 1) : readScalar(c, true)
}

function readScalar(c: Cursor, inFlow: boolean): YamlScalar | undefined {
  let code = c.text.charCodeAt(c.at)
  if (code === singleQuote || code === doubleQuote) return readQuoted(c, code)
  if (!startsPlain(code)) return undefined
  let end = c.at
  for (let i = c.at; i < c.to; i++) {
    code = c.text.charCodeAt(i)
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

// From the end of a line's content to the next content; false when something else stands in between.
function nextLine(c: Cursor): boolean {
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

function skipSpaces(c: Cursor) {
  while (c.text.charCodeAt(c.at) === space && c.at < c.to) c.at++
}

function atLineEnd(c: Cursor): boolean {
  return c.at >= c.to || c.text.charCodeAt(c.at) === hash || breakLength(c, c.at) > 0
}

function breakLength(c: Cursor, at: number): number {
  let code = c.text.charCodeAt(at)
  return code === 10 ? 1 : code === 13 && c.text.charCodeAt(at + 1) === 10 ? 2 : 0
}

function atDash(c: Cursor): boolean {
  return c.text.charCodeAt(c.at) === dashMark && endsKey(c, c.at + 1, false)
}

function atFlow(c: Cursor): boolean {
  let code = c.text.charCodeAt(c.at)
  return code === openList || code === openMap
}

// Also steps over the spaces before the colon.
function atColon(c: Cursor): boolean {
  skipSpaces(c)
  return c.text.charCodeAt(c.at) === colon && endsKey(c, c.at + 1, false)
}

function endsKey(c: Cursor, at: number, inFlow: boolean): boolean {
  let code = c.text.charCodeAt(at)
  return at >= c.to || code === space || code === tab || breakLength(c, at) > 0 || (inFlow && isFlowIndicator(code))
}

function emptyScalar(c: Cursor, at: number): YamlScalar {
  return scalarOf(c, at, at, '')
}

function scalarOf(c: Cursor, from: number, to: number, value: string): YamlScalar {
  return { type: 'scalar', value, from: from + c.shift, to: to + c.shift }
}

/** Whether two fields have one key. Records have few fields; the square is cheaper than a set up to a dozen. */
function repeats(fields: YamlField[]): boolean {
  if (fields.length > 12) return new Set(fields.map(field => field.key)).size < fields.length
  for (let i = 1; i < fields.length; i++) for (let j = 0; j < i; j++) if (fields[i].key === fields[j].key) return true
  return false
}

const tab = 9
const space = 32
const doubleQuote = 34
const hash = 35
const singleQuote = 39
const comma = 44
const dashMark = 45
const colon = 58
const openList = 91
const backslash = 92
const closeList = 93
const openMap = 123
const closeMap = 125

function isFlowIndicator(code: number): boolean {
  return code === comma || code === openList || code === closeList || code === openMap || code === closeMap
}

// YAML 1.2's c-indicator; some of them may begin a word when no space follows, which is left to the library.
const indicators = new Set([...'-?:,[]{}#&*!|>\'"%@`'].map(mark => mark.charCodeAt(0)))

function startsPlain(code: number): boolean {
  return code > space && !indicators.has(code)
}
