import { statementsOfBlocks } from './claims/evidence'
import type { Note, Span } from './model'

/** What a heading heads: from the start of its line to the end of the last text before the next heading of its level or above. */
export interface Section extends Span {
  /** Index in `Note.blocks` of the heading. */
  heading: number
  level: number
}

/** Sections in the order of the text, each before those inside it. Headings in lists and block quotes head nothing. */
export function sectionsOf(note: Note, text: string): Section[] {
  let found: Section[] = []
  let open: Section[] = []
  let close = (level: number, at: number) => {
    while (open.length > 0 && open[open.length - 1].level >= level) open.pop()!.to = textEnd(text, at)
  }
  for (let [heading, { kind, level = 1, depth, blockQuote, from }] of note.blocks.entries()) {
    if (kind !== 'heading' || depth > 0 || blockQuote !== undefined) continue
    let start = from
    while (start > 0 && !/[\r\n]/.test(text[start - 1])) start--
    close(level, start)
    let section = { from: start, to: start, heading, level }
    found.push(section)
    open.push(section)
  }
  close(0, text.length)
  return found
}

/** By index in `Note.statements`: the statement with all that belongs to it, its items and the block quotes under it. */
export function statementExtents(note: Note): Span[] {
  let extents = note.statements.map(({ from, to }) => ({ from, to }))
  for (let [block, index] of statementsOfBlocks(note).entries()) {
    if (index === undefined) continue
    let { to, blockQuote } = note.blocks[block]
    let end = blockQuote === undefined ? to : note.blockQuotes[blockQuote].to
    for (let own: number | undefined = index; own !== undefined; own = note.statements[own].parent)
      extents[own].to = Math.max(extents[own].to, end)
  }
  return extents
}

/** The end of the last text before an offset. */
export function textEnd(text: string, at: number): number {
  while (at > 0 && /\s/.test(text[at - 1])) at--
  return at
}
