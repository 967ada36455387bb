import type { Span } from '../model'
import { signOf, signsIn } from '../signs'

/** A level of confidence that the writer states; the span is that of the whole phrase. */
export interface FoundConfidence extends Span {
  /** As written, in small letters: `high`, `medium`. */
  level: string
  /** Where the level alone stands. */
  levelSpan: Span
}

let level = String.raw`((?:very\s)?(?:high|moderate|low|medium|strong|weak|full|great|good|fair|reasonable|limited|little|considerable|absolute|complete|total|partial|intermediate|mid)(?:-to-(?:high|moderate|low|medium))?)`
let before = new RegExp(
  String.raw`(?<![\p{L}-])${level}(?:\s(?:degree|level)\sof)?(?:\s(?:analytic(?:al)?|overall))?\s+confidence(?![\p{L}-])(?!\s(?:intervals?|votes?|motion|trick|man|building|limits?)\b)`,
  'giu'
)
let behind = new RegExp(
  String.raw`(?<![\p{L}-])(?:confidence|AnCR)(?:\s(?:level|rating))?(?:\sin\s(?:this|the|our|that)\s[\p{L}]{1,20})?(?:\s(?:is|remains|was|level of)|\s?:[*_]{0,2})\s${level}(?![\p{L}-])`,
  'giu'
)

let confidenceSign = signOf('confidence ancr')
let confidentSign = signOf('confident')

/** Where the writer is “highly confident that”, which is no level; the words stand for one all the same. */
export function confidentIn(words: string, signs = signsIn(words)): Span | undefined {
  let found = (signs & confidentSign) === 0 ? undefined : confident.exec(words)
  return found ? { from: found.index + found[1].length, to: found.index + found[0].length } : undefined
}
let confident =
  /(\b(?:[Ww]e(?: are| remain|['’]re)|I(?: am|['’]m))\s)(?:(?:highly|very|fairly|moderately|reasonably|quite|absolutely|completely)\s)?confident(?= (?:that|in (?:this|our|the)|of (?:this|that|it))\b)/

/** The levels of confidence in a sentence of the writer's own; not how far somebody else trusts somebody. */
export function confidenceIn(words: string, signs = signsIn(words)): FoundConfidence[] {
  let found: FoundConfidence[] = []
  if ((signs & confidenceSign) === 0) return found
  for (let pattern of [before, behind]) {
    for (let match of words.matchAll(pattern)) {
      let from = match.index
      let to = from + match[0].length
      let head = words.slice(Math.max(0, from - 80), from)
      if (isOthers(head, words.slice(to, to + 80)) || (pattern === behind && !isOurs.test(head))) continue
      let at = from + (pattern === before ? 0 : match[0].length - match[1].length)
      found.push({
        from,
        to,
        level: match[1].toLowerCase().replace(/\s+/g, ' '),
        levelSpan: { from: at, to: at + match[1].length }
      })
    }
  }
  return found.sort((a, b) => a.from - b.from)
}

// “Public confidence is low” is about the public.
let isOurs = /(?:^\W*|[.;:(–—]\s*[*_]*|\b(?:our|my|the|analytic(?:al)?|overall|and|but|with)\s+)$/i

let inJudgement =
  /^\s+in\s+(?:(?:this|that|these|those|the|our|both|each|all|either)\s+)?(?:(?:key|first|second|overall|main)\s+)?(?:judge?ments?|assessments?|forecasts?|conclusions?|estimates?|findings?|it\b|this\b|that\b|these\b)/i

function isOthers(head: string, tail: string): boolean {
  if (direct.test(head) || /\b(?:our|my)\s+$/i.test(head)) return false
  if (/\b(?:has|have|had|lost|lacks?|enjoys?|inspires?|gave|gives?|with so)\s+(?:only |so |a )?$/i.test(head))
    return true
  return /^\s+(?:in|among|of|about)\b/.test(tail) && !inJudgement.test(tail)
}

let direct =
  /\b(?:we|I)\s+(?:(?:also|still|now|therefore|only)\s+)?(?:have|hold|place|express|state)\s+(?:only\s+)?(?:a\s+)?$/i
