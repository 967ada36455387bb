import type { Block, Note, Span } from '../model'
import { firstIndex } from '../span'

/**
 * Sentences that hold a citation, words quoted with one, or a link to a statement that carries its own. With `paragraph`, a citation in the last sentence of
 * a paragraph covers all of it (`citations.cover`).
 */
export function citedSentences(note: Note, cover: 'sentence' | 'paragraph'): Set<number> {
  let cited = new Set(note.citations.map(citation => citation.sentence))
  // Words that “he said” takes apart have their citation in the next sentence.
  for (let own of note.quotations) if (own.kind === 'inline' && own.citations.length > 0) cited.add(own.sentence)
  for (let link of note.links) if (isStatementLink(link.destination)) cited.add(sentenceAt(note, link))
  if (cover === 'sentence') return cited
  let { sentences } = note
  for (let last = sentences.length - 1; last >= 0; ) {
    let first = last
    while (first > 0 && sentences[first - 1].block === sentences[last].block) first--
    if (cited.has(last)) for (let index = first; index < last; index++) cited.add(index)
    last = first - 1
  }
  return cited
}

/** Whether a link leads to a statement or heading of a note: `#kj1`, `other.note.md#kj1`. */
export let isStatementLink = (destination: string) => /^(?:[^:?#]{1,500}\.note\.md)?#./.test(destination)

/** Whether the block or statement is marked as common knowledge. */
export function isCommon(note: Note, attributes: number | undefined): boolean {
  return attributes !== undefined && note.attributes[attributes].values.some(value => value.name === 'common')
}

/** Indexes of the statements that cite a source or link to a statement: themselves, or in an item or block quote under them. */
export function supportedStatements(note: Note): Set<number> {
  let statements = statementsOfBlocks(note)
  let supported = new Set<number>()
  let support = (block: number) => {
    let index = statements[block]
    if (index === undefined) return
    supported.add(index)
    let { parent } = note.statements[index]
    if (parent !== undefined) supported.add(parent)
  }
  for (let citation of note.citations) support(citation.block)
  for (let link of note.links) if (isStatementLink(link.destination)) support(blockAt(note, link))
  return supported
}

/** Index of the statement each block belongs to, or of the labelled item; a block quote belongs to the statement it follows. */
export function statementsOfBlocks(note: Note): (number | undefined)[] {
  let found: (number | undefined)[] = []
  let before: Block | undefined
  let last: number | undefined
  for (let block of note.blocks) {
    let isQuote = block.blockQuote !== undefined
    let own = isQuote ? (before && belongs(block, before) ? last : undefined) : block.statement
    found.push(own)
    if (!isQuote || own === undefined) before = block
    last = own
  }
  return found
}

let belongs = (quote: Block, before: Block) => quote.item === before.item || quote.depth > before.depth

function sentenceAt(note: Note, span: Span): number {
  let index = firstIndex(note.sentences.length, i => note.sentences[i].to >= span.to)
  return note.sentences[index]?.from <= span.from ? index : -1
}

function blockAt(note: Note, span: Span): number {
  return firstIndex(note.blocks.length, i => note.blocks[i].from > span.from) - 1
}
