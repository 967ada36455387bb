import { detached } from './span'
import type { Captured } from './verify'

/** Labels with which lines of a captured text begin: the words before the colon, and where each of them stands. */
export type LineLabels = ReadonlyMap<string, number[]>

let time = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?`
// A time, a dash, the number of a question; Markdown's list and emphasis marks.
let before = String.raw`(?:[*_]{1,3})?(?:(?:\[${time}\]|\(${time}\)|${time}|>{2}|[-–—•]|Q\d{1,3}\.(?: \[\d{1,9}\])?)[ \t]{0,4})?(?:[*_]{1,3})?`
let after = String.raw`(?:[*_]{1,3})?(?: ?[([]${time}[)\]])?(?:[*_]{1,3})?`
// Bounded, so that a line without a colon costs little.
let labelled = new RegExp(String.raw`^[ \t]*${before}(\p{L}[^:\n\r]{0,79}?)${after}:(?:[*_]{1,3})?(?=\s|$)`, 'gmu')
// Without a colon: the questions of a White House transcript, and the record of a parliament, where the name is in capitals: Mr. ORR.
let bare =
  /^[ \t]*([QA])(?=\u00a0|\t| {2})|^[ \t]*((?:Mr|Mrs|Ms|Miss|Dr|Sen|Rep|The|Madam)\.? (?:Ma?c)?\p{Lu}[\p{Lu}'’ -]{1,40}(?: of \p{Lu}\p{L}{1,30})?)\.(?=\s)/gmu

/** Every line of the body that may open a speaker's turn. Who is a speaker is for the records to say. */
export function lineLabels(text: string, bodyFrom: number): LineLabels {
  let labels = new Map<string, number[]>()
  for (let pattern of [labelled, bare]) {
    if (pattern === bare && !/^[ \t]*(?:[QA][\u00a0\t ]|(?:M[rsi]|Dr|Sen|Rep|The|Madam)[^\n:]{0,40}\.)/m.test(text))
      break
    pattern.lastIndex = bodyFrom
    for (let found = pattern.exec(text); found; found = pattern.exec(text)) {
      let label = found[1] ?? found[2]
      let at = found.index + found[0].indexOf(label)
      let places = labels.get(label)
      if (places) places.push(at)
      else labels.set(detached(label), [at])
    }
  }
  for (let places of labels.values()) places.sort((a, b) => a - b)
  return labels
}

let rest = new RegExp(`${after}[:.]?(?:[*_]{1,3})?`, 'uy')

/** Where the words begin behind a label. */
export function behindLabel(text: string, label: string, at: number): number {
  rest.lastIndex = at + label.length
  rest.test(text)
  return rest.lastIndex
}

/** A label of a record, as `lineLabels` has it. */
export let plainLabel = (label: string) => label.replace(/[.:]\s*$/, '')

let capitals = /^(?:[QA]|[\p{Lu}\p{M}][\p{Lu}\p{M}.'’ -]{1,60})$/u
let name =
  /^(?:\p{Lu}[\p{L}\p{M}.'’-]*|\([^()]{1,40}\))(?: (?:\p{Lu}[\p{L}\p{M}.'’-]*|\([^()]{1,40}\)|of|the|for|and|de|von|van|der|al|bin)){0,6}$/u
let nobody =
  /^(?:Notes?|Sources?|Updated?|Photos?|Date|Time|Place|Location|Subject|Topic|Title|Table|Figure|Corrections?|Kind|Language|Summary|Background|Keywords|Tags|Contact|Email|Phone|Website|Link|Video|Audio|Read|See|Also|P\.?S\.?|NB|Warning|Important|Example|Quote)$/i

/**
 * The labels that open somebody's turn, with the actor's key where the record gives it. In a talk — the record names speakers, or
 * calls it an interview, or several names return as labels — that is whoever stands as a name before a colon; elsewhere only names in
 * capitals that return.
 */
export function voiceLabels(own: Captured): Map<string, string | undefined> {
  let { source } = own
  let labels = own.labels()
  let found = new Map<string, string | undefined>()
  let isName = (label: string) => (name.test(label) || capitals.test(label)) && !nobody.test(label)
  let returning = [...labels].filter(([label, places]) => places.length > 1 && isName(label))
  let isTalk = isDialogue(own) || returning.length > 1
  for (let [label, places] of labels) {
    let isVoice = isDialogue(own) ? isName(label) : isTalk && places.length > 1 && isName(label)
    if (isVoice) found.set(label, undefined)
  }
  for (let { label, actor } of source.speakers ?? [])
    if (labels.has(plainLabel(label))) found.set(plainLabel(label), actor)
  return found
}

/** Whether the record says that a source is what several people said in turn. */
export let isDialogue = ({ source }: Captured) =>
  source.kind === 'interview' || source.cslType === 'interview' || (source.speakers?.length ?? 0) > 0
