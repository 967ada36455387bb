import type { Span } from '../../core'
import type { Asked } from './index'

/** Words for a title, in quotation marks, on one line. */
export function quoted(words: string): string {
  let line = words.replace(/\s+/g, ' ').trim()
  return `“${line.length > 50 ? `${line.slice(0, 49)}…` : line}”`
}

/** What is selected in running text of a note, on one line, without white space around it: words that can be a name or a title. */
export function selectedWords({ note, text, from, to }: Asked): (Span & { words: string }) | undefined {
  let raw = text.slice(from, to)
  let words = raw.trim()
  let start = from + raw.indexOf(words)
  let span = { from: start, to: start + words.length }
  if (words.length > 200 || !/[\p{L}\p{N}]/u.test(words) || /[\r\n[\]]/.test(words)) return undefined
  let isRunning = note.blocks.some(block => block.from <= span.from && span.to <= block.from + block.text.length)
  let marked = [...note.mentions, ...note.citations, ...note.links, ...note.opaque]
  if (!isRunning || marked.some(own => own.from < span.to && span.from < own.to)) return undefined
  return { ...span, words }
}
