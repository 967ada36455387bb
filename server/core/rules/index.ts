import { rule as ambiguousName } from './ambiguous-name'
import { rule as assumptionWithoutIfWrong } from './assumption-without-if-wrong'
import { rule as circularSourcing } from './circular-sourcing'
import { rule as confidenceTerm } from './confidence-term'
import { rule as contraryIgnored } from './contrary-ignored'
import { rule as duplicateKey } from './duplicate-key'
import { rule as figureDrift } from './figure-drift'
import { rule as forecastDue } from './forecast-due'
import { rule as forecastWithoutHorizon } from './forecast-without-horizon'
import { rule as foreignLikelihoodTerm } from './foreign-likelihood-term'
import { rule as hedgeDropped } from './hedge-dropped'
import { rule as invalidRating } from './invalid-rating'
import { rule as invalidRecord } from './invalid-record'
import { rule as invalidTlp } from './invalid-tlp'
import { rule as judgementAsFact } from './judgement-as-fact'
import { rule as likelihoodNumber } from './likelihood-number'
import { rule as likelihoodWithConfidence } from './likelihood-with-confidence'
import { rule as missingConfidence } from './missing-confidence'
import { rule as missingLikelihood } from './missing-likelihood'
import { rule as misspeltName } from './misspelt-name'
import { rule as mixedLikelihoodRows } from './mixed-likelihood-rows'
import { rule as nearDuplicateActor } from './near-duplicate-actor'
import { rule as noAlternative } from './no-alternative'
import { rule as noGap } from './no-gap'
import { rule as oneSidedEvidence } from './one-sided-evidence'
import { rule as opinionForFact } from './opinion-for-fact'
import { rule as overrated } from './overrated'
import { rule as quoteAltered } from './quote-altered'
import { rule as quoteAmbiguous } from './quote-ambiguous'
import { rule as quoteElisionNegation } from './quote-elision-negation'
import { rule as quoteFromBoilerplate } from './quote-from-boilerplate'
import { rule as quoteFromComment } from './quote-from-comment'
import { rule as quoteInOtherSource } from './quote-in-other-source'
import { rule as quoteNotFound } from './quote-not-found'
import { rule as quoteShort } from './quote-short'
import { rule as quoteSourceDiffers } from './quote-source-differs'
import { rule as quoteUnchecked } from './quote-unchecked'
import { rule as quoteWrongLocator } from './quote-wrong-locator'
import { rule as quoteWrongSpeaker } from './quote-wrong-speaker'
import { rule as roleMismatch } from './role-mismatch'
import type { Rule } from './rule'
import { rule as secondHand } from './second-hand'
import { rule as singleSource } from './single-source'
import { rule as sourceChanged } from './source-changed'
import { rule as sourceIncomplete } from './source-incomplete'
import { rule as staleSource } from './stale-source'
import { rule as suppressionWithoutReason } from './suppression-without-reason'
import { rule as syntax } from './syntax'
import { rule as tlpLeak } from './tlp-leak'
import { rule as undeclaredRegion } from './undeclared-region'
import { rule as unexplainedConfidence } from './unexplained-confidence'
import { rule as unknownActor } from './unknown-actor'
import { rule as unknownSource } from './unknown-source'
import { rule as unknownStatement } from './unknown-statement'
import { rule as unlinkedMention } from './unlinked-mention'
import { rule as unsourcedAttribution } from './unsourced-attribution'
import { rule as unsourcedFact } from './unsourced-fact'
import { rule as unsourcedFigure } from './unsourced-figure'
import { rule as unsourcedQuotation } from './unsourced-quotation'
import { rule as unsourcedStatement } from './unsourced-statement'
import { rule as unsupportedJudgement } from './unsupported-judgement'
import { rule as unusedSuppression } from './unused-suppression'
import { rule as vagueLikelihood } from './vague-likelihood'
import { rule as weaselAttribution } from './weasel-attribution'

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
  quoteElisionNegation,
  quoteWrongSpeaker,
  quoteWrongLocator,
  quoteShort,
  quoteSourceDiffers,
  quoteFromComment,
  quoteFromBoilerplate,
  quoteAmbiguous,
  undeclaredRegion,
  invalidRating,
  invalidTlp,
  tlpLeak,
  unknownStatement,
  misspeltName,
  roleMismatch,
  unlinkedMention,
  ambiguousName,
  nearDuplicateActor,
  likelihoodWithConfidence,
  mixedLikelihoodRows,
  foreignLikelihoodTerm,
  likelihoodNumber,
  vagueLikelihood,
  missingLikelihood,
  missingConfidence,
  unexplainedConfidence,
  confidenceTerm,
  judgementAsFact,
  forecastWithoutHorizon,
  forecastDue,
  assumptionWithoutIfWrong,
  noAlternative,
  noGap,
  weaselAttribution,
  oneSidedEvidence,
  singleSource,
  circularSourcing,
  opinionForFact,
  secondHand,
  hedgeDropped,
  figureDrift,
  staleSource,
  contraryIgnored,
  sourceIncomplete,
  sourceChanged,
  overrated,
  suppressionWithoutReason,
  unusedSuppression
]
