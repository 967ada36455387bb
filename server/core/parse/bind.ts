import type { Block, Citation, Note, Quotation, Sentence, Span } from '../model'
import { firstIndex } from '../span'

/** Where the citations of a quotation are looked for when its sentence has none (`citations.cover`). */
export type Cover = 'sentence' | 'paragraph'

/** Give each citation and quotation its sentence, and each quotation its citations (section 5 of the markup). */
export function bind(note: Note, cover: Cover) {
  let citations = perBlock(note.citations, note.blocks.length)
  let sentences = perBlock(note.sentences, note.blocks.length)
  for (let citation of note.citations) citation.sentence = sentenceAt(note, sentences, citation, citation.to - 1)
  for (let quotation of note.quotations) {
    let { block } = quotation
    quotation.sentence = sentenceAt(note, sentences, quotation, quotation.to - 1)
    if (quotation.kind === 'inline') {
      let cited = near(note, citations, quotation)
      if (cited === undefined && cover === 'paragraph') {
        let last = citations[block + 1] - 1
        if (last >= citations[block] && note.citations[last].sentence === sentences[block + 1] - 1) cited = last
      }
      if (cited !== undefined) quotation.citations = groupOf(note, cited)
    }
  }
  inherit(note)
  let inside: number[][] = note.blockQuotes.map(() => [])
  for (let [index, block] of note.blocks.entries())
    if (block.blockQuote !== undefined) inside[block.blockQuote].push(index)
  let quoted: Span[] = []
  for (let [index, blocks] of inside.entries()) {
    let made = blocks.length > 0 ? bindBlockQuote(note, index, blocks, citations, sentences) : undefined
    if (made) quoted.push(made.inner)
    if (made) note.quotations.push(made)
  }
  // Marks inside a quoted block belong to the words of the whole.
  let isInside = (at: number) => {
    let index = firstIndex(quoted.length, i => quoted[i].to > at)
    return index < quoted.length && quoted[index].from <= at
  }
  if (quoted.length > 0)
    note.quotations = note.quotations.filter(own => own.kind !== 'inline' || !isInside(own.inner.from))
  note.quotations.sort((a, b) => a.from - b.from)
  for (let [index, quotation] of note.quotations.entries()) {
    if (quotation.kind === 'relied') note.citations[quotation.citations[0]].words = index
  }
}

// What is quoted on has the citation of what it goes on to: the parts of a quotation that runs over paragraphs, and those of
// one that is split: “It is over,” he said. “We go.” [^x]
function inherit(note: Note) {
  let next: Quotation | undefined
  for (let i = note.quotations.length - 1; i >= 0; i--) {
    let own = note.quotations[i]
    if (own.kind !== 'inline') continue
    if (next && own.citations.length === 0 && goesOn(note, own, next)) own.citations = next.citations
    next = own
  }
}

function goesOn(note: Note, own: Quotation, next: Quotation): boolean {
  if (own.continued) return next.block === own.block + 1 && next.from === note.blocks[next.block].from
  let sentence = note.sentences[own.sentence]
  return (
    next.block === own.block &&
    next.sentence === own.sentence + 1 &&
    next.from === note.sentences[next.sentence].from &&
    own.from === sentence.from &&
    own.to < sentence.to - 1
  )
}

/** The members of block `b` are those from `ranges[b]` up to `ranges[b + 1]`: members come in the order of blocks. */
type Ranges = Int32Array

function perBlock(members: { block: number }[], blocks: number): Ranges {
  let ranges = new Int32Array(blocks + 1)
  for (let member of members) ranges[member.block + 1]++
  for (let b = 1; b <= blocks; b++) ranges[b] += ranges[b - 1]
  return ranges
}

let range = (ranges: Ranges, block: number) =>
  Array.from({ length: ranges[block + 1] - ranges[block] }, (_, i) => ranges[block] + i)

function sentenceAt(note: Note, sentences: Ranges, { block }: { block: number }, at: number): number {
  let from = sentences[block]
  let count = sentences[block + 1] - from
  let index = firstIndex(count, i => at < note.sentences[from + i].to)
  return count === 0 ? -1 : from + Math.min(index, count - 1)
}

