import { passageOf } from '../fixes/passage'
import { allSentences, type SentenceOfNote } from '../likelihood/own'
import type { Label } from '../model'
import { firstSourced, type Sourced, sourceSentences } from '../source-sentences'
import { passes, wordHashes } from '../verify'
import type { Workspace } from '../workspace'
import type { NoteContext, Rule } from './rule'

/** What a source says with a “reportedly” or as a plan, and the note as a fact. */
export let rule: Rule = {
  id: 'hedge-dropped',
  severity: { draft: 'warning', final: 'warning' },
  standard: 'ICD 203 standard 2',
  *note(context) {
    let { note, workspace, verdicts } = context
    if (note.quotations.length === 0) return
    let sentences = new Map(allSentences(workspace, note).map(own => [own.sentence, own]))
    for (let [index, quotation] of note.quotations.entries()) {
      let verdict = verdicts[index]
      if (!verdict || !passes(verdict) || quotation.kind === 'block') continue
      if (!isPlain(workspace, sentences.get(note.sentences[quotation.sentence]))) continue
      if (hedgedIn(workspace, quotation.words) && quotation.kind === 'inline') continue
      let keys = new Set(verdict.passages.map(passage => passage.source))
      if (![...keys].some(key => mayHedge(context, key))) continue
      if (hedgeOf(firstSourced(workspace, verdict), quotation.kind === 'relied') === undefined) continue
      let places = sourceSentences(workspace, quotation, verdict)
      let found = places.map(place => hedgeOf(place, quotation.kind === 'relied'))
      // Words that also stand somewhere without a hedge rest on that place.
      if (!found.every(hedge => hedge !== undefined)) continue
      let { keySpan } = note.citations[quotation.citations[0]]
      let [{ place, sentence }] = places
      let message = `${place.source} says “${found[0]}” of this, and the sentence says it outright: keep the hedge.`
      yield {
        ...keySpan,
        inferred: true,
        message,
        related: [passageOf(workspace, { ...sentence, source: place.source, path: place.path })]
      }
    }
  }
}

// Of what kind a statement may be that reports.
let reporting: readonly (Label | undefined)[] = [undefined, 'Fact', 'For', 'Against']

// A hedge of any kind, the note's own words for one included.
let isHedged = (words: string) => hedged.test(words) || /\bmay\b/.test(words)
let hedgedIn = (workspace: Workspace, words: string) => workspace.recall(words, hedging, isHedged)
let hedging = Symbol('hedged')
let hedged =
  /\b(?:report(?:ed|edly|s)|appar\p{L}+|appears?|appeared|alleg\p{L}+|seem\p{L}*|purport\p{L}*|suppos\p{L}+|ostensibl\p{L}+|presum\p{L}+|rumou?r\p{L}*|said|says?|told|believ\p{L}+|thought|understood|plan\p{L}*|inten[dt]\p{L}*|hop(?:e|es|ed|ing)|expect\p{L}*|propos(?:es?|ed|ing)|consider\p{L}*|unconfirmed|might|could|would|likely|unlikely|probabl\p{L}+|possib\p{L}+|perhaps|suggest\p{L}*|claim\p{L}*|set to|due to|scheduled|if|whether|aim\p{L}*|wants?|seeks?|sought|according|writ\p{L}*|wrote|describ\p{L}*|quot\p{L}*|call(?:s|ed)|argu\p{L}*|warn\p{L}*|insist\p{L}*|noted|notes|add(?:s|ed)|ask(?:s|ed)|puts? .{1,60} at|estimat\p{L}*|reckon\p{L}*|calculat\p{L}*|projected|forecasts?)\b/iu

// Whether a sentence reports, and neither hedges nor names a speaker.
function isPlain(workspace: Workspace, own: SentenceOfNote | undefined): boolean {
  return !!own?.isCited && !own.isAnalysis && reporting.includes(own.label) && !hedgedIn(workspace, own.words)
}

let adverbs = 'reportedly apparently allegedly seemingly purportedly supposedly ostensibly presumably'.split(' ')
let passives = 'said believed thought understood rumoured rumored alleged reported'.split(' ')
let plans = 'plans planned intends intended hopes hoped proposes proposed expects'.split(' ')
let hedge = new RegExp(
  `\\b(?:${adverbs.join('|')}|(?:is|are|was|were) (?:${passives.join('|')}) to(?= (?:be|have)\\b)|(?:${plans.join('|')}) to)\\b`,
  'i'
)
// Beside the words relied on, these say that it is not certain; elsewhere they may be of anything.
let modal = /\b(?:may|might|could|would)\b(?! \d)/
let hedges = [...adverbs, ...passives, ...plans, 'may', 'might', 'could', 'would'].map(wordHashes)

function mayHedge({ workspace }: NoteContext, key: string): boolean {
  let own = workspace.captured(key)
  return !!own && hedges.some(hashes => workspace.mayHold(own, hashes))
}

// In the words, or before them in their clause.
function hedgeOf({ place: { from, to }, sentence }: Sourced, isRelied: boolean): string | undefined {
  let text = sentence.text.replace(/\s/g, ' ')
  let at = from - sentence.from
  let before = clause(text.slice(Math.max(0, at - 200), at))
  let inside = isRelied ? text.slice(at, to - sentence.from) : ''
  return (hedge.exec(before + inside) ?? modal.exec(inside))?.[0]
}

function clause(before: string): string {
  let cuts = [
    ...before.matchAll(/[;:—–()“”"]|\. |, (?<relative>which|who|where|whose)\b|, (?:and|but|while|as|though)\b/g)
  ]
  let cut = cuts.at(-1)
  if (!cut) return before
  let rest = before.slice(cut.index + cut[0].length)
  // A clause put in between, and the words go on behind it.
  let end = cut.groups?.relative ? rest.indexOf(', ') : -1
  return end >= 0 ? rest.slice(end) : rest
}
