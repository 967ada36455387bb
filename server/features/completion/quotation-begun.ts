import { firstIndex, type Note } from '../../core'
import { isOpaque } from './index'

/** A quotation that is being written, seen from the cursor in it. */
export interface BegunQuotation {
  /** The words from the opening mark to the cursor. */
  typed: string
  /** What closes it; and that mark with the stop before it where it stands behind the cursor, else nothing. */
  closing: string
  closed: string
  /** The cited source's key, when these are the words relied on inside a citation. */
  relied?: string
  /** That citation still lacks its `]`. */
  isBracketOpen: boolean
  /** Keys of the citations that the quotation is, or will be, bound to; and of the others in its sentence. */
  bound: string[]
  nearby: string[]
}

let closings: { [open: string]: string } = { '"': '"', '“': '”', '„': '“', '«': '»', '»': '«' }
let relying = /\[\^([^\s\][,]+),(?:[^\][]*[\s,])?(["“„«])([^"“”„«»\][]*)$/

/**
 * The quotation in which the cursor stands, if its words go no further than the cursor: the mark before it is not closed, or closed right
 * behind it. Undefined elsewhere, in code and addresses, and in the middle of a quotation's words.
 */
export function begunQuotation(note: Note, text: string, offset: number): BegunQuotation | undefined {
  let index = firstIndex(note.blocks.length, i => note.blocks[i].from > offset) - 1
  let block = note.blocks[index]
  if (!block || isOpaque(note, offset)) return undefined
  let behind = text.slice(block.from + block.text.length, offset)
  if (!/^[ \t]*$/.test(behind)) return undefined
  let head = block.text.slice(0, offset - block.from) + behind
  let tail = block.text.slice(offset - block.from)
  let relied = relying.exec(head.slice(-4000))
  let opened = relied ? { mark: relied[2], typed: relied[3] } : innermost(note, block.from, head)
  if (!opened) return undefined
  let closing = closings[opened.mark]
  let closed = closedBehind(opened.mark, closing, tail)
  if (closed === undefined) return undefined
  let isBracketOpen = !/^[^[\]]{0,200}\]/.test(tail.slice(closed.length))
  let reach = relied ? { bound: [], nearby: [] } : citationsInReach(note, offset)
  return { typed: opened.typed, closing, closed, relied: relied?.[1], isBracketOpen, ...reach }
}

// The mark opened last and not closed before the cursor, by the parser's pairing; marks in code and citations are none.
function innermost(note: Note, from: number, head: string): { mark: string; typed: string } | undefined {
  let covers = [...note.opaque, ...note.citations].filter(span => span.to > from && span.to <= from + head.length)
  let ends = new Map(covers.map(span => [span.from - from, span.to - from]))
  let open: number[] = []
  for (let i = 0; i < head.length; i++) {
    let end = ends.get(i)
    if (end !== undefined && end > i) i = end - 1
    else if (head[i] === '\\') i++
    else if (open.length > 0 && closes(head[open[open.length - 1]], head[i])) open.pop()
    else if (closings[head[i]] && !isUnit(head, i)) open.push(i)
  }
  let at = open.at(-1)
  return at === undefined ? undefined : { mark: head[at], typed: head.slice(at + 1) }
}

let closes = (mark: string, char: string) => char === closings[mark] || (mark === '„' && char === '”')
// Inches and seconds: 6", 40°12'05".
let isUnit = (text: string, at: number) => text[at] === '"' && /[\d′'’]/.test(text.charAt(at - 1))

// What closes the quotation right behind the cursor, nothing if it is open, undefined if more words follow.
function closedBehind(mark: string, closing: string, tail: string): string | undefined {
  let right = /^[.,!?…]?["“”»«]/.exec(tail)?.[0]
  if (right?.endsWith(closing)) return right
  let next = tail.indexOf(closing)
  if (next < 0) return ''
  // A straight mark pairs with any other: with an even number of them behind, none is this one's.
  if (mark === closing) return tail.split(closing).length % 2 === 1 ? '' : undefined
  let again = tail.indexOf(mark)
  return again >= 0 && again < next ? '' : undefined
}

// As the parser binds: to the nearest citation that follows in the sentence, else to the nearest before; those that touch go together.
function citationsInReach(note: Note, offset: number): { bound: string[]; nearby: string[] } {
  let sentence = firstIndex(note.sentences.length, i => note.sentences[i].from > offset) - 1
  let around = note.citations.filter(citation => citation.sentence === sentence)
  let nearest = around.find(citation => citation.from >= offset) ?? around.at(-1)
  let isBound = (group: number) => group === nearest?.group
  return {
    bound: around.filter(citation => isBound(citation.group)).map(citation => citation.key),
    nearby: around.filter(citation => !isBound(citation.group)).map(citation => citation.key)
  }
}
