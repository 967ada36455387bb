import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types'
import {
  type Actor,
  type Note,
  pagesOf,
  type Source,
  type Span,
  sectionsOf,
  statementExtents,
  type Workspace
} from '../core'
import { toRange, toUri } from './convert'
import { plain } from './words/escape'
import { readable } from './words/readable'
import { actorKind, headingKind, labelKinds, sourceKind } from './words/symbol-kinds'

/**
 * The outline of an open file. Of a note: headings, nested, with the statements under them and the items under those; of files of
 * records, the records; of a source, its pages as well.
 *
 * @param nested whether the client shows a tree; else all is one list
 */
export function documentSymbol(
  workspace: Workspace,
  path: string,
  nested: boolean
): DocumentSymbol[] | SymbolInformation[] | undefined {
  let text = workspace.texts.get(path)
  let file = workspace.files.get(path)
  if (text === undefined || !file) return undefined
  let note = workspace.note(path)
  let entries = [
    ...file.actors.map(ofActor),
    ...file.sources.flatMap(source => ofSource(source, text)),
    ...(note ? ofNote(note, text) : [])
  ]
  let lines = workspace.lines(path)
  return nested
    ? nest(entries).map(entry => toSymbol(lines, entry))
    : entries.map(({ name, kind, span }) => ({
        name,
        kind,
        location: { uri: toUri(path), range: toRange(lines, span) }
      }))
}

interface Entry {
  name: string
  detail?: string
  kind: SymbolKind
  span: Span
  shown: Span
}
interface Branch extends Entry {
  children: Branch[]
}

function ofNote(note: Note, text: string): Entry[] {
  let headings = sectionsOf(note, text).map(({ heading, from, to }): Entry => {
    let { from: start, to: end, text: words } = note.blocks[heading]
    return { name: titled(readable(words)), kind: headingKind, span: { from, to }, shown: { from: start, to: end } }
  })
  let extents = statementExtents(note)
  let statements = note.statements.map(({ label, words, id, from, to }, index): Entry => {
    let said = text.slice(words.from, words.to)
    let name = titled(`${label}: ${readable(said)}`)
    return {
      name,
      detail: id === undefined ? undefined : `#${id}`,
      kind: labelKinds[label],
      span: extents[index],
      shown: { from, to }
    }
  })
  return [...headings, ...statements].sort((a, b) => a.span.from - b.span.from || b.span.to - a.span.to)
}

function ofActor(actor: Actor): Entry {
  let { key, name, span, keySpan } = actor
  return { name: titled(name || key), detail: `@${key}`, kind: actorKind(actor), span, shown: keySpan }
}

function ofSource({ key, title, span, keySpan, bodyFrom }: Source, text: string): Entry[] {
  let whole = bodyFrom === undefined ? span : { from: span.from, to: text.length }
  let own = { name: titled(title ?? key), detail: `^${key}`, kind: sourceKind, span: whole, shown: keySpan }
  let pages = bodyFrom === undefined ? [] : pagesOf(text, bodyFrom)
  return [own, ...pages.map(page => ({ name: `p. ${page.page}`, kind: SymbolKind.Number, span: page, shown: page }))]
}

// Sorted by place, an entry before what lies inside it. What crosses another's end is put beside it.
function nest(entries: Entry[]): Branch[] {
  let top: Branch[] = []
  let open: Branch[] = []
  for (let entry of entries) {
    let branch = { ...entry, children: [] }
    while (open.length > 0 && open[open.length - 1].span.to < entry.span.to) open.pop()
    let parent = open.at(-1)
    if (parent && parent.span.from <= entry.span.from) parent.children.push(branch)
    else top.push(branch)
    open.push(branch)
  }
  return top
}

function toSymbol(lines: Int32Array, { name, detail, kind, span, shown, children }: Branch): DocumentSymbol {
  return {
    name,
    detail,
    kind,
    range: toRange(lines, span),
    selectionRange: toRange(lines, shown),
    children: children.map(child => toSymbol(lines, child))
  }
}

/** On one line, and never empty: the protocol forbids it. */
export function titled(words: string): string {
  let line = plain(words)
  if (line.length <= 120) return line || '…'
  return `${line.slice(0, 119).replace(/[\ud800-\udbff]$/, '')}…`
}
