import { icd203 } from './icd203'
import { phia } from './phia'
import type { Scale } from './scale'

export type { Confidence, Scale, Term } from './scale'

/** One table per profile that has one. They are data: a rule or a card reads them and adds nothing. */
export let scales: ReadonlyMap<string, Scale> = new Map([
  ['icd203', icd203],
  ['phia', phia]
])
