import { type CompletionItem, CompletionItemKind, type CompletionList } from 'vscode-languageserver-types'
import { type Continuation, continuations, type Workspace } from '../../core'
import { whereAndWhen } from '../words/describe'
import { type CompletionSupport, listOf, type Offer, placeAt } from './index'
import { type BegunQuotation, begunQuotation } from './quotation-begun'

/**
 * How the sources go on from the words of a quotation that is being written: inside its marks, or as the words relied on inside a
 * citation. Accepting an entry writes the words, the closing mark if it is missing, and the citation if none in reach names
 * the source. The list is never complete: the next letter may fit other passages.
 *
 * @param asked the writer asked for it. A list that comes up by itself wants three words where no source is cited.
 */
export function* quotationCompletion(
  workspace: Workspace,
  path: string,
  offset: number,
  support: CompletionSupport,
  asked: boolean
): Generator<void, CompletionList | undefined> {
  let place = placeAt(workspace, path, offset, support)
  let begun = place?.note && begunQuotation(place.note, place.text, offset)
  if (!place || !begun) return undefined
  let { typed, relied, bound, nearby } = begun
  let isCited = bound.length > 0 || relied !== undefined
  if (!asked && !isCited && typed.trim().split(/\s+/).length < 3) return undefined
  let first = relied === undefined ? [...bound, ...nearby] : [relied]
  let found = yield* continuations(workspace, { typed, first, only: relied !== undefined })
  let word = /[^\s"“”„«»]*$/.exec(place.before)![0].slice(-typed.length)
  let offers = found.flatMap(own => offer(begun, own, word) ?? [])
  return offers.length > 0 ? listOf(place, offers, true) : undefined
}

function offer(begun: BegunQuotation, { own, from, to, rest }: Continuation, word: string): Offer | undefined {
  let { source } = own
  // In a citation a bracket would begin another one.
  if (begun.relied !== undefined && /[[\]]/.test(rest)) return undefined
  let isCited = begun.relied !== undefined || begun.bound.includes(source.key)
  // Nothing is left to write.
  if (rest === '' && (isCited || begun.relied !== undefined)) return undefined
  let ending = begun.relied === undefined ? (isCited ? '' : ` [^${source.key}]`) : begun.isBracketOpen ? ']' : ''
  // Without anything to add behind it, a closing mark that stands there is left alone, and the cursor before it.
  let replaced = ending === '' ? 0 : begun.closed.length
  let mark = begun.closed.length === 0 || replaced > 0 ? begun.closed || begun.closing : ''
  return {
    label: labelOf(`${word}${rest}`.trim() || begun.typed.trim()),
    kind: CompletionItemKind.Text,
    description: [source.key, whereAndWhen(source)].filter(Boolean).join(' · '),
    insert: `${word}${rest}${mark}${ending}`,
    typed: word.length,
    over: replaced,
    filter: `${word}${rest}`,
    data: { source: source.key, passage: { from, to } } satisfies CompletionItem['data']
  }
}

// So many that the source beside them is seen: VS Code cuts that first.
let longest = 44

// Both ends of long words tell one entry from another.
function labelOf(words: string): string {
  let line = words.replace(/\\(?=[!-/:-@[-`{-~])/g, '')
  if (line.length <= longest) return line
  return `${line.slice(0, 24).replace(/\s\S*$/, '')} … ${line.slice(-18).replace(/^\S*\s/, '')}`
}
