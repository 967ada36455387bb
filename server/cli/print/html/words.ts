import { type Note, type Span, type Workspace, within } from '../../../core'
import { actorName } from '../../../features/words/describe'
import type { Sheet } from './claim'
import { text } from './text'

export interface Mark extends Span {
  show: (inner: string) => string
}

/** Where a note has something that is shown otherwise than it is written, sorted; of two that begin together the longer first. */
export function marksOf(workspace: Workspace, note: Note, source: string): Mark[] {
  let marks: Mark[] = [
    ...note.attributes.map(own => ({ ...bare(own), show: () => '' })),
    ...note.mentions.map(({ key, words, ...own }) => ({
      ...bare(own),
      show: () => `<span class="actor">${text(words ?? actorName(workspace, key))}</span>`
    })),
    ...note.citations.map(({ key, ...own }) => ({ ...bare(own), show: () => ` <sup>[${text(key)}]</sup>` })),
    ...note.quotations
      .filter(own => own.kind !== 'relied')
      .map(own => ({ ...bare(own), show: (inner: string) => `<mark>${inner}</mark>` })),
    ...note.statements.map(({ labelSpan }) => ({
      ...bare(labelSpan),
      // With its colon; the label stands before the claim.
      to: labelSpan.to + (/^[*_]*:[*_]*/.exec(source.slice(labelSpan.to, labelSpan.to + 8))?.[0].length ?? 0),
      show: () => ''
    }))
  ]
  return marks.sort((a, b) => a.from - b.from || b.to - a.to)
}

/**
 * The words of a claim as the writer wrote them, for reading: mentions by name, quotations marked, citations as their keys, and the marks of
 * lists, quotes and attributes left out.
 */
export function wordsOf({ text: source, marks }: Sheet, span: Span): string {
  // A block quote begins with its mark.
  let from = span.from + /^[ \t>]*/.exec(source.slice(span.from, span.to))![0].length
  let inside = Array.from(within(marks, span), ([, mark]) => ({ ...mark, from: Math.max(mark.from, from) }))
  return render(source, { from, to: span.to }, inside).trim()
}

let bare = ({ from, to }: Span): Span => ({ from, to })

function render(source: string, { from, to }: Span, marks: Mark[]): string {
  let shown = ''
  let at = from
  for (let [index, mark] of marks.entries()) {
    if (mark.from < at || mark.to > to) continue
    let inner = marks.slice(index + 1).filter(own => own.from >= mark.from && own.to <= mark.to)
    shown += plain(source.slice(at, mark.from)) + mark.show(render(source, mark, inner))
    at = mark.to
  }
  return shown + plain(source.slice(at, to))
}

// Marks at the beginning of further lines, of emphasis, and the backslash of an escape.
function plain(words: string): string {
  return text(
    words
      .replace(/\n[ \t>]*(?:[-*+] )?/g, '\n')
      .replace(/\\(?=[!-/:-@[-`{-~])/g, '')
      .replace(/\*+|(?<!\w)_+|_+(?!\w)/g, '')
  )
}
