import { rule as duplicateKey } from './duplicate-key'
import { rule as invalidRecord } from './invalid-record'
import { rule as quoteAltered } from './quote-altered'
import { rule as quoteAmbiguous } from './quote-ambiguous'
import { rule as quoteFromBoilerplate } from './quote-from-boilerplate'
import { rule as quoteFromComment } from './quote-from-comment'
import { rule as quoteInOtherSource } from './quote-in-other-source'
import { rule as quoteNotFound } from './quote-not-found'
import { rule as quoteShort } from './quote-short'
import { rule as quoteUnchecked } from './quote-unchecked'
import { rule as quoteWrongLocator } from './quote-wrong-locator'
import { rule as quoteWrongSpeaker } from './quote-wrong-speaker'
import type { Rule } from './rule'
import { rule as suppressionWithoutReason } from './suppression-without-reason'
import { rule as syntax } from './syntax'
import { rule as unknownActor } from './unknown-actor'
import { rule as unknownSource } from './unknown-source'
import { rule as unsourcedAttribution } from './unsourced-attribution'
import { rule as unsourcedFact } from './unsourced-fact'
import { rule as unsourcedFigure } from './unsourced-figure'
import { rule as unsourcedQuotation } from './unsourced-quotation'
import { rule as unsourcedStatement } from './unsourced-statement'
import { rule as unsupportedJudgement } from './unsupported-judgement'
import { rule as unusedSuppression } from './unused-suppression'

export type { Flag, Level, NoteContext, RecordsContext, Rule } from './rule'

/** All rules. `unused-suppression` is the last: it asks what the others found. */
export let rules: Rule[] = [
  syntax,
  unknownActor,
  unknownSource,
  duplicateKey,
  invalidRecord,
  unsourcedQuotation,
  unsourcedFact,
  unsourcedAttribution,
  unsourcedFigure,
  unsourcedStatement,
  unsupportedJudgement,
  quoteAltered,
  quoteNotFound,
  quoteInOtherSource,
  quoteUnchecked,
  quoteWrongSpeaker,
  quoteWrongLocator,
  quoteShort,
  quoteFromComment,
  quoteFromBoilerplate,
  quoteAmbiguous,
  suppressionWithoutReason,
  unusedSuppression
]
