import type { Fix, Sentence } from '../model'
import type { NoteContext } from '../rules/rule'

/**
 * Label a sentence a judgement: where it begins its paragraph, or ends one outside lists, for a label makes a paragraph of its own.
 * Elsewhere other sentences would be labelled with it.
 */
export function labelJudgement({ note, path, text }: NoteContext, sentence: Sentence): Fix[] {
  let block = note.blocks[sentence.block]
  if (block.statement !== undefined) return []
  if (block.from === sentence.from) {
    let alone = sentence.to >= block.from + block.text.trimEnd().length
    let title = alone ? 'Label it a judgement' : 'Label the paragraph a judgement'
    return [{ title, edits: [{ path, from: block.from, to: block.from, newText: 'Judgement: ' }] }]
  }
  if (block.depth > 0 || sentence.to < block.from + block.text.trimEnd().length) return []
  let before = /\s*$/.exec(text.slice(block.from, sentence.from))![0].length
  let edit = { path, from: sentence.from - before, to: sentence.from, newText: '\n\nJudgement: ' }
  return [{ title: 'Label it a judgement', edits: [edit] }]
}
