import type { Block, Span } from '../model'
import { isBlank } from './block-table'
import type { State } from './blocks'
import { type DefinitionAt, definitionsEnd } from './definitions'

/** Turn a finished paragraph's lines into leaves: definitions taken off its start, a table split into cells. */
export function endParagraph(state: State, lines: Span[], headingLevel?: number) {
  let from = lines[0].from
  let text = leafText(state, lines)
  let skip = takeDefinitions(state, from, text)
  while (skip < text.length && /\s/.test(text[skip])) skip++
  if (skip === text.length) return
  let kept = skip > 0 ? lines.filter(line => line.from >= from + skip) : lines
  if (headingLevel) {
    pushLeaf(state, 'heading', from + skip, from + text.length, text.slice(skip), headingLevel)
    return
  }
  let table = tableStart(state.text, kept)
  let plain = table < 0 ? kept : kept.slice(0, table)
  if (plain.length) {
    let to = plain[plain.length - 1].to - from
    pushLeaf(state, 'paragraph', plain[0].from, from + to, text.slice(plain[0].from - from, to))
  }
  if (table < 0) return
  for (let row of [kept[table], ...kept.slice(table + 2)]) {
    for (let cell of cells(state.text, row))
      pushLeaf(state, 'cell', cell.from, cell.to, state.text.slice(cell.from, cell.to))
  }
}

function takeDefinitions(state: State, base: number, text: string): number {
  let found: DefinitionAt[] = []
  let skip = definitionsEnd(text, 0, found)
  if (skip > 0) state.opaque.push({ from: base, to: base + skip })
  for (let { from, to, label, destinationSpan: at } of found) {
    let destination = text.slice(at.from, at.to)
    let destinationSpan = { from: base + at.from, to: base + at.to }
    let made = { from: base + from, to: base + to, label, destination, destinationSpan }
    if (!state.definitions.has(label)) state.definitions.set(label, made)
  }
  return skip
}

/** The text of the lines with what stands before each (container marks) blanked, trailing white space cut. */
export function leafText(state: State, lines: Span[]): string {
  let from = lines[0].from
  let to = lines[lines.length - 1].to
  while (to > from && /\s/.test(state.text[to - 1])) to--
  if (lines.length === 1 || !state.containers.some(container => container.type === 'quote')) {
    return state.text.slice(from, to)
  }
  let out = ''
  for (let [i, line] of lines.entries()) {
    if (i > 0) out += state.text.slice(lines[i - 1].to, line.from).replace(/[^\r\n]/g, ' ')
    out += state.text.slice(line.from, line.to)
  }
  return out.slice(0, to - from)
}

/** A leaf at the containers that are open now. Every field is set, in one order: blocks are made by the million. */
export function pushLeaf(state: State, kind: Block['kind'], from: number, to: number, text: string, level?: number) {
  let depth = 0
  let item: number | undefined
  let blockQuote: number | undefined
  let footnote: string | undefined
  for (let container of state.containers) {
    if (container.type === 'item') {
      depth++
      item = container.from
    } else if (container.type === 'quote') blockQuote = container.index
    else footnote = container.label
  }
  state.leaves.push({
    kind,
    from,
    to,
    text,
    level,
    slug: undefined,
    depth,
    item,
    blockQuote,
    footnote,
    section: undefined,
    statement: undefined,
    attributes: undefined
  })
}

let delimiterRow = /^[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$/

// GitHub's tables: the row above a delimiter row of as many cells is the head. Returns its index in `lines`, or -1.
function tableStart(text: string, lines: Span[]): number {
  for (let i = 1; i < lines.length; i++) {
    let c = text.charCodeAt(lines[i].from)
    if (c !== 124 && c !== 45 && c !== 58) continue
    let row = text.slice(lines[i].from, lines[i].to)
    if (!row.includes('|') || !delimiterRow.test(row)) continue
    if (columns(text, lines[i]) === columns(text, lines[i - 1])) return i - 1
  }
  return -1
}

function columns(text: string, row: Span): number {
  let bars = 0
  let to = row.to
  while (to > row.from && isBlank(text, to - 1)) to--
  for (let i = row.from; i < to; i++) {
    let c = text.charCodeAt(i)
    if (c === 92) i++
    else if (c === 124 && i > row.from && i < to - 1) bars++
  }
  return bars + 1
}

function cells(text: string, row: Span): Span[] {
  let found: Span[] = []
  let from = row.from
  let push = (to: number) => {
    let cell = { from, to }
    while (cell.from < to && /\s/.test(text[cell.from])) cell.from++
    while (cell.to > cell.from && /\s/.test(text[cell.to - 1])) cell.to--
    found.push(cell)
  }
  for (let i = row.from; i < row.to; i++) {
    let c = text.charCodeAt(i)
    if (c === 92) i++
    else if (c === 124) {
      if (text.slice(row.from, i).trim() !== '') push(i)
      from = i + 1
    }
  }
  if (text.slice(from, row.to).trim() !== '') push(row.to)
  return found
}
