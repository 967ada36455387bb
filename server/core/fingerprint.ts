import { lineAt, lineEnd, lineStarts } from './lines'
import type { Finding, Note, Span } from './model'
import { firstIndex } from './span'
import { fold } from './verify'

/**
 * What tells each finding from the others of its file, whatever is edited elsewhere in it: the rule, the words it marks and the sentence
 * they stand in, with typography, line breaks and the marks of lists and quotes folded away; of equal ones, the how manieth. No line
 * numbers, and not the message, which another version may word better. Of what stands in no sentence, as front matter and
 * records, its block or line takes the sentence's place.
 *
 * @param findings of the text, in its order
 * @param note of the same text, if it is one
 * @returns a text for each finding, as long as its sentence: hash it
 */
export function fingerprints(text: string, findings: readonly Finding[], note?: Note): string[] {
  let starts = lineStarts(text)
  let counts = new Map<string, number>()
  return findings.map(({ rule, from, to }) => {
    let around = note && (sentenceAt(note, from) ?? blockAt(note, from))
    let words = around ? slice(note!, text, around, { from, to }) : text.slice(from, to)
    let context = around ? slice(note!, text, around, around) : lineOf(text, starts, from)
    let identity = [rule, plain(words), plain(context)].join('\n')
    let count = (counts.get(identity) ?? 0) + 1
    counts.set(identity, count)
    return `${identity}\n${count}`
  })
}

let plain = (words: string) => fold(words).text.replace(/\s+/g, ' ').trim()

interface Within extends Span {
  block: number
}

// The last one that begins at or before the offset, if it reaches it.
function sentenceAt({ sentences }: Note, offset: number): Within | undefined {
  let last = sentences[firstIndex(sentences.length, i => sentences[i].from > offset) - 1]
  return last && last.to >= offset ? last : undefined
}

function blockAt({ blocks }: Note, offset: number): Within | undefined {
  let index = firstIndex(blocks.length, i => blocks[i].from > offset) - 1
  let block = blocks[index]
  return block && block.to >= offset ? { block: index, from: block.from, to: block.to } : undefined
}

// A stretch that begins in a block, without the marks of the list items and quotes around it; what goes beyond the block, as a
// quotation of several paragraphs, is taken as it is written.
function slice({ blocks }: Note, text: string, { block }: Within, { from, to }: Span): string {
  let own = blocks[block]
  let end = own.from + own.text.length
  return own.text.slice(from - own.from, to - own.from) + text.slice(Math.max(from, end), Math.max(to, end))
}

function lineOf(text: string, starts: Int32Array, offset: number): string {
  let line = lineAt(starts, offset)
  return text.slice(starts[line], lineEnd(text, starts, line))
}
