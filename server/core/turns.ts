import type { Memo } from './asks'
import { behindLabel, isDialogue, plainLabel, voiceLabels } from './labels'
import type { Actor, Span } from './model'
import { namesOf } from './names'
import { paragraphEnd } from './paragraphs'
import type { Captured } from './verify'
import type { Workspace } from './workspace'

/** Something an actor says in a source: from its label to where nothing says any more that the words are theirs. */
export interface Turn extends Span {
  label: string
  /** Where the words begin, after the label's colon. */
  words: number
}

/** The labels under which the actor speaks in the source: as the record says, else the actor's own names. */
export function labelsOf(own: Captured, actor: Actor): string[] {
  let declared = own.source.speakers.filter(speaker => speaker.actor === actor.key).map(own => plainLabel(own.label))
  let taken = new Set(own.source.speakers.map(speaker => plainLabel(speaker.label)))
  let labels = own.labels()
  return [...declared, ...namesOf(actor).filter(name => !taken.has(name))].filter(label => labels.has(label))
}

/** Who speaks at an offset of a source. */
export interface Speaker {
  label: string
  /** The actor's key, if a record gives it. */
  actor?: string
  /** Not in the paragraph that the label opens, but after it: nothing but the order of paragraphs says who speaks. */
  inferred: boolean
}

/** The speaker of the turn in which the offset stands. */
export function speakerAt(workspace: Workspace, own: Captured, offset: number): Speaker | undefined {
  let best: { label: string; at: number } | undefined
  let known = speakerLabels(workspace, own)
  let voices = voiceLabels(own)
  for (let [label, places] of own.labels()) {
    let at = known.has(label) || voices.has(label) ? places.findLast(place => place <= offset) : undefined
    if (at !== undefined && at > (best?.at ?? -1)) best = { label, at }
  }
  if (!best) return undefined
  let { first, last } = turnEnds(own, best.at, offset + 1)
  if (last <= offset) return undefined
  return { label: best.label, actor: known.get(best.label), inferred: first <= offset }
}

/** The actor's turns in the source, in the order of the text. */
export function turnsOf(workspace: Workspace, own: Captured, actor: Actor): Turn[] {
  let labels = own.labels()
  let mine = new Set(labelsOf(own, actor))
  if (mine.size === 0) return []
  let known = speakerLabels(workspace, own)
  let voices = voiceLabels(own)
  let isStart = (label: string) => known.has(label) || voices.has(label)
  let starts = [...labels].flatMap(([label, places]) => (isStart(label) ? places.map(from => ({ label, from })) : []))
  starts.sort((a, b) => a.from - b.from)
  let text = own.text()
  return starts.flatMap(({ label, from }, index) => {
    if (!mine.has(label)) return []
    let words = behindLabel(text, label, from)
    return { label, from, words, to: turnEnds(own, from, starts[index + 1]?.from ?? text.length).last }
  })
}

// Where the labelled paragraph ends, and where the turn does, not after `to`. In an interview, or where the record names speakers, unlabelled
// paragraphs go on with it, as far as a question: whoever answers it, answers without a label. Elsewhere a label is for its paragraph.
function turnEnds(own: Captured, from: number, to: number): { first: number; last: number } {
  let text = own.text()
  let first = paragraphEnd(text, own.wrapped(), from, to)
  let last = first
  while (isDialogue(own) && last < to && !isQuestion(text, from, last)) {
    let next = last
    while (next < to && /\s/.test(text[next])) next++
    let end = paragraphEnd(text, own.wrapped(), next, text.length)
    // A question without a label may be the next one's who speaks.
    if (isQuestion(text, next, end)) break
    last = Math.min(end, to)
  }
  return { first, last }
}

let isQuestion = (text: string, from: number, to: number) =>
  /\?["'”’»)\]*_]*\s*$/.test(text.slice(Math.max(from, to - 10), to))

/** Labels of the source that stand for a speaker, with the actor's key. */
export function speakerLabels(workspace: Workspace, own: Captured): ReadonlyMap<string, string> {
  return workspace.each('actors', noLabels, own, () => findSpeakers(workspace, own))
}
let noLabels = () => new WeakMap<Captured, Memo<Map<string, string>>>()

function findSpeakers(workspace: Workspace, own: Captured): Map<string, string> {
  let names = workspace.derive('names', actorsByName)
  let known = new Map<string, string>()
  for (let label of own.labels().keys()) {
    let key = names.get(label)
    if (key) known.set(label, key)
  }
  for (let { label, actor } of own.source.speakers) known.set(plainLabel(label), actor)
  return known
}

/** Names that stand for one actor only. To be derived from `names`. */
export function actorsByName(workspace: Workspace): Map<string, string | undefined> {
  let names = new Map<string, string | undefined>()
  for (let key of workspace.actorKeys()) {
    for (let name of namesOf(workspace.actor(key)!)) names.set(name, names.has(name) ? undefined : key)
  }
  return names
}
