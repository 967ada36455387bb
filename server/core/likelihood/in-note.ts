import type { Note } from '../model'
import type { Workspace } from '../workspace'
import { scales } from '.'
import { attributeOf, ownSentences } from './own'
import { type FoundTerm, termsIn, termsOf } from './terms'

/**
 * The likelihood terms of a note's profile in its writer's own sentences and in `likelihood=`, in the order of the text; spans are
 * the file's. None where the profile has no scale. A term that is only another scale's is left out: there is a rule for it.
 */
export function likelihoodIn(workspace: Workspace, path: string, note: Note): FoundTerm[] {
  let scale = scales.get(note.frontMatter?.profile ?? workspace.optionsFor(path).profile)
  if (!scale) return []
  return workspace.ofNote(note, terms, () => {
    let found: FoundTerm[] = []
    for (let own of ownSentences(workspace, note))
      for (let { from, to, ...term } of termsOf(own, scale))
        found.push({ ...term, from: own.sentence.from + from, to: own.sentence.from + to })
    for (let statement of note.statements) {
      let given = attributeOf(note, statement, 'likelihood')
      let [own] = given ? termsIn(given.value, scale) : []
      if (given && own) found.push({ ...own, from: given.valueSpan.from, to: given.valueSpan.to })
    }
    return found.filter(own => own.scale === scale).sort((a, b) => a.from - b.from)
  })
}
let terms = Symbol('likelihood terms')
