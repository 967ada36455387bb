import type { Yaml, YamlField, YamlList, YamlMap, YamlScalar } from './model'
import {
  atColon,
  atDash,
  atFlow,
  atLineEnd,
  type Cursor,
  closeList,
  closeMap,
  comma,
  emptyScalar,
  nextLine,
  openList,
  readScalar,
  skipSpaces,
  space
} from './yaml-cursor'
import { atBlockText, readBlockText, readPlainRest } from './yaml-text'

/**
 * Reads the entry `key: …` that fills `text` from `from` to `to`, when it is written in YAML's everyday form: block
 * mappings and lists, flow collections on one line, plain, folded and literal text, comments and blank lines. Anything else
 * (escapes, anchors, tabs, errors) is "not mine": undefined, and the YAML library decides.
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
  if (!atLineEnd(c)) return readInline(c, column, depth)
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
  if (atFlow(c) || atBlockText(c)) return readInline(c, column, depth)
  let scalar = readScalar(c, false)
  if (!scalar) return undefined
  let end = c.at
  if (atColon(c)) return readMap(c, c.column, scalar, depth + 1)
  c.at = end
  return readPlainRest(c, column, scalar)
}

// What begins on the line of its key or dash, which stands at `column`.
function readInline(c: Cursor, column: number, depth: number): Yaml | undefined {
  if (atBlockText(c)) return readBlockText(c, column)
  if (!atFlow(c)) {
    let scalar = readScalar(c, false)
    return scalar && readPlainRest(c, column, scalar)
  }
  let value = readFlow(c, depth + 1)
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

/** Whether two fields have one key. Records have few fields; the square is cheaper than a set up to a dozen. */
function repeats(fields: YamlField[]): boolean {
  if (fields.length > 12) return new Set(fields.map(field => field.key)).size < fields.length
  for (let i = 1; i < fields.length; i++) for (let j = 0; j < i; j++) if (fields[i].key === fields[j].key) return true
  return false
}
