import type { Span } from '../model'
import { signOf } from '../signs'

/** Words that borrow somebody's authority and do not say whose, and the question they leave open. */
export interface Weasel extends Span {
  question: string
  /** Talk of what is so, which the writer may weigh: “is said to be”. */
  isRumour: boolean
}

/**
 * The first of them in a sentence; none where it says by whom.
 *
 * @param words the writer's own (`proseOf`)
 * @param signs those in the words (`signsIn`)
 */
export function weaselIn(words: string, signs: number): Weasel | undefined {
  if ((signs & telling) === 0) return undefined
  for (let [pattern, question] of patterns) {
    let found = pattern.exec(words)
    if (!found || /\bby\s+N+\b/.test(words.slice(found.index, found.index + 120))) continue
    return { from: found.index, to: found.index + found[0].trimEnd().length, question, isRumour: pattern === rumour }
  }
  return undefined
}

// A word of each pattern.
let telling =
  signOf(`analysts experts observers commentators critics scholars pundits insiders people sources officials persons those
  believed thought understood reported rumoured rumored alleged assumed feared considered accepted acknowledged expected hoped claimed argued suggested said reportedly`)

let who = '(?:analysts|experts|observers|commentators|critics|scholars|pundits|insiders|people|sources)'
let says =
  '(?:say|said|believe|believed|argue|argued|think|thought|claim|claimed|suggest|suggested|warn|warned|expect|expected|fear|feared|agree|agreed|contend|maintain|point out|note|noted)'
let rumour =
  /(?<!\p{L})(?:[Rr]eportedly|(?:is|are|was|were) (?:widely |generally |also |still )?(?:said|believed|thought|understood|reported|rumoured|rumored|alleged) to(?= (?:be|have)\b))(?!\p{L})/u
let patterns: [RegExp, string][] = [
  [
    new RegExp(
      `(?<![\\p{L}-])(?:(?:[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Vv]arious|[Cc]ertain|[Aa] number of) (?:\\p{L}+ )?${who}|[Aa]nalysts|[Ee]xperts|[Oo]bservers|[Cc]ommentators|[Cc]ritics|[Pp]undits|[Ii]nsiders) (?:have |also |now |have also )?${says}(?!\\p{L})`,
      'u'
    ),
    'who are they?'
  ],
  [
    new RegExp(
      `(?<!\\p{L})(?:[Ss]ources|[Oo]fficials|[Pp]eople|[Pp]ersons|[Tt]hose) (?:familiar with|close to|briefed on|with knowledge of) (?:[\\p{L}’'-]+ ){1,5}?${says}(?!\\p{L})`,
      'u'
    ),
    'who are they?'
  ],
  [
    /(?<!\p{L})[Ii]t (?:is|was|has been) (?:widely |generally |commonly |often |also |now )?(?:believed|thought|understood|reported|rumoured|rumored|alleged|assumed|feared|considered|accepted|acknowledged|expected|hoped|claimed|argued|suggested|said) (?=that\b)/u,
    'by whom?'
  ],
  [rumour, 'by whom?']
]
