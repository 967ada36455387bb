/** How a standard speaks of likelihood: its terms, what each of them means, and what the standard says about using them. */
export interface Scale {
  /** The standard, as it is cited. */
  standard: string
  terms: Term[]
  /** Whether terms of different rows should not stand in one product. */
  rows: boolean
  /** Percentages that no term covers, from and to, between neighbouring bands. */
  gaps: [number, number][]
  /** Whether a degree of likelihood and a confidence level must not stand in one sentence. */
  apartFromConfidence: boolean
  confidence: Confidence[]
}

export interface Term {
  /** As the standard writes it. */
  term: string
  /** Other forms of the same term. */
  forms: string[]
  /** From 1; terms of one row belong together. */
  row: number
  /** Per cent, lower and upper end of the band. */
  from: number
  to: number
  /** Ends that do not belong to the band: “<50%”. */
  open?: number[]
  /** The band in the standard's own notation. */
  band: string
}

export interface Confidence {
  level: string
  /** What the level says of the basis of a judgement. */
  meaning: string
}
