import type { Position, SelectionRange } from 'vscode-languageserver-types'
import {
  lineAt,
  lineEnd,
  type Note,
  type Span,
  sectionsOf,
  statementExtents,
  touches,
  type Workspace,
  type Yaml
} from '../core'
import { toOffset, toRange } from './convert'

/** A chain for each of several places in an open file. */
export function selectionRanges(
  workspace: Workspace,
  path: string,
  positions: Position[]
): SelectionRange[] | undefined {
  let text = workspace.texts.get(path)
  if (text === undefined) return undefined
  let lines = workspace.lines(path)
  return positions.map(position => selectionRange(workspace, path, text, toOffset(text, lines, position)))
}

/**
 * What to select as a selection grows from an offset: the word; the mention, citation or link; the words of a quotation, then with its marks; the
 * sentence; the paragraph; list item and statement; the sections; all. In records: the value, the entry around it. Each holds the one
 * before it and more.
 */
export function selectionRange(workspace: Workspace, path: string, text: string, offset: number): SelectionRange {
  let note = workspace.note(path)
  let file = workspace.files.get(path)
  let lines = workspace.lines(path)
  let line = lineAt(lines, offset)
  let records = [...(file?.actors ?? []), ...(file?.sources ?? [])].filter(record => touches(record.span, offset))
  let spans: Span[] = [
    wordAt(text, offset),
    ...(note ? inNote(note, text) : [{ from: lines[line], to: lineEnd(text, lines, line) }]),
    ...records.flatMap(record => [...inYaml(record.fields, offset), record.span]),
    { from: 0, to: text.length }
  ].filter(span => touches(span, offset))
  // The smallest first; what begins or ends inside another without lying in it cannot be part of the chain.
  spans.sort((a, b) => a.to - a.from - (b.to - b.from) || a.from - b.from)
  let chain: Span[] = []
  for (let span of spans) {
    let last = chain.at(-1)
    if (!last || (span.from <= last.from && last.to <= span.to && span.to - span.from > last.to - last.from))
      chain.push(span)
  }
  return chain.reduceRight<SelectionRange | undefined>(
    (parent, span) => (parent ? { range: toRange(lines, span), parent } : { range: toRange(lines, span) }),
    undefined
  )!
}

function inNote(note: Note, text: string): Span[] {
  return [
    ...(note.frontMatter ? [note.frontMatter] : []),
    ...note.mentions.flatMap(mention => [mention.keySpan, mention]),
    ...note.citations.flatMap(({ keySpan, locator, speaker, ...citation }) =>
      [keySpan, locator, speaker, citation].filter(span => span !== undefined)
    ),
    ...note.links.flatMap(link => [link.label ?? link.destinationSpan, link]),
    ...note.definitions.flatMap(defined => [defined.destinationSpan, defined]),
    ...note.quotations.flatMap(quotation => [quotation.inner, quotation]),
    ...note.attributes.flatMap(given => [...given.values, given]),
    ...note.sentences,
    ...note.blocks,
    ...note.blockQuotes,
    ...statementExtents(note),
    ...sectionsOf(note, text)
  ]
}

// Everything around the offset, from the outside in.
function inYaml(value: Yaml, offset: number): Span[] {
  if (!touches(value, offset)) return []
  if (value.type === 'scalar') return [value]
  if (value.type === 'list') return [value, ...value.items.flatMap(item => inYaml(item, offset))]
  return [
    value,
    ...value.fields.flatMap(({ keySpan, value: inner }) =>
      touches({ from: keySpan.from, to: Math.max(inner.to, keySpan.to) }, offset)
        ? [keySpan, { from: keySpan.from, to: Math.max(inner.to, keySpan.to) }, ...inYaml(inner, offset)]
        : []
    )
  ]
}

function wordAt(text: string, offset: number): Span {
  let isWord = (at: number) => /[\p{L}\p{M}\p{N}\p{Cs}_’']/u.test(text.charAt(at))
  let [from, to] = [offset, offset]
  while (from > 0 && isWord(from - 1)) from--
  while (to < text.length && isWord(to)) to++
  return { from, to }
}
