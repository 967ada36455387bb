import type { Label } from '../../core'

/** What each label says of its words, in the terms of the standard (ICD 203). */
export let labelMeanings: { [label in Label]: string } = {
  Fact: 'reporting, with its source',
  Assumption: 'a supposition that supports an argument',
  Judgement: 'a conclusion from information and assumptions',
  Forecast: 'a judgement about the future, with a horizon',
  Gap: 'what is not known and matters',
  Indicator: 'an observable that would change a judgement',
  For: 'evidence for the statement',
  Against: 'evidence against the statement',
  Because: 'the basis of the confidence level',
  'If wrong': 'what follows if it does not hold',
  Alternative: 'another explanation, considered'
}

/** The known keys (section 7 of the markup): what each says, and what it takes. */
export let attributeMeanings: { [key: string]: { meaning: string; bare?: boolean } } = {
  likelihood: { meaning: 'how likely it is, in a term of the standard' },
  confidence: { meaning: 'how sound its basis is' },
  by: { meaning: 'the horizon, an ISO date' },
  outcome: { meaning: 'what became of it' },
  rating: { meaning: 'Admiralty rating, such as B2' },
  common: { meaning: 'common knowledge, needs no citation', bare: true }
}

/** What became of a judgement: the values of `outcome`. */
export let outcomeMeanings: { [value: string]: string } = {
  true: 'it came about',
  false: 'it did not come about',
  partial: 'part of it came about',
  unresolvable: 'nobody can say'
}
