import { statementsOfBlocks } from './claims/evidence'
import type { Label, Note, Span } from './model'
import { detached, firstIndex } from './span'

/** What the workspace keeps of a note that is not open. */
export interface NoteSummary {
  title?: string
  status: 'draft' | 'final'
  mentions: Keys
  /** Actors named in citations, as those who said it. */
  speakers: Keys
  /** `statements`: for each citation the index of the statement it stands in, or −1. */
  citations: Keys & { statements: number[] }
  /** Keys of the sources that quotations are bound to, once for each quotation. */
  quoted: string[]
  /** All of them, and the labelled items under them, as `Note.statements` has them. */
  statements: StatementSummary[]
  headings: (Span & { slug: string; text: string; level: number })[]
  /** Other blocks with an id, headings among them. `idFrom` as in a statement. */
  otherIds: (Span & { id: string; idFrom: number })[]
  links: LinkSummary[]
  /** Where links by label find their destinations, as in the note. */
  definitions: readonly LinkSummary[]
  /** As in the note. */
  images: readonly { destination: string; from: number }[]
  /** Labels of ordinary footnotes: no source can be cited by these here. */
  footnotes: readonly string[]
}

/**
 * Keys in the order of the text, each as often as it is used. Lists side by side: thousands of objects would take more room. They are
 * pieces of the note's text until `Uses` counts them, and then the one string of the key that all notes share.
 */
export interface Keys {
  keys: string[]
  /** Where each begins, without its mark; it is as long as it is. */
  starts: number[]
}

export interface StatementSummary extends Span {
  label: Label
  id?: string
  /** Where the id begins, without `#`. */
  idFrom?: number
  /** The first of its words, on one line. */
  words: string
  parent?: number
  key: boolean
}

export interface LinkSummary {
  /** As written; `from` is where it begins. */
  destination: string
  from: number
  /** Index of the statement it stands in. */
  statement?: number
  /** Of a link by label, which has its destination from a definition: where the link itself stands. */
  through?: Span
}

/**
 * A pure function of the note. What is kept of thousands of notes is built field by field, and never spread: V8 may give each object that
 * is a copy of another a shape of its own, larger than itself and slow to read.
 */
export function summarize(note: Note): NoteSummary {
  let statements = statementsOfBlocks(note)
  let own = statements.some(statement => statement !== undefined)
  let speakers = note.citations.flatMap(({ speaker }) =>
    speaker ? [{ key: speaker.key, keySpan: { from: speaker.to - speaker.key.length } }] : []
  )
  return {
    title: note.frontMatter?.title && detached(note.frontMatter.title),
    status: note.frontMatter?.status ?? 'draft',
    mentions: keysOf(note.mentions),
    speakers: keysOf(speakers),
    citations: Object.assign(keysOf(note.citations), {
      statements: note.citations.map(({ block }) => statements[block] ?? -1)
    }),
    quoted: note.quotations.flatMap(({ citations }) => [...new Set(citations.map(index => note.citations[index].key))]),
    statements: note.statements.map(({ id, attributes, label, words, block, parent, key, from, to }) => {
      let opens = opening(note.blocks[block].text, words.from - note.blocks[block].from)
      let kept: StatementSummary = { from, to, label, words: opens, key }
      if (parent !== undefined) kept.parent = parent
      if (id !== undefined) {
        kept.id = detached(id)
        kept.idFrom = note.attributes[attributes!].id!.from + 1
      }
      return kept
    }),
    headings: note.blocks.flatMap(({ kind, slug = '', text, level = 1, from, to }) =>
      kind === 'heading' ? [{ slug: detached(slug), text: detached(text), level, from, to }] : []
    ),
    otherIds: note.attributes.flatMap(({ id, block }) => {
      let at = note.blocks[block]
      // An item that goes on in a second paragraph: the id there is of the paragraph.
      let isStatement = at.statement !== undefined && note.statements[at.statement].block === block
      return id === undefined || isStatement
        ? []
        : [{ id: detached(id.value), idFrom: id.from + 1, from: at.from, to: at.to }]
    }),
    links: note.links.map(link => {
      let statement = own ? statements[blockAt(note, link)] : undefined
      let kept: LinkSummary = { destination: detached(link.destination), from: link.destinationSpan.from }
      if (link.label) kept.through = { from: link.from, to: link.to }
      if (statement !== undefined) kept.statement = statement
      return kept
    }),
    definitions:
      note.definitions.length > 0
        ? note.definitions.map(({ destination, destinationSpan: { from } }) => ({
            destination: detached(destination),
            from
          }))
        : none,
    images:
      note.images.length > 0 ? note.images.map(own => ({ ...own, destination: detached(own.destination) })) : none,
    footnotes: note.footnotes.length > 0 ? note.footnotes.map(detached) : none
  }
}

let none: readonly never[] = []

function keysOf(uses: { key: string; keySpan: { from: number } }[]): Keys {
  return { keys: uses.map(({ key }) => key), starts: uses.map(({ keySpan }) => keySpan.from) }
}

/** As many characters of a statement as a list shows. */
let mostWords = 100

function opening(text: string, from: number): string {
  return detached(
    text
      .slice(from, from + mostWords)
      // All white space but single spaces, which are by far the most.
      .replace(/\s{2,}|[^\S ]/g, ' ')
      .trim()
  )
}

function blockAt(note: Note, { from }: Span): number {
  return firstIndex(note.blocks.length, index => note.blocks[index].from > from) - 1
}
