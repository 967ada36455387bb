import type { Block, Definition, Note, Span, Suppression } from '../model'
import { firstFrom } from '../span'
import { attributesOf } from './attributes'
import { bind, type Cover } from './bind'
import { type Blocks, findBlocks } from './blocks'
import { frontMatterAt, noteFields } from './front-matter'
import { beginScan, type Found, scanInline } from './inline'
import { findSentences, type Obstacle } from './sentences'
import { findStatements } from './statements'
import { suppressionAt } from './suppressions'

export interface ParseOptions {
  /** Abbreviations that end no sentence, without their last full stop, besides those of the markup. */
  abbreviations?: ReadonlySet<string>
  cover?: Cover
}

let none: ReadonlySet<string> = new Set()

/**
 * Read a note (sections 2 to 8 and 11 of the markup). Never fails: what is malformed becomes a problem, and the rest is read as if it were text.
 * A pure function of the text; linear in its length, whatever it holds.
 */
export function parseNote(text: string, options: ParseOptions = {}): Note {
  // The paths of fixes are filled in by those who know the note's.
  let front = frontMatterAt(text, '')
  let blocks = findBlocks(text, front?.bodyFrom ?? 0)
  let note: Note = {
    frontMatter: front && noteFields(front),
    blocks: blocks.leaves,
    blockQuotes: blocks.blockQuotes,
    mentions: [],
    citations: [],
    quotations: [],
    sentences: [],
    statements: [],
    attributes: [],
    suppressions: [],
    links: [],
    definitions: definitionsIn(blocks),
    images: [],
    footnotes: [...blocks.footnotes],
    opaque: blocks.opaque,
    // Front matter that does not parse is one finding.
    problems: front?.broken ? front.problems.slice(0, 1) : (front?.problems ?? [])
  }
  let comments = blocks.comments
  let abbreviations = options.abbreviations ?? none
  let { mentions, citations, quotations, links, images, opaque, problems } = note
  let found: Found = { mentions, citations, quotations, links, images, opaque, comments, problems }
  let slugs = new Map<string, number>()
  let section: number | undefined
  for (let [index, block] of note.blocks.entries()) {
    let read = block.kind === 'cell' ? undefined : attributesOf(block, index)
    block.section = section
    if (read) {
      block.attributes = note.attributes.push(read.attributes) - 1
      block.text = block.text.slice(0, read.attributes.from - block.from).trimEnd()
      note.problems.push(...read.problems)
    }
    let seen = counts(note)
    scanInline(beginScan(block, index, blocks, found))
    if (block.kind === 'heading') {
      section = index
      block.slug = slugOf(block.text, slugs)
    }
    for (let span of findSentences(block.text, obstaclesIn(note, block, seen), abbreviations)) {
      note.sentences.push({ from: block.from + span.from, to: block.from + span.to, block: index })
    }
  }
  findStatements(note)
  bind(note, options.cover ?? 'sentence')
  note.opaque.sort((a, b) => a.from - b.from)
  note.problems.sort((a, b) => a.from - b.from)
  note.suppressions = suppressions(text, note, comments)
  return note
}

// A key there would make its links mentions, which are written in one place each: it is left as text.
function definitionsIn({ definitions }: Blocks): Definition[] {
  return definitions.size > 0 ? [...definitions.values()].filter(({ destination }) => destination[0] !== '@') : []
}

interface Counts {
  mentions: number
  citations: number
  quotations: number
  opaque: number
}
let counts = (note: Note): Counts => ({
  mentions: note.mentions.length,
  citations: note.citations.length,
  quotations: note.quotations.length,
  opaque: note.opaque.length
})

// What ends no sentence inside itself, of all that was found since, as offsets into the block, sorted and disjoint.
function obstaclesIn(note: Note, block: Block, since: Counts): Obstacle[] {
  let obstacles: Obstacle[] = []
  let add = (spans: Span[], first: number, kind: Obstacle['kind']) => {
    for (let i = first; i < spans.length; i++) {
      obstacles.push({ from: spans[i].from - block.from, to: spans[i].to - block.from, kind })
    }
  }
  add(note.mentions, since.mentions, 'mention')
  add(note.citations, since.citations, 'citation')
  add(note.quotations, since.quotations, 'whole')
  add(note.opaque, since.opaque, 'whole')
  if (obstacles.length < 2) return obstacles
  obstacles.sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return obstacles.filter(obstacle => {
    if (obstacle.from < end) return false
    end = obstacle.to
    return true
  })
}

/** GitHub's anchor of a heading; `used` counts those given in the note so far. */
export function slugOf(heading: string, used: Map<string, number>): string {
  let lower = heading.toLowerCase()
  let plain = /^[a-z0-9 -]*$/.test(lower)
  let kept = plain ? lower : lower.replace(/\]\([^)]*\)/g, '').replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
  let slug = kept.replaceAll(' ', '-')
  let count = used.get(slug) ?? 0
  used.set(slug, count + 1)
  return count === 0 ? slug : `${slug}-${count}`
}

function suppressions(text: string, note: Note, comments: Span[]): Suppression[] {
  let found: Suppression[] = []
  for (let comment of comments.sort((a, b) => a.from - b.from)) {
    let suppression = suppressionAt(text, comment)
    if (!suppression) continue
    if (suppression.scope === 'block') suppression.target = blockAfter(text, note, suppression.to)
    found.push(suppression)
  }
  // One above another, they all silence the block below the last.
  for (let i = found.length - 2; i >= 0; i--) {
    let [own, next] = [found[i], found[i + 1]]
    if (own.scope === 'block' && next.scope === 'block' && isNextLine(text.slice(own.to, next.from)))
      own.target ??= next.target
  }
  return found
}

let isNextLine = (between: string) => between.length < 200 && /^[ \t]*(?:\r\n?|\n)[ \t>]*$/.test(between)

// The block that begins on the line after the offset: a whole block quote, a list item with what is in it, or a paragraph.
function blockAfter(text: string, note: Note, at: number): Span | undefined {
  let index = firstFrom(note.blocks, at)
  let next = note.blocks[index]
  if (!next) return undefined
  let quote = next.blockQuote === undefined ? undefined : note.blockQuotes[next.blockQuote]
  let from = quote && quote.from >= at ? quote.from : next.item !== undefined && next.item >= at ? next.item : next.from
  if (!/^[ \t]*(?:\r\n?|\n)[ \t>]*$/.test(text.slice(at, from))) return undefined
  if (quote?.from === from) return quote
  let last = index
  if (next.item === from) {
    while (isWithin(note.blocks[last + 1], next)) last++
  }
  return { from, to: note.blocks[last].to }
}

let isWithin = (block: Block | undefined, first: Block) =>
  !!block && (block.depth > first.depth || (block.depth === first.depth && block.item === first.item))
