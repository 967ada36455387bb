import type { Note, Sentence, Span } from '../model'
import { signsIn } from '../signs'
import type { Workspace } from '../workspace'

/**
 * Reads the writer's own words of sentences, which must be asked for in their order: as long as the sentence, with quotations,
 * citations, code, comments, addresses and line breaks blanked, and each mention as a name of the same length (`NNNN`).
 */
export function proseOf(note: Note): (sentence: Sentence) => string {
  let covers = coversOf(note)
  let next = 0
  return sentence => {
    let block = note.blocks[sentence.block]
    let at = sentence.from
    let words = ''
    let keep = (to: number) => {
      if (to > at) words += block.text.slice(at - block.from, to - block.from)
    }
    while (next < covers.length && covers[next].to <= sentence.from) next++
    for (let i = next; i < covers.length && covers[i].from < sentence.to; i++) {
      let { from, to, fill } = covers[i]
      keep(from)
      let start = Math.max(from, at)
      at = Math.min(to, sentence.to)
      words += filling(fill, at - start)
    }
    keep(sentence.to)
    // Rules look for words with a space between them, wherever the writer's lines end.
    return words.replace(/[\r\n]/g, ' ')
  }
}

let name = 'N'.repeat(200)
let blank = ' '.repeat(200)
function filling(fill: 'N' | ' ', count: number): string {
  return count > 200 ? fill.repeat(count) : (fill === 'N' ? name : blank).slice(0, count)
}

/** The same of every sentence of a note, by index; worked out once for all that ask. */
export function proseIn(workspace: Workspace, note: Note): string[] {
  return workspace.ofNote(note, ownProse, () => note.sentences.map(proseOf(note)))
}
let ownProse = Symbol('prose')

/** The signs in the prose of every sentence (`signsIn`). */
export function signsInNote(workspace: Workspace, note: Note): Int32Array {
  return workspace.ofNote(note, ownSigns, () => Int32Array.from(proseIn(workspace, note).map(signsIn)))
}
let ownSigns = Symbol('signs')

interface Cover extends Span {
  fill: 'N' | ' '
}

// Sorted and disjoint: where two overlap, the first has what both cover.
function coversOf(note: Note): Cover[] {
  let all: Cover[] = []
  for (let { from, to } of note.mentions) all.push({ from, to, fill: 'N' })
  for (let spans of [note.quotations, note.citations, note.opaque])
    for (let { from, to } of spans) all.push({ from, to, fill: ' ' })
  all.sort((a, b) => a.from - b.from || b.to - a.to)
  let end = 0
  return all.filter(cover => {
    if (cover.to <= end) return false
    cover.from = Math.max(cover.from, end)
    end = cover.to
    return true
  })
}
