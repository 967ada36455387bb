import type { Fix } from '../model'
import { namesInNote } from '../name-matcher'
import type { NoteContext, Rule } from './rule'

/** A name in the writer's own words that several actors bear, and nothing in the note says which of them is meant. */
export let rule: Rule = {
  id: 'ambiguous-name',
  severity: { draft: 'information', final: 'information' },
  standard: '',
  *note(context) {
    let { note, workspace, path } = context
    let mentioned: Set<string> | undefined
    let own = new Set(workspace.files.get(path)?.actors.map(actor => actor.key))
    // Once in a section: whoever has met it there knows of the question.
    let asked = new Set<string>()
    for (let [index, sentence] of namesInNote(workspace, note, path).entries()) {
      let { block: at, from: start } = note.sentences[index]
      let block = note.blocks[at]
      if (block.kind !== 'paragraph' || block.blockQuote !== undefined || block.footnote !== undefined) continue
      for (let { from, to, keys, kind, words } of sentence) {
        if (keys.length < 2 || kind !== 'name' || asked.has(`${block.section} ${words}`)) continue
        mentioned ??= new Set(note.mentions.map(mention => mention.key))
        // The one who is mentioned elsewhere, or whose dossier this is, is the one who is meant.
        if (keys.filter(key => mentioned!.has(key)).length === 1 || keys.some(key => own.has(key))) continue
        asked.add(`${block.section} ${words}`)
        let span = { from: start + from, to: start + to }
        let message = `“${words}” is a name of ${keys.length} actors: ${keys.map(key => `@${key}`).join(', ')}. Link the one you mean.`
        yield { ...span, message, fixes: () => keys.slice(0, 5).map(key => link(context, span, words, key)) }
      }
    }
  }
}

function link({ path, workspace }: NoteContext, span: { from: number; to: number }, words: string, key: string): Fix {
  let summary = workspace.actor(key)?.summary
  let title = `Link to @${key}${summary ? ` (${summary.slice(0, 60)})` : ''}`
  return { title, edits: [{ path, ...span, newText: `[${words}](@${key})` }] }
}
