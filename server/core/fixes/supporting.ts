import type { Passage } from '../verify'
import { fold, mayHold, originalEnd, originalStart, wordHashes } from '../verify'
import { isWhole } from '../verify/match'
import type { Workspace } from '../workspace'

/** How far around the figure, in folded characters, the sentence's other words may stand. */
let reach = 160
let mostOffered = 3
let mostPlaces = 50

/** A passage that holds a sentence's figure, with the words around it. */
export interface Supporting extends Passage {
  words: string
}

/**
 * Passages that hold the figure of a sentence and at least two of its telling words beside it: to be read before one is cited. The
 * source with most of the words first, three at most. Sources that cannot hold the figure are not searched.
 *
 * @param words the writer's own words of the sentence (`proseOf`)
 */
export function supporting(workspace: Workspace, words: string, figure: string): Supporting[] {
  let wanted = fold(figure).text.trim().replace(/%$/, '').trim()
  let others = tellingWords(words.replace(figure, ' '))
  let hashes = wordHashes(wanted)
  if (hashes.length === 0 || others.length < 2) return []
  let found: { passage: Supporting; score: number }[] = []
  for (let own of workspace.all()) {
    if (!mayHold(own.filter(), hashes)) continue
    let folded = own.folded()
    let { text } = folded
    let best: { at: number; score: number } | undefined
    let places = 0
    for (let at = text.indexOf(wanted); at >= 0 && places < mostPlaces; at = text.indexOf(wanted, at + 1), places++) {
      if (!isWhole(text, at, at + wanted.length)) continue
      let around = text.slice(Math.max(0, at - reach), at + wanted.length + reach).toLowerCase()
      let score = others.filter(stem => around.includes(stem)).length
      if (score >= 2 && score > (best?.score ?? 0)) best = { at, score }
    }
    if (!best) continue
    let from = text.lastIndexOf('. ', best.at) + 1
    let to = text.indexOf('. ', best.at)
    from = Math.max(from, best.at - 60)
    to = Math.min(to < 0 ? text.length : to, best.at + wanted.length + 60)
    let span = { from: originalStart(folded, best.at), to: originalEnd(folded, best.at + wanted.length) }
    let passage = { source: own.source.key, path: own.source.path, ...span, words: text.slice(from, to).trim() }
    found.push({ passage, score: best.score })
  }
  found.sort((a, b) => b.score - a.score)
  return found.slice(0, mostOffered).map(({ passage }) => passage)
}

let common = new Set(
  `about after again against also among another because been before being between both could does down during each fell from have
  having here into its just last less made many more most much next nearly only other over part rose said same several should since
  some still such than that their them then there these they this those three through under until were what when where which
  while whose will with within would year years`.split(/\s+/)
)

// Words of four letters and more, cut to their beginning so that “pallet” finds “pallets”.
function tellingWords(words: string): string[] {
  let found =
    fold(words)
      .text.toLowerCase()
      .match(/\p{L}{4,}/gu) ?? []
  return [...new Set(found.filter(word => !common.has(word) && !/^n+$/.test(word)).map(word => word.slice(0, 6)))]
}
