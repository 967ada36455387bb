import type { Problem, Span } from '../model'

/** `@article{key, name = {value}, …}` with the positions of all its parts. */
export interface BibEntry {
  /** In lower case. */
  type: string
  key: string
  keySpan: Span
  span: Span
  fields: BibField[]
}
export interface BibField {
  /** In lower case. */
  name: string
  nameSpan: Span
  /** As LaTeX, with `@string` names replaced. */
  value: string
  /** Between the braces or quotation marks. */
  valueSpan: Span
}

/** Fields that name other entries by their keys (BibLaTeX's manual, 2.2.3 and 3.4). Their values are no prose. */
export let keyFields = ['crossref', 'xref', 'xdata', 'entryset', 'related']

/**
 * The entries of a BibTeX or BibLaTeX file. Never throws; linear: an entry that is not closed ends where a line begins another.
 *
 * Ours, because none of npm's readers fits: `@retorquere/bibtex-parser` brings a language model of 5 MB and gives no offsets, `bibtex-parse`,
 * `@citation-js/plugin-bibtex` and `biblatex-csl-converter` (LGPL) give none either, and `astrocite-bibtex`, which does, ended in 2019.
 */
export function readBibtex(text: string): { entries: BibEntry[]; problems: Problem[] } {
  let reader: Reader = { text, at: 0, end: -1, strings: new Map(months), budget: 1_000_000, problems: [] }
  let entries: BibEntry[] = []
  for (let start = nextEntry(text, 0); start; start = nextEntry(text, reader.at)) {
    reader.at = start.open + 1
    if (reader.end < reader.at) reader.end = nextEntry(text, reader.at, true)?.from ?? text.length
    if (start.type === 'comment' || start.type === 'preamble') skipBraced(reader, start.open)
    else if (start.type === 'string') readString(reader, start.open)
    else {
      let entry = readEntry(reader, start)
      if (entry) entries.push(entry)
    }
  }
  return { entries, problems: reader.problems }
}

interface Reader {
  text: string
  at: number
  /** Where the next entry begins at the start of a line. */
  end: number
  strings: Map<string, string>
  /** Characters that names of strings may still add: one can double another, and so on. */
  budget: number
  problems: Problem[]
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'
  .split(' ')
  .map((name, i): [string, string] => [name, `${i + 1}`])

function nextEntry(text: string, from: number, atLineStart = false) {
  let pattern = atLineStart ? /^[ \t]*@\s*([a-zA-Z]+)\s*[{(]/gm : /@\s*([a-zA-Z]+)\s*[{(]/g
  pattern.lastIndex = from
  let found = pattern.exec(text)
  return found
    ? { from: found.index, type: found[1].toLowerCase(), open: found.index + found[0].length - 1 }
    : undefined
}

function readEntry(r: Reader, start: { from: number; type: string; open: number }): BibEntry | undefined {
  let { text } = r
  skipSpace(r)
  let key = match(r, /[^\s,{}()="]+/y)
  let keySpan = { from: r.at - key.length, to: r.at }
  let fields: BibField[] = []
  if (!key) r.problems.push({ from: start.from, to: start.open + 1, message: 'This entry has no key' })
  for (;;) {
    skipSpace(r)
    let mark = r.at < r.end ? text[r.at] : ''
    if (mark === ',') {
      r.at++
      continue
    }
    if (mark === '}' || mark === ')') {
      r.at++
      break
    }
    let field = readField(r)
    if (!field) {
      let message =
        r.at < r.end ? 'Expected `name = {value}` here' : `The entry \`${key}\` is not closed: a brace is missing`
      let at = r.at < r.end ? { from: r.at, to: r.at + 1 } : { from: start.from, to: keySpan.to }
      r.problems.push({ ...at, message })
      r.at = r.end
      break
    }
    fields.push(field)
  }
  return key ? { type: start.type, key, keySpan, span: { from: start.from, to: r.at }, fields } : undefined
}

function readField(r: Reader): BibField | undefined {
  let name = match(r, /[^\s,{}()="#%]+/y)
  let nameSpan = { from: r.at - name.length, to: r.at }
  skipSpace(r)
  if (!name || r.text[r.at] !== '=' || r.at >= r.end) return undefined
  r.at++
  let value = readValue(r)
  return value && { name: name.toLowerCase(), nameSpan, ...value }
}

// Pieces joined by `#`: braced, quoted, a number, or the name of a string.
function readValue(r: Reader): { value: string; valueSpan: Span } | undefined {
  let value = ''
  let valueSpan: Span | undefined
  for (;;) {
    skipSpace(r)
    let piece = readPiece(r)
    if (!piece) return undefined
    value += piece.value
    valueSpan = { from: valueSpan?.from ?? piece.from, to: piece.to }
    skipSpace(r)
    if (r.text[r.at] !== '#' || r.at >= r.end) return { value, valueSpan }
    r.at++
  }
}

function readPiece(r: Reader): (Span & { value: string }) | undefined {
  let open = r.text[r.at]
  if (open !== '{' && open !== '"') {
    let word = match(r, /[^\s,{}()="#]+/y)
    let value = r.strings.get(word.toLowerCase()) ?? word
    if (value.length > r.budget) value = word
    else r.budget -= value.length - word.length
    return word ? { from: r.at - word.length, to: r.at, value } : undefined
  }
  let from = r.at + 1
  let to = closing(r, from, open === '{' ? '}' : '"')
  if (to < 0) {
    r.at = r.end
    return undefined
  }
  r.at = to + 1
  return { from, to, value: r.text.slice(from, to) }
}

function readString(r: Reader, open: number) {
  skipSpace(r)
  let field = readField(r)
  if (field) r.strings.set(field.name, field.value)
  skipBraced(r, open)
}

function skipBraced(r: Reader, open: number) {
  let to = closing(r, open + 1, r.text[open] === '{' ? '}' : ')')
  r.at = to < 0 ? r.end : to + 1
}

// The offset of the mark that closes, outside inner braces; −1 if there is none before the next entry.
function closing(r: Reader, from: number, mark: string): number {
  let depth = 0
  for (let at = from; at < r.end; at++) {
    let char = r.text[at]
    if (char === '\\') at++
    else if (depth === 0 && char === mark) return at
    else if (char === '{') depth++
    else if (char === '}') depth--
  }
  return -1
}

function skipSpace(r: Reader) {
  while (match(r, /\s+|%[^\n]*/y));
}

function match(r: Reader, pattern: RegExp): string {
  pattern.lastIndex = r.at
  let found = pattern.exec(r.text)?.[0].slice(0, Math.max(0, r.end - r.at)) ?? ''
  r.at += found.length
  return found
}
