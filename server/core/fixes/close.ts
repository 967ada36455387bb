import type { Fix, Problem } from '../model'
import type { NoteContext } from '../rules/rule'
import { firstFrom, firstIndex } from '../span'
import { verify } from '../verify'
import { run, short } from './run'

let longest = 1000

let closing: { [mark: string]: string } = { '“': '”', '"': '"', '„': '“', '«': '»', '»': '«' }

/**
 * Close a quotation mark that has no partner before the citation that follows it, if the cited source holds the words between
 * them: then nothing is guessed.
 */
export function closeBeforeCitation({ workspace, note, text, path }: NoteContext, problem: Problem): Fix[] {
  let mark = closing[text[problem.from]]
  let citation = note.citations[firstFrom(note.citations, problem.to)]
  let block = note.blocks[firstIndex(note.blocks.length, i => note.blocks[i].to >= problem.to)]
  if (
    !mark ||
    !citation ||
    citation.from - problem.to > longest ||
    problem.to !== problem.from + 1 ||
    note.blocks[citation.block] !== block
  )
    return []
  let words = block.text.slice(problem.to - block.from, citation.from - block.from).trimEnd()
  let verdict = run(verify(workspace, words, [citation.key]))
  if (!['exact', 'folded', 'edited'].includes(verdict.kind)) return []
  let at = problem.to + words.length
  let title = `Close the quotation behind “${short(words)}”`
  return [{ title, safe: true, edits: [{ path, from: at, to: at, newText: mark }] }]
}
