/** The door of verification: whether quoted words stand in their source, and where. */
export { type Captured, captured, type Facts, factsOf, type Recent, revived } from './captured'
export { readable } from './entities'
export { Filters } from './filters'
export { type Folded, fold } from './fold'
export { findWords, wanted } from './match'
export type { Difference } from './nearest'
export { negation, negationAtEnd, turn, turnBehind, turnIn } from './negation'
export { foldedAt, lacksNames, originalEnd, originalStart } from './unfold'
export { mayVary, tooMany, type Variant, variants } from './variants'
export {
  holders,
  type Library,
  type Passage,
  passes,
  places,
  type Verdict,
  type VerdictKind,
  verify,
  verifyAtOnce
} from './verdict'
export { mayHold, type WordFilter, wordHashes } from './word-filter'
