import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall
} from 'vscode-languageserver-types'
import {
  type Evidence,
  evidenceFor,
  fileName,
  restingOn,
  restingOnSource,
  type StatementAt,
  type Workspace
} from '../core'
import { toRange, toUri } from './convert'
import { titled } from './document-symbols'
import { thingAt } from './places/thing-at'
import { sourceLine } from './words/describe'
import { labelKinds, sourceKind } from './words/symbol-kinds'

/**
 * The hierarchy of evidence, told as the protocol's hierarchy of calls: what “calls” a statement is what speaks for or against it, what it
 * “calls” is what rests on it. A citation stands for its source.
 */
export function prepareCallHierarchy(
  workspace: Workspace,
  path: string,
  offset: number
): CallHierarchyItem[] | undefined {
  let note = workspace.note(path)
  let thing = note && thingAt(note, offset)
  if (thing?.kind === 'citation') return one(itemOf(workspace, { source: thing.citation.key, bearing: 'for' }))
  let block = note?.blocks.find(({ from, to }) => from <= offset && offset <= to)
  if (block?.statement === undefined) return undefined
  return one(itemOf(workspace, { statement: { path, index: block.statement }, bearing: 'for' }))
}

/** What speaks for or against an item's statement, each with how it bears on it. Nothing is known to support a source. */
export function incomingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyIncomingCall[] | undefined {
  let data = item.data as Data | undefined
  let at = data && statementOf(workspace, data)
  return (
    at &&
    evidenceFor(workspace, at).flatMap(evidence => {
      let from = itemOf(workspace, evidence, evidence.bearing)
      return from ? { from, fromRanges: [from.selectionRange] } : []
    })
  )
}

/** What rests on an item's statement or source, over all notes. */
export function outgoingCalls(workspace: Workspace, item: CallHierarchyItem): CallHierarchyOutgoingCall[] | undefined {
  let data = item.data as Data | undefined
  let at = data && statementOf(workspace, data)
  let found = data?.source !== undefined ? restingOnSource(workspace, data.source) : at && restingOn(workspace, at)
  return found?.flatMap(evidence => {
    let to = itemOf(workspace, evidence, evidence.bearing)
    return to ? { to, fromRanges: [item.selectionRange] } : []
  })
}

/** What an item stands for. The client sends it back as it is; the note may have changed meanwhile. */
interface Data {
  source?: string
  statement?: StatementAt & { id?: string; words: string }
}

function itemOf(workspace: Workspace, evidence: Evidence, bearing?: string): CallHierarchyItem | undefined {
  if ('source' in evidence) {
    let source = workspace.source(evidence.source)
    if (!source) return undefined
    let lines = workspace.lines(source.path)
    return {
      name: titled(sourceLine(source)),
      detail: [bearing, `^${source.key}`].filter(Boolean).join(' · '),
      kind: sourceKind,
      uri: toUri(source.path),
      range: toRange(lines, source.span),
      selectionRange: toRange(lines, source.keySpan),
      data: { source: source.key } satisfies Data
    }
  }
  let { path, index } = evidence.statement
  let own = workspace.files.get(path)?.note?.statements[index]
  if (!own) return undefined
  let { label, words, id } = own
  let range = toRange(workspace.lines(path), own)
  return {
    name: titled(`${label}: ${words}`),
    detail: [bearing, id === undefined ? undefined : `#${id}`, fileName(path)].filter(Boolean).join(' · '),
    kind: labelKinds[label],
    uri: toUri(path),
    range,
    selectionRange: range,
    data: { statement: { path, index, id, words } } satisfies Data
  }
}

// By its id; one without, by its place as long as its words are the same there, else by its words.
function statementOf(workspace: Workspace, { statement }: Data): StatementAt | undefined {
  let own = statement && workspace.files.get(statement.path)?.note?.statements
  if (!own || !statement) return undefined
  let { path, index, id, words } = statement
  let isIt = (one: (typeof own)[number] | undefined) =>
    !!one && (id === undefined ? one.words === words : one.id === id)
  let at = isIt(own[index]) ? index : own.findIndex(isIt)
  return at < 0 ? undefined : { path, index: at }
}

let one = (item: CallHierarchyItem | undefined) => item && [item]
