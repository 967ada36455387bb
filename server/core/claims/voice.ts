import type { Note, Span } from '../model'
import type { Workspace } from '../workspace'
import { attributionIn } from './attribution'

/** Who speaks in a sentence, by its words. */
export interface Voice {
  isQuestion: boolean
  /** It says itself that it is analysis. */
  isAnalysis: boolean
  /** Where it says that somebody said something (`attributionIn`). */
  attribution?: Span
}

/** @param words the writer's own (`proseOf`) */
export function voiceOf(words: string): Voice {
  return {
    isQuestion: /\?[\s"”’'»)*_]*$/.test(words),
    isAnalysis: isOwnAnalysis(words),
    attribution: attributionIn(words)
  }
}

/** The same, worked out once for the same words. */
export function voiceIn(workspace: Workspace, words: string): Voice {
  return workspace.recall(words, voices, voiceOf)
}
let voices = Symbol('voices')

// What a writer says of the work itself, and how: “we assess”, “in our view”, “this brief asks”. “We know” and “we are told” claim something.
let own = [
  /\b[Ww]e(?:['’](?:d|re|ve|ll))?\b(?!\s+(?:now |already )?(?:know|knew|learned|learnt|heard|(?:are|were|have been) told|have (?:seen|learned|learnt|heard))\b)/,
  /\b(?:our|my)\s{1,40}(?:\w{1,20}\s{1,40})?(?:view|judge?ment|assessment|opinion|analysis|reading|estimate|arithmetic|calculation|count|reckoning|confidence|brief|note|desk|dossier)s?\b/i,
  /\b[Tt]his\s{1,40}(?:note|brief|memo|memorandum|assessment|page|section|chapter|annex|dossier|judge?ment|forecast|update)\b/,
  /^\W*(?:This|That|These|Those|It|All (?:of )?this|Taken together,? (?:this|they|these))\s+(?:\w{1,20}ly\s+)?(?:suggests?|implies|imply|indicates?|means|follows)\b/,
  // What follows from figures that stand before it.
  /^\W*(?:This|That)\s+(?:\w{1,20}ly\s+)?(?:leaves|makes|comes to|amounts to|adds up to)\s+(?:an?|about|some|roughly|\d)(?![\p{L}])/u,
  // Thanks for a tip.
  /\bh\/t\b/i,
  // Lines that only head or name something: a caption, an estimate, the desk's own address.
  /^\W*(?:Likelihood|Probability|Confidence|Odds|Method|Sources?|Contact|Photo|Photograph|Picture|Table|Figure|Chart|Map)(?:\s\d{1,3})?(?:\s*:|\.\s)/,
  /^\W*(?:Prepared|Written|Compiled|Checked|Updated|Published) (?:by|on)\b/
]

// “I think”: only where there is an I at all.
let first =
  /(?:^|[.;:,(–—-]\s?|\b(?:and|but|as|that|when|what|which|because|than)\s)I(?:['’](?:d|m|ve|ll))?\s+(?!(?:now |already )?(?:know|knew|learned|learnt|heard|(?:am|was|have been) told|have (?:seen|learned|learnt|heard))\b)[a-z]/

/** Whether the sentence says itself that it is the writer's analysis. */
export function isOwnAnalysis(words: string): boolean {
  return own.some(pattern => pattern.test(words)) || (words.includes('I') && first.test(words))
}

let label = String.raw`^\W*(?:(?:For|Against)\W*:\W*)?`
let supposes = new RegExp(
  `${label}(?:Even |Only |But |And |What )?(?:[Ii]f|[Uu]nless|[Ww]hether|Suppose|Supposing|Assuming|Provided|Should|Were|Had|Imagine|In case|(?:The|Our|One|An?) (?:\\p{L}{1,20} )?question (?:is|was|remains))\\b`,
  'u'
)

/** Whether the sentence begins with a condition, or tells what could have been: it asserts nothing of what is. */
export function isSupposition(words: string): boolean {
  return supposes.test(words) || /\b(?:could|might|would) have \p{L}/u.test(words)
}

let asks = new RegExp(
  `${label}(?:See|Compare|Cf|Cp|Ask|Check|Note|Read|Consider|Recall|Remember|Contact|Call|Watch|Add|Find|Thank|Thanks|Let|Verify|Confirm|Update|Insert|Write|TODO|Todo|To do)\\b`
)
let wishes = /\b(?:should|ought to|must|need to|would (?:need|be needed|have to|require|be required))\b/

/**
 * Whether the words are a whole sentence that says something is so: no bare name in a list, no request, no advice,
 * nothing that something else would take.
 */
export function states(words: string): boolean {
  if (!/[.!…。।][\s"”’'»)*_]*$/.test(words) || asks.test(words) || wishes.test(words)) return false
  let others = words.match(/(?<!\p{L})(?!N+(?!\p{L}))\p{L}+/gu) ?? []
  return others.length >= 2
}

/** Whether the sentence leads over to what follows its paragraph: a list, a block quote, a table. That is where its sources stand. */
export function isIntroduction(note: Note, index: number, words: string): boolean {
  let next = note.sentences[index + 1]
  return /:[\s*_]*$/.test(words) && next?.block !== note.sentences[index].block
}
