import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types'
import {
  lineAt,
  type Note,
  pagesOf,
  type Source,
  type Span,
  sectionsOf,
  statementExtents,
  textEnd,
  type Workspace
} from '../core'

/**
 * What can be folded in an open note or source, by whole lines: front matter, sections, statements with what stands under them, list
 * items, block quotes, comments, code; of a source, its pages. Of other files nothing is said: the editor folds by indentation.
 *
 * @param most as many as the client takes; the longest are kept
 */
export function foldingRange(workspace: Workspace, path: string, most = 5000): FoldingRange[] | undefined {
  let text = workspace.texts.get(path)
  let file = workspace.files.get(path)
  let note = workspace.note(path)
  let [source] = file?.kind === 'source' ? file.sources : []
  if (text === undefined || (!note && !source)) return undefined
  let lines = workspace.lines(path)
  let byStart = new Map<number, FoldingRange>()
  for (let { kind, ...span } of note ? inNote(note, text) : inSource(source, text)) {
    let [startLine, endLine] = [lineAt(lines, span.from), lineAt(lines, textEnd(text, span.to))]
    let known = byStart.get(startLine)
    // Of several that begin on one line the widest: an editor shows one arrow.
    if (endLine > startLine && (!known || known.endLine < endLine))
      byStart.set(startLine, kind ? { startLine, endLine, kind } : { startLine, endLine })
  }
  let longest = [...byStart.values()].sort((a, b) => b.endLine - b.startLine - (a.endLine - a.startLine)).slice(0, most)
  return longest.sort((a, b) => a.startLine - b.startLine)
}

type Fold = Span & { kind?: FoldingRangeKind }

function inNote(note: Note, text: string): Fold[] {
  let comments = note.opaque.map(span => (text.startsWith('<!--', span.from) ? { ...span, kind: comment } : span))
  return [
    ...(note.frontMatter ? [{ from: note.frontMatter.from, to: note.frontMatter.to }] : []),
    ...sectionsOf(note, text),
    ...statementExtents(note),
    ...items(note),
    ...note.blockQuotes,
    ...comments
  ]
}

let comment = FoldingRangeKind.Comment

// From the item's start to the end of the last block in it or deeper.
function items({ blocks }: Note): Span[] {
  let found: Span[] = []
  let open: (Span & { depth: number })[] = []
  let end = 0
  let close = (ends: (own: (typeof open)[number]) => boolean) => {
    while (open.length > 0 && ends(open[open.length - 1])) open.pop()!.to = end
  }
  for (let { item, depth, to } of blocks) {
    close(own => own.depth > depth || (own.depth === depth && own.from !== item))
    if (item !== undefined && open.at(-1)?.from !== item) {
      let span = { from: item, to, depth }
      found.push(span)
      open.push(span)
    }
    end = to
  }
  close(() => true)
  return found
}

function inSource({ span, bodyFrom }: Source, text: string): Fold[] {
  return [span, ...(bodyFrom === undefined ? [] : pagesOf(text, bodyFrom))]
}
