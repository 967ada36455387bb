import type { Fix, Sentence } from '../model'
import type { NoteContext } from '../rules/rule'
import { askOf, type Support, supportOf } from '../support'
import { citeInSentence } from './cite'
import { run } from './run'

let mostOffered = 3

/**
 * Cite a source that may well support the sentence: to be read before it is taken. Three at most, the best passage of each. Where a
 * passage shares little with the sentence nothing is offered; *Find support* shows those, too. Of a note that nobody has open nothing
 * is offered either: there nobody reads, and a check of all notes would search all sources at every finding.
 */
export function citeSupporting({ workspace, path, text, note }: NoteContext, sentence: Sentence): Fix[] {
  if (!workspace.texts.has(path)) return []
  let found = run(supportOf(workspace, askOf(note, sentence))).filter(isLikely)
  let best = new Map<string, Support>()
  for (let passage of found) if (!best.has(passage.own.source.key)) best.set(passage.own.source.key, passage)
  return [...best]
    .slice(0, mostOffered)
    .map(([key, passage]) => citeInSentence(path, text, sentence, key, passage.text))
}

// Rare words alone may be a matter of style: without a figure, date or actor it takes more of them.
let isLikely = ({ shared, score, isMarked }: Support) =>
  isMarked ? shared > 2 && score >= 0.35 : shared > 3 && score >= 0.5
