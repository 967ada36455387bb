import type { CompletionItem, CompletionList, Range } from 'vscode-languageserver-types'
import { lineAt, type Note, type Workspace } from '../../core'
import { toRange } from '../convert'
import { actors } from './actor'
import { attributes } from './attribute'
import { citationParts } from './citation'
import { statementLabels } from './label'
import { likelihoodTerms } from './likelihood'
import { sources } from './source'
import { suppressedRules } from './suppression'
import { yaml, yamlValue } from './yaml'

/** What a completion item may hold for this client. */
export interface CompletionSupport {
  labelDetails: boolean
  /** Items that say both what is inserted and what is replaced. */
  insertReplace: boolean
}

/** Where something is completed: the line before and behind the cursor, and the note around it. */
export interface Place {
  workspace: Workspace
  path: string
  text: string
  offset: number
  lines: Int32Array
  /** The line up to the cursor, and from there on. */
  before: string
  after: string
  /** Offset at which the line begins. */
  lineFrom: number
  /** Of notes and dossiers. */
  note?: Note
  support: CompletionSupport
}

/** What can stand at a place, or undefined if the place is none of this kind. */
export type Completer = (place: Place) => Offer[] | Cut | undefined

/** With `cut`, the client asks again at the next letter: then there are others, or they come in another order. */
export interface Cut {
  offers: Offer[]
  cut: boolean
}

/** One thing to insert, in our own terms. */
export interface Offer extends Pick<CompletionItem, 'label' | 'kind' | 'data' | 'documentation'> {
  insert: string
  /** What was typed of it: this many characters before the cursor are replaced; in replace mode also some behind it. */
  typed: number
  behind?: number
  /** This many characters behind the cursor are replaced in either mode: a mark that the editor has closed. */
  over?: number
  /** What the client compares with the typed characters; the typed characters themselves must be its beginning. */
  filter: string
  /** Right behind the label, and at the end of the line. */
  detail?: string
  description?: string
}

let completers: Completer[] = [
  yaml,
  sources,
  actors,
  citationParts,
  suppressedRules,
  attributes,
  statementLabels,
  likelihoodTerms
]
/** Of things whose names have several words, and of what a space goes before. */
let named: Completer[] = [yamlValue, sources, actors, citationParts, suppressedRules]

/**
 * What may be written at the offset. Asked at every letter: nothing here looks at all files.
 *
 * @param afterSpace only what a space goes on with: a name that was begun
 */
export function completion(
  workspace: Workspace,
  path: string,
  offset: number,
  support: CompletionSupport,
  afterSpace = false
): CompletionList | undefined {
  let place = placeAt(workspace, path, offset, support)
  if (!place) return undefined
  for (let complete of afterSpace ? named : completers) {
    let found = complete(place)
    if (!found) continue
    let { offers, cut } = Array.isArray(found) ? { offers: found, cut: false } : found
    return listOf(place, offers, cut)
  }
  return undefined
}

/** Undefined in a file that is not open. */
export function placeAt(
  workspace: Workspace,
  path: string,
  offset: number,
  support: CompletionSupport
): Place | undefined {
  let text = workspace.texts.get(path)
  if (text === undefined) return undefined
  let lines = workspace.lines(path)
  let lineFrom = lines[lineAt(lines, offset)]
  let before = text.slice(lineFrom, offset)
  let after = /^[^\r\n]*/.exec(text.slice(offset, offset + 1000))![0]
  let note = workspace.note(path)
  return { workspace, path, text, offset, lines, before, after, lineFrom, note, support }
}

export function listOf(place: Place, offers: Offer[], isIncomplete: boolean): CompletionList {
  return { isIncomplete, items: offers.map((offer, index) => itemOf(offer, index, place)) }
}

function itemOf(offer: Offer, index: number, { lines, offset, support }: Place): CompletionItem {
  let { label, kind, data, documentation, insert, detail, description } = offer
  let from = offset - offer.typed
  let range: Range = toRange(lines, { from, to: offset + (offer.over ?? 0) })
  let replace = toRange(lines, { from, to: offset + (offer.behind ?? 0) })
  let item: CompletionItem = {
    label,
    kind,
    filterText: offer.filter,
    // The order is ours: clients sort equals by this text.
    sortText: String(index).padStart(4, '0'),
    textEdit:
      support.insertReplace && offer.behind ? { newText: insert, insert: range, replace } : { newText: insert, range }
  }
  if (data !== undefined) item.data = data
  if (documentation !== undefined) item.documentation = documentation
  if (support.labelDetails) {
    if (detail || description) item.labelDetails = { detail: detail && ` ${detail}`, description }
  } else if (detail || description) item.detail = [detail, description].filter(Boolean).join(' · ')
  return item
}

/** Whether the offset stands in code, an address, a comment or the like, where nothing has a meaning. */
export function isOpaque(note: Note, offset: number): boolean {
  return note.opaque.some(span => span.from < offset && offset < span.to)
}
