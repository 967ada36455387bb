import type { Fix, Quotation, Span } from '../model'
import { namesIn, namesInNote } from '../name-matcher'
import { namesOf } from '../names'
import { editDistance } from '../suggest'
import type { Flag, NoteContext, Rule } from './rule'

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
    for (let quotation of note.quotations) yield* inQuotation(context, quotation)
  }
}

// The letters are the source's, and stay; the writer may show whose they are.
function* inQuotation({ workspace, path }: NoteContext, { words, inner }: Quotation): Iterable<Flag> {
  for (let { kind, keys, words: name, from, to } of namesIn(workspace, words)) {
    if (kind !== 'misspelling' || /^['’]?s?\s?\[sic/.test(words.slice(to, to + 8))) continue
    let at = { from: inner.from + from, to: inner.from + to }
    let edits = [{ path, from: at.to, to: at.to, newText: ' [sic]' }]
    let message = `The source writes “${name}” for ${workspace.actor(keys[0])!.name}: \`[sic]\` says that it is not your slip.`
    yield { ...at, atMost: 'hint', message, fixes: () => [{ title: 'Mark it with [sic]', edits }] }
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
