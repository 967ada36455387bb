import type { Note, Span } from '../model'
import { signOf, signsIn } from '../signs'
import type { Workspace } from '../workspace'
import { attributing, attributionIn } from './attribution'
import { proseIn, signsInNote } from './prose'

/** Who speaks in a sentence, by its words. */
export interface Voice {
  isQuestion: boolean
  /** It says itself that it is analysis. */
  isAnalysis: boolean
  /** Where it says that somebody said something (`attributionIn`). */
  attribution?: Span
}

/**
 * @param words the writer's own (`proseOf`)
 * @param signs those in the words (`signsIn`)
 */
export function voiceOf(words: string, signs = signsIn(words)): Voice {
  return {
    isQuestion: words.includes('?') && /\?[\s"”’'»)*_]*$/.test(words),
    isAnalysis: (signs & analysing) !== 0 && isOwnAnalysis(words),
    attribution: (signs & attributing) !== 0 ? attributionIn(words) : undefined
  }
}

/** The same of a sentence of the note, by index; worked out once for all that ask. */
export function voicesIn(workspace: Workspace, note: Note): (index: number) => Voice {
  return workspace.ofNote(note, voices, () => {
    let prose = proseIn(workspace, note)
    let signs = signsInNote(workspace, note)
    let known: Voice[] = []
    return index => (known[index] ??= heard(workspace, prose[index], signs[index]))
  })
}
let voices = Symbol('voices')

// Most sentences have no word that tells; what others say is remembered as long as they are typed around.
function heard(workspace: Workspace, words: string, signs: number): Voice {
  if ((signs & (analysing | attributing)) === 0) return voiceOf(words, signs)
  return workspace.recall(words, voices, () => voiceOf(words, signs))
}

let analysing =
  signOf(`we our my note brief memo memorandum assessment page section chapter annex dossier judgement judgment forecast
  update article newsletter briefing suggest suggests implies imply indicate indicates means follows leaves makes comes amounts adds h likelihood probability
  confidence odds method source sources contact photo photograph picture table figure chart map prepared written compiled
  checked updated published posted modified min minute i paper report article piece story mind letter letters question questions request requests version edition
  here data additional reporting editing graphics draft next replaces supersedes correction corrections`)

// What a writer says of the work itself, and how: “we assess”, “in our view”, “this brief asks”. “We know” and “we are told” claim something.
let own = [
  /\b[Ww]e(?:['’](?:d|re|ve|ll))?\b(?!\s+(?:now |already )?(?:know|knew|learned|learnt|heard|(?:are|were|have been) told|have (?:seen|learned|learnt|heard))\b)/,
  /\b(?:our|my)\s{1,40}(?:\w{1,20}\s{1,40})?(?:view|judge?ment|assessment|opinion|analysis|reading|estimate|arithmetic|calculation|count|reckoning|confidence|brief|note|desk|dossier|paper|report|article|piece|story|mind|letter|question|request)s?\b/i,
  // “An earlier version gave …”, but not of the treaty.
  /\b(?:earlier|previous|first|last|corrected) (?:version|edition|draft)\b(?! of (?!this\b))/i,
  /\b[Tt]his\s{1,40}(?:note|brief|memo|memorandum|assessment|page|section|chapter|annex|dossier|judge?ment|forecast|update|article|newsletter|briefing)\b/,
  /^\W*(?:This|That|These|Those|It|All (?:of )?this|Taken together,? (?:this|they|these))\s+(?:\w{1,20}ly\s+)?(?:suggests?|implies|imply|indicates?|means|follows)\b/,
  // What follows from figures that stand before it.
  /^\W*(?:This|That)\s+(?:\w{1,20}ly\s+)?(?:leaves|makes|comes to|amounts to|adds up to)\s+(?:an?|about|some|roughly|\d)(?![\p{L}])/u,
  // Thanks for a tip.
  /\bh\/t\b/i,
  // Lines that only head or name something: a caption, an estimate, the desk's own address.
  /^\W*(?:Likelihood|Probability|Confidence|Odds|Method|Sources?|Contact|Photo|Photograph|Picture|Table|Figure|Chart|Map|Corrections?|Data|(?:Additional )?[Rr]eporting|Editing|Graphics|Next (?:report|update|brief|note|issue|edition|review))(?:\s\d{1,3})?(?:\s*:|\.\s)/,
  /^\W*(?:Replaces|Supersedes)\b/,
  // What a term means on this page.
  /\bhere (?:means|stands for|denotes)\b/,
  /^\W*(?:First |Last )?(?:[Pp]repared|[Ww]ritten|[Cc]ompiled|[Cc]hecked|[Uu]pdated|[Pp]ublished|[Pp]osted|[Mm]odified) (?:by\b|on\b|at\b|\d)|^\W*\d{1,2} min(?:ute)? read\b/
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
export function isSupposition(words: string, signs: number): boolean {
  return supposes.test(words) || ((signs & supposing) !== 0 && /\b(?:could|might|would) have \p{L}/u.test(words))
}
let supposing = signOf('could might would')

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
  if (silent.test(words)) return false
  return others.length >= 2 && (!/^\W*N+,/.test(words) || others.some(word => mayBeVerb.test(word)))
}

// Whoever was asked and did not answer: that is the writer's own work.
let silent =
  /N (?:was(?:n['’]t| not) (?:available|reachable)|(?:could not|couldn['’]t) be reached|(?:did(?:n['’]t| not)|ha(?:s|ve|d)(?:n['’]t| not)(?: yet)?) (?:repl|respon|answer|comment|return)\p{L}*|(?:declined|refused) to (?:comment|answer|respond))/u

// A dateline has none (“Karsa, Pier Four, a quarter to three”): in doubt it is one, and so is whatever ends as verbs do.
let mayBeVerb =
  /(?:s|ed|ing|en|ew|wn|nt|ld|ght|[^\x00-\x7f])$|^(?:am|be|do|did|may|can|had|will|shall|must|let|put|cut|set|hit|hurt|cost|shut|met|led|fed|read|got|sat|ran|won|began|became|came|gave|took|made|broke|spoke|wrote|drove|rose|chose|shook|stood|found|lost|kept|left|felt|fell|dealt|built|sank|hung|struck|shot|fled|saw|paid|laid|said|heard|hid|want|need|know|agree)$/i

/** Whether the sentence leads over to what follows its paragraph: a list, a block quote, a table. That is where its sources stand. */
export function isIntroduction(note: Note, index: number, words: string): boolean {
  let next = note.sentences[index + 1]
  return /:[\s*_]*$/.test(words) && next?.block !== note.sentences[index].block
}
