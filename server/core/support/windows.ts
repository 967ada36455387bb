import type { Span } from '../model'
import type { Captured } from '../verify'
import { isWordCode } from '../verify/match'
import type { Workspace } from '../workspace'
import type { Weighed } from './terms'

/** A stretch of a folded text, and the weight of the terms in it. */
export interface Window extends Span {
  score: number
}

/** In folded characters: a sentence or two. */
let widest = 280
let mostHits = 1000

/** The stretch of a source's folded text with most of the terms, by weight, and the best one apart from it. */
export function windows(workspace: Workspace, own: Captured, terms: Weighed[]): Window[] {
  let { text } = own.folded()
  let small = text.toLowerCase()
  // In a few languages small letters take more room; there only what is small is found.
  if (small.length !== text.length) small = text
  let hits = terms.flatMap(({ forms, hashes }, term) => {
    let held = forms.filter((_, index) => hashes[index].length > 0 && workspace.mayHold(own, hashes[index]))
    return hitsOf(small, held, term)
  })
  hits.sort((a, b) => a.from - b.from)
  let inside = terms.map(() => 0)
  let score = 0
  let left = 0
  let best: Window[] = []
  for (let hit of hits) {
    if (inside[hit.term]++ === 0) score += terms[hit.term].weight
    while (hit.to - hits[left].from > widest || inside[hits[left].term] > 1) {
      let { term } = hits[left++]
      if (--inside[term] === 0) score -= terms[term].weight
    }
    let window = { from: hits[left].from, to: hit.to, score }
    let rival = best.findIndex(other => other.to + widest > window.from)
    if (rival >= 0) {
      if (best[rival].score < score) best[rival] = window
    } else if (best.length < 2) best.push(window)
    else if (best[1].score < score || best[0].score < score) best[best[0].score < best[1].score ? 0 : 1] = window
  }
  return best.sort((a, b) => b.score - a.score)
}

/** Where a text in small letters holds a form of the term. */
export function hitsOf(text: string, forms: string[], term: number): (Span & { term: number })[] {
  let found: (Span & { term: number })[] = []
  for (let form of forms) {
    for (let at = text.indexOf(form); at >= 0 && found.length < mostHits; at = text.indexOf(form, at + 1)) {
      let to = at + form.length
      if (isBounded(text, at, to)) found.push({ from: at, to, term })
    }
  }
  return found
}

// No letter or digit on either side, and no number that goes on: 310 does not stand in 310,000.
function isBounded(text: string, from: number, to: number): boolean {
  if (isWordCode(text.charCodeAt(from - 1)) || isWordCode(text.charCodeAt(to))) return false
  return (
    !/^\d/.test(text[from]) || !(/[.,]\d/.test(text.slice(to, to + 2)) || /\d[.,]/.test(text.slice(from - 2, from)))
  )
}
