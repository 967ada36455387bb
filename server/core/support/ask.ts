import { labels, type Note, type Sentence, type Span, subLabels } from '../model'
import type { Ask } from './terms'

/** What the sentence of a note says, without its citations; the label it may begin with is none of its words. */
export function askOf(note: Note, sentence: Sentence): Ask {
  let { from, text } = note.blocks[sentence.block]
  let words = text.slice(sentence.from - from, sentence.to - from).replace(label, blank)
  let actors: string[] = []
  let within = <T extends Span>(spans: T[]) => spans.filter(own => own.from < sentence.to && sentence.from < own.to)
  for (let mention of within(note.mentions)) actors.push(mention.key)
  for (let { from, to } of [...within(note.mentions), ...within(note.citations), ...within(note.opaque)]) {
    let start = Math.max(0, from - sentence.from)
    let end = Math.max(start, Math.min(to, sentence.to) - sentence.from)
    words = words.slice(0, start) + blank(words.slice(start, end)) + words.slice(end)
  }
  return {
    words: words
      .replace(/\{[^{}]*\}\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
    actors: [...new Set(actors)]
  }
}

let label = new RegExp(`^[\\s*_]*(?:${[...labels, ...subLabels, 'Judgment'].join('|')})[*_]*:`)
let blank = (words: string) => ' '.repeat(words.length)
