/** The door of verification: whether quoted words stand in their source, and where. */
export { type Captured, captured, type Recent } from './captured'
export { Filters } from './filters'
export { type Folded, fold, foldedAt, originalEnd, originalStart } from './fold'
export { findWords } from './match'
export type { Difference } from './nearest'
export { holders, type Library, type Passage, passes, places, type Verdict, type VerdictKind, verify } from './verdict'
export { wordHashes } from './word-filter'
