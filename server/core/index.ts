/** The door of the language: everything a caller outside `server/core` may use. */

export { sourcesAt, webAddress } from './address'
export * from './change'
export { type Checked, type CheckOptions, checkFile, knownVerdictOf, verdictOf, verdictsOf } from './check'
export { type Continuation, continuations } from './continuations'
export {
  type Evidence,
  evidenceFor,
  restingOn,
  restingOnSource,
  type StatementAt,
  type Weight,
  weightOf
} from './evidence'
export { type ClaimToCheck, claimsToCheck, type Rest } from './fact-check'
export { type FileKind, fileKind, fileName } from './files'
export { fingerprints } from './fingerprint'
export { applyEdits, fixAll } from './fixes/all-of-rule'
export { citeInSentence } from './fixes/cite'
export { createActor } from './fixes/create'
export { actorNamed } from './fixes/known'
export { newSource } from './fixes/new-source'
export { type Allowed, allowedIn, type Folding, foldingsOf } from './how-matched'
export { excludeFilter, ignoreFilter, isIgnoredAnywhere } from './ignored'
export { type Kept, keep, type Reread, revive } from './kept'
export { freeKey, isActorKey, isSourceKey, keyOfWords } from './keys'
export { type Confidence, type Scale, scales, type Term } from './likelihood'
export { likelihoodIn } from './likelihood/in-note'
export { attributeOf, conclusions } from './likelihood/own'
export { lineAt, lineEnd, lineStarts } from './lines'
export { anchorSpan, type LinkParts, linkParts, linkTarget, type Place, resolvePath } from './links'
export * from './model'
export { actorNames, eachStarting, holding, type Match, type NameIndex, sourceNames } from './name-index'
export { namesInNote } from './name-matcher'
export { foldName, namedAs, namesOf } from './names'
export {
  declarations,
  exists,
  isSame,
  linksByLabel,
  type Occurrence,
  occurrenceAt,
  occurrencesIn,
  occurrencesOf,
  type Subject
} from './occurrences'
export { levels, type Options, optionSpecs, optionsFromSettings, profiles } from './options'
export { type Section, sectionsOf, statementExtents, textEnd } from './outline'
export { type Page, pageAt, pageNamed, pagesOf } from './pages'
export { type ParseOptions, parseNote } from './parse'
export { type ActorPassage, type Excerpt, openingAt, passagesOf, sentenceAround, warm } from './passages'
export { pastedCitation } from './pasted'
export { type Quoted, quotedOf } from './quoted'
export { actorFields, actorSchemata } from './records/actor-fields'
export { dateBounds } from './records/dates'
export type { Shape } from './records/shapes'
export { reliabilities, sourceFields, sourceKinds } from './records/source-fields'
export { rules } from './rules'
export type { Level, Rule } from './rules/rule'
export { unlinkedNames } from './rules/unlinked-mention'
export { firstFrom, firstIndex, overlaps, touches, within } from './span'
export { type Speech, speechAt, speechesAround } from './speech'
export type { NoteSummary, StatementSummary } from './summary'
export { type Support, supportAt } from './support'
export { surroundingsOf } from './surroundings'
export { restrictionOf, tlpLabels } from './tlp'
export { type Speaker, speakerAt, type Turn, turnsOf } from './turns'
export {
  type Captured,
  mayHold,
  mayVary,
  type Passage,
  passes,
  type Recent,
  tooMany,
  type Verdict,
  type VerdictKind,
  verify,
  type WordFilter
} from './verify'
export type { Ahead } from './waiting'
export { type Asked, type FileSummary, type Restored, Workspace } from './workspace'
