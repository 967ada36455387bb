import type { Scale, Term } from './scale'

// The yardstick is not continuous, to avoid a false impression of accuracy: a number in a gap has no term.
let terms: [string, string[], number, number, string][] = [
  ['remote chance', [], 0, 5, '>0 – ≈5%'],
  ['highly unlikely', [], 10, 20, '≈10 – ≈20%'],
  ['unlikely', [], 25, 35, '≈25 – ≈35%'],
  ['realistic possibility', [], 40, 50, '≈40 – <50%'],
  ['likely', ['probable', 'probably'], 55, 75, '≈55 – ≈75%'],
  ['highly likely', [], 80, 90, '≈80 – ≈90%'],
  ['almost certain', ['almost certainly'], 95, 100, '≈95 – <100%']
]

/** The Professional Head of Intelligence Assessment's probability yardstick and analytic confidence ratings (2025). */
export let phia: Scale = {
  standard: 'PHIA probability yardstick',
  terms: terms.map(
    ([term, forms, from, to, band]): Term => ({
      term,
      forms,
      row: 1,
      from,
      to,
      open: [0, 50, 100],
      band
    })
  ),
  rows: false,
  gaps: [
    [5, 10],
    [20, 25],
    [35, 40],
    [50, 55],
    [75, 80],
    [90, 95]
  ],
  apartFromConfidence: false,
  confidence: ['high', 'moderate', 'low'].map(level => ({
    level,
    meaning: `Analytic confidence ${level}: how sound the information base and the analysis are, and how complex and volatile the matter is.`
  }))
}
