import { type Label, labels, subLabels } from '../model'

/** A label at the start of a block: where its word stands and where its text begins. */
export interface LabelAt {
  label: Label
  from: number
  to: number
  /** After the colon, the emphasis and white space. */
  words: number
}

let spelling = (words: readonly string[]) => words.join('|').replace('Judgement', 'Judge?ment').replaceAll(' ', '\\s')
let reader = (words: readonly string[]) =>
  new RegExp(`(?<emphasis>\\*{1,3}|_{1,3})?(?<word>${spelling(words)})(?:\\k<emphasis>:|:\\k<emphasis>)[ \\t]*`, 'y')

let ofStatement = reader(labels)
let ofItem = reader([...subLabels, ...labels])
let written = new Map<string, Label>([...labels, ...subLabels].map(label => [label, label])).set(
  'Judgment',
  'Judgement'
)
let initials = new Set([...labels, ...subLabels].map(word => word.charCodeAt(0)))

/** A statement's label (section 6 of the markup) at `at`; with `item`, those of evidence and explanation too. */
export function labelAt(text: string, at: number, item: boolean): LabelAt | undefined {
  let c = text.charCodeAt(at)
  if (!(c === 42 || c === 95 || initials.has(c))) return undefined
  let pattern = item ? ofItem : ofStatement
  pattern.lastIndex = at
  let found = pattern.exec(text)
  if (!found?.groups) return undefined
  let from = at + (found.groups.emphasis?.length ?? 0)
  let word = found.groups.word
  // One string for all notes.
  let label = written.get(word) ?? written.get(word.replace(/\s/, ' '))!
  return { label, from, to: from + word.length, words: at + found[0].length }
}
