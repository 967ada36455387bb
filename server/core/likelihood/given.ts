import type { Note, Span } from '../model'
import type { Workspace } from '../workspace'
import { confidenceIn, confidentIn } from './confidence'
import { allSentences, attributeOf } from './own'

/** Where a statement gives a confidence level, and whether the same sentence says why. */
export interface Given extends Span {
  explained: boolean
}

/**
 * The first confidence level that each statement gives: in its own words or its `Because:`, or as `confidence=` of either. By index in
 * `statements`, of the statement and not the item.
 */
export function confidences(workspace: Workspace, note: Note): Map<number, Given> {
  let found = new Map<number, Given>()
  let give = (index: number, given: Given) => {
    let { parent, label } = note.statements[index]
    if (parent !== undefined && label !== 'Because') return
    let own = parent ?? index
    if (!found.has(own)) found.set(own, given)
  }
  for (let { sentence, words, signs, statement, label, isReported } of allSentences(workspace, note)) {
    // Who says so is part of the basis.
    if (isReported && label !== 'Because') continue
    let level: Span | undefined =
      statement === undefined ? undefined : (confidenceIn(words, signs)[0] ?? confidentIn(words, signs))
    if (!level) continue
    let explained = /\b(?:because|based on|owing to|due to|given|since|reflects?|rests? on)\b/i.test(words)
    give(statement!, { from: sentence.from + level.from, to: sentence.from + level.to, explained })
  }
  for (let [index, statement] of note.statements.entries()) {
    let { from, to } = attributeOf(note, statement, 'confidence') ?? { from: 0, to: 0 }
    if (to > 0) give(index, { from, to, explained: false })
  }
  return found
}
