import type { Fix, Span } from '../model'
import { namesIn, namesInNote } from '../name-matcher'
import { namesOf } from '../names'
import { editDistance } from '../suggest'
import type { NoteContext, Rule } from './rule'

/** A form of a name that its actor's record lists as wrong, outside other people's words. */
export let rule: Rule = {
  id: 'misspelt-name',
  severity: { draft: 'warning', final: 'warning' },
  standard: '',
  safeFixes: true,
  *note(context) {
    let { note, workspace, text } = context
    let names = namesInNote(workspace, note, context.path)
    for (let [index, sentence] of note.sentences.entries()) {
      let block = note.blocks[sentence.block]
      if (block.blockQuote !== undefined || block.footnote !== undefined) continue
      for (let found of names[index])
        if (found.kind === 'misspelling')
          yield flag(context, { from: sentence.from + found.from, to: sentence.from + found.to }, found)
    }
    for (let { words, from, block } of note.mentions) {
      if (words === undefined || note.blocks[block].blockQuote !== undefined) continue
      let start = text.indexOf(words, from)
      for (let found of start < 0 ? [] : namesIn(workspace, words))
        if (found.kind === 'misspelling') yield flag(context, { from: start + found.from, to: start + found.to }, found)
    }
  }
}

function flag(
  { workspace, path }: NoteContext,
  { from, to }: Span,
  { words, keys }: { words: string; keys: string[] }
) {
  let names = keys.flatMap(key => namesOf(workspace.actor(key)!))
  // The form that was meant is the nearest.
  let [right] = names.map(name => ({ name, edits: editDistance(words, name, 100) })).sort((a, b) => a.edits - b.edits)
  let message = `“${words}” is listed as a misspelling of ${right.name}.`
  let safe = keys.length === 1
  let edits = [{ path, from, to, newText: right.name }]
  let fixes = (): Fix[] => [{ title: `Change to ${right.name}`, safe, edits }]
  return { from, to, message, fixes }
}
