import type { Scale, Term } from './scale'

// D.6.e(2)(a). The bands are contiguous: each inner end belongs to two of them. 0 and 100 have no term.
let bands: [number, number][] = [
  [1, 5],
  [5, 20],
  [20, 45],
  [45, 55],
  [55, 80],
  [80, 95],
  [95, 99]
]
let first = ['almost no chance', 'very unlikely', 'unlikely', 'roughly even chance', 'likely', 'very likely']
let second = ['remote', 'highly improbable', 'improbable', 'roughly even odds', 'probable', 'highly probable']
let forms: { [term: string]: string[] } = {
  'almost certain': ['almost certainly'],
  improbable: ['improbably'],
  probable: ['probably']
}

function row(number: number, terms: string[]): Term[] {
  return terms.map((term, at) => {
    let [from, to] = bands[at]
    let two = (percent: number) => String(percent).padStart(2, '0')
    return { term, forms: forms[term] ?? [], row: number, from, to, band: `${two(from)}-${two(to)}%` }
  })
}

/** ICD 203, Analytic Standards (2015, as amended), section D.6.e(2). */
export let icd203: Scale = {
  standard: 'ICD 203, D.6.e(2)(a)',
  terms: [...row(1, [...first, 'almost certain']), ...row(2, [...second, 'nearly certain'])],
  rows: true,
  gaps: [],
  apartFromConfidence: true,
  // The directive names the levels; their meaning is the National Intelligence Council's.
  confidence: [
    {
      level: 'high',
      meaning:
        'High-quality information, or the nature of the issue, makes a solid judgement possible. It is no fact and no certainty, and may still be wrong.'
    },
    {
      level: 'moderate',
      meaning:
        'The information is credibly sourced and plausible, but not of sufficient quality or not corroborated sufficiently for a higher level.'
    },
    {
      level: 'low',
      meaning:
        'The credibility or plausibility of the information is questionable, it is too fragmented or poorly corroborated, or there are significant concerns with sources.'
    }
  ]
}
