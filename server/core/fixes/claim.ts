import type { Claim } from '../claims'
import { figureIn } from '../claims/figure'
import type { Fix } from '../model'
import type { NoteContext } from '../rules/rule'
import { citeInSentence } from './cite'
import { supporting } from './supporting'

/**
 * Cite a source that holds a figure of the sentence, with the sentence's words around it. Without a figure nothing is offered: which
 * passage supports a sentence is then for somebody to judge who has read it.
 */
export function citeFigure(
  { workspace, path, text }: NoteContext,
  { sentence, words }: Pick<Claim, 'sentence' | 'words'>
): Fix[] {
  let figure = figureIn(words, [])
  if (!figure) return []
  let found = supporting(workspace, words, words.slice(figure.from, figure.to))
  return found.map(own => citeInSentence(path, text, sentence, own.source, own.words))
}
