/** The door of the language: everything a caller outside `server/core` may use. */

export { type Checked, type CheckOptions, checkFile, verdictsOf } from './check'
export * from './model'
export { type ParseOptions, parseNote } from './parse'
export { rules } from './rules'
export type { Level, Rule } from './rules/rule'
export { firstFrom, firstIndex, overlaps, touches } from './span'
export { type Captured, type Passage, type Verdict, type VerdictKind, verify } from './verify'
export { type FileSummary, Workspace } from './workspace'
