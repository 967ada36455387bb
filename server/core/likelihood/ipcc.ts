import type { Scale } from './scale'

let terms: [string, number, number, ...string[]][] = [
  ['exceptionally unlikely', 0, 1],
  ['extremely unlikely', 0, 5],
  ['very unlikely', 0, 10],
  ['about as likely as not', 33, 66, 'roughly as likely as not', 'just as likely as not', 'as likely as not'],
  ['more likely than not', 50, 100],
  ['very likely', 90, 100],
  ['extremely likely', 95, 100],
  ['virtually certain', 99, 100]
]

/** The likelihood terms of the IPCC's fifth assessment report: no profile, but its words wander into other people's briefs. */
export let ipcc: Scale = {
  standard: 'IPCC AR5',
  terms: terms.map(([term, from, to, ...forms]) => ({ term, forms, row: 1, from, to, band: `${from}-${to}%` })),
  rows: false,
  gaps: [],
  apartFromConfidence: false,
  confidence: []
}