// The nearest citation that follows in the sentence, else the nearest before it.
function near(note: Note, citations: Ranges, quotation: Quotation): number | undefined {
  let from = citations[quotation.block]
  let to = citations[quotation.block + 1]
  let after = from + firstIndex(to - from, i => note.citations[from + i].from >= quotation.to)
  if (after < to && note.citations[after].sentence === quotation.sentence) return after
  return after > from && note.citations[after - 1].sentence === quotation.sentence ? after - 1 : undefined
}

// More citations than anybody puts behind one quotation: a bound keeps a note made of nothing else linear.
let mostBound = 50

// All citations that touch this one.
function groupOf(note: Note, index: number): number[] {
  let { group } = note.citations[index]
  let members: number[] = []
  for (let i = group; note.citations[i]?.group === group && members.length < mostBound; i++) members.push(i)
  return members
}

// A block quote whose last line holds a citation, or is followed by one.
function bindBlockQuote(note: Note, blockQuote: number, inside: number[], citations: Ranges, sentences: Ranges) {
  let first = note.blocks[inside[0]]
  let lastIndex = inside[inside.length - 1]
  let last = note.blocks[lastIndex]
  let lastLine = last.from + Math.max(last.text.lastIndexOf('\n'), last.text.lastIndexOf('\r')) + 1
  let bound = range(citations, lastIndex).filter(index => note.citations[index].from >= lastLine)
  let to = last.to
  if (bound.length > 0) to = attributionStart(last, lastLine, note.citations[bound[0]])
  else bound = leading(note, lastIndex + 1, citations)
  if (bound.length === 0) return undefined
  // The words of a quotation of several blocks: what stands between them is blank for the reader.
  let words = ''
  let isMarked = opensEach(inside.map(index => note.blocks[index].text))
  for (let index of inside) {
    let { from, text } = note.blocks[index]
    words = words.padEnd(from - first.from) + (isMarked && words !== '' ? ` ${text.slice(1)}` : text)
  }
  let inner = { from: first.from, to }
  let cut = words.slice(0, to - first.from)
  let marked = /^["“„«»]([^"“”„«»]*)["“”«»]\s*$/.exec(cut)
  if (marked) {
    inner = { from: first.from + 1, to: first.from + 1 + marked[1].length }
    cut = marked[1]
  }
  let made: Quotation = {
    ...note.blockQuotes[blockQuote],
    kind: 'block',
    inner,
    words: cut,
    block: lastIndex,
    sentence: sentenceAt(note, sentences, { block: lastIndex }, Math.max(last.from, to - 1)),
    citations: bound
  }
  return made
}

// A quotation of several paragraphs has a mark at the beginning of each, and closes once.
function opensEach(paragraphs: string[]): boolean {
  return (
    paragraphs.every(text => /^["“„«]/.test(text)) && paragraphs.slice(0, -1).every(text => !/["“”«»]\s*$/.test(text))
  )
}

// Where the words end: before the citation, and before a line of attribution such as “— @mehra [^wire]”.
function attributionStart(last: Block, lastLine: number, citation: Citation): number {
  let at = lastLine - last.from
  let own = /^\s*(?:[—–―]|--)/.test(last.text.slice(at)) ? at : citation.from - last.from
  let before = last.text.slice(0, own)
  return last.from + before.trimEnd().length
}

// Citations with which the next block begins.
function leading(note: Note, block: number, citations: Ranges): number[] {
  let next = note.blocks[block]
  if (!next) return []
  let at = next.from
  let found: number[] = []
  for (let index of range(citations, block)) {
    let citation = note.citations[index]
    if (next.text.slice(at - next.from, citation.from - next.from).replace(/[\s—–―-]/g, '') !== '') break
    found.push(index)
    at = citation.to
  }
  return found
}

/** The sentence's own text. */
export function sentenceText(note: Note, sentence: Sentence): string {
  let block = note.blocks[sentence.block]
  return block.text.slice(sentence.from - block.from, sentence.to - block.from)
}
