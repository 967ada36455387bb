import { allSentences } from '../likelihood/own'
import { signOf } from '../signs'
import type { Rule } from './rule'

/** Words that borrow somebody's authority and do not say whose: “experts say”, “it is believed”. */
export let rule: Rule = {
  id: 'weasel-attribution',
  severity: { draft: 'off', final: 'off', profiles: { icd203: 'warning', phia: 'warning', newsroom: 'warning' } },
  standard: 'ICD 206',
  *note({ note, workspace }) {
    for (let { sentence, words, signs, isCited } of allSentences(workspace, note)) {
      // A citation leads to whoever is meant.
      if (isCited || (signs & telling) === 0) continue
      for (let [pattern, question] of patterns) {
        let found = pattern.exec(words)
        if (!found || /\bby\s+N+\b/.test(words.slice(found.index, found.index + 120))) continue
        let from = sentence.from + found.index
        let said = found[0].trimEnd()
        yield {
          from,
          to: from + said.length,
          message: `“${said}”: ${question} Name them, or cite where they are named.`
        }
        break
      }
    }
  }
}

// A word of each pattern.
let telling =
  signOf(`analysts experts observers commentators critics scholars pundits insiders people sources officials persons those
  believed thought understood reported rumoured rumored alleged assumed feared considered accepted acknowledged`)

let who = '(?:analysts|experts|observers|commentators|critics|scholars|pundits|insiders|people|sources)'
let says =
  '(?:say|said|believe|believed|argue|argued|think|thought|claim|claimed|suggest|suggested|warn|warned|expect|expected|fear|feared|agree|agreed|contend|maintain|point out|note|noted)'
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
    /(?<!\p{L})[Ii]t (?:is|was|has been) (?:widely |generally |commonly |often |also |now )?(?:believed|thought|understood|reported|rumoured|rumored|alleged|assumed|feared|considered|accepted|acknowledged) (?=that\b)/u,
    'by whom?'
  ]
]
