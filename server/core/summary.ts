import type { Label, Note, Span } from './model'
import { detached } from './span'

/** What the workspace keeps of a note that is not open. */
export interface NoteSummary {
  title?: string
  status: 'draft' | 'final'
  /** Keys, each as often as it is used. */
  mentions: string[]
  citations: string[]
  /** Statements with an id: what links may lead to. */
  statements: (Span & { id: string; label: Label })[]
  headings: (Span & { slug: string; text: string; level: number })[]
  /** Ids of other blocks, and of headings that give themselves one. */
  otherIds: string[]
}

/** A pure function of the note. */
export function summarize(note: Note): NoteSummary {
  return {
    title: note.frontMatter?.title && detached(note.frontMatter.title),
    status: note.frontMatter?.status ?? 'draft',
    mentions: [...note.mentions, ...note.citations.flatMap(citation => citation.speaker ?? [])].map(keyOf),
    citations: note.citations.map(keyOf),
    statements: note.statements.flatMap(({ id, label, from, to }) =>
      id === undefined ? [] : [{ id: detached(id), label, from, to }]
    ),
    headings: note.blocks.flatMap(({ kind, slug = '', text, level = 1, from, to }) =>
      kind === 'heading' ? [{ slug: detached(slug), text: detached(text), level, from, to }] : []
    ),
    otherIds: note.attributes.flatMap(({ id, block }) =>
      id === undefined || note.blocks[block].statement !== undefined ? [] : [detached(id.value)]
    )
  }
}

let keyOf = ({ key }: { key: string }) => detached(key)
