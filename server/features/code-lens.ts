import type { CodeLens, Location, Position } from 'vscode-languageserver-types'
import { type Label, type NoteSummary, type Subject, type Workspace, weightOf } from '../core'
import { toLocation, toPosition, toRange, toUri } from './convert'

/** The client's command that shows references, if it has one: called with a URI, a position and, at will, the locations to show. */
export type ShowReferences = string | undefined

/** What a lens stands above; the client sends it back when the lens comes into view. */
type LensData = { path: string } & (
  | { statement: number }
  | { subject: Extract<Subject, { kind: 'actor' | 'source' }>; at: Position }
)

/** Labels of statements that rest on sources. */
export let weighed: ReadonlySet<Label> = new Set(['Judgement', 'Forecast', 'Fact', 'Assumption'] as const)

/** Lines of text above statements and records of an open file, as the options say. What they say is worked out when they are seen. */
export function codeLens(workspace: Workspace, path: string): CodeLens[] | undefined {
  let file = workspace.files.get(path)
  if (!file || !workspace.texts.has(path)) return undefined
  let lines = workspace.lines(path)
  let { lenses } = workspace.optionsFor(path)
  let found: CodeLens[] = []
  let add = (span: { from: number; to: number }, data: LensData) => found.push({ range: toRange(lines, span), data })
  for (let { key, keySpan } of lenses.actors ? file.actors : [])
    add(keySpan, { path, subject: { kind: 'actor', key }, at: toPosition(lines, keySpan.from) })
  for (let { key, keySpan } of lenses.sources ? file.sources : [])
    add(keySpan, { path, subject: { kind: 'source', key }, at: toPosition(lines, keySpan.from) })
  if (lenses.statements)
    for (let [statement, { label, parent, from, to }] of (file.note?.statements ?? []).entries())
      if (parent === undefined && weighed.has(label)) add({ from, to }, { path, statement })
  return found
}

/** The lens with its words, and what opens when it is chosen. A client without the command sees the words alone. */
export function codeLensResolve(workspace: Workspace, lens: CodeLens, show: ShowReferences): CodeLens {
  let data = lens.data as LensData | undefined
  if (!data) return lens
  let { path } = data
  let [title, ...locations] =
    'subject' in data ? [ofSubject(workspace, data.subject)] : ofStatement(workspace, path, data.statement)
  let at = 'subject' in data ? data.at : lens.range.start
  let isEmpty = 'subject' in data ? !isUsed(workspace, data.subject) : locations.length === 0
  if (!show || isEmpty) return { ...lens, command: { title, command: '' } }
  let more = 'subject' in data ? [] : [locations]
  return { ...lens, command: { title, command: show, arguments: [toUri(path), at, ...more] } }
}

function ofSubject(workspace: Workspace, { kind, key }: Extract<Subject, { key: string }>): string {
  if (kind === 'actor') return count(workspace.mentionCount(key), 'mention', 'not mentioned')
  let cited = count(workspace.citationCount(key), 'citation', 'not cited')
  let quoted = workspace.uses.quotationCount(key)
  return quoted > 0 ? `${cited}, ${count(quoted, 'quotation', '')}` : cited
}

// Fields of other records count for what is shown, if not in the number.
function isUsed(workspace: Workspace, { kind, key }: Extract<Subject, { key: string }>): boolean {
  let { uses } = workspace
  let [inText] = kind === 'actor' ? uses.ofActor(key) : uses.ofSource(key)
  let [inRecord] = uses.inRecords(kind, key)
  return inText !== undefined || inRecord !== undefined
}

// Its words, then where its sources are cited.
function ofStatement(workspace: Workspace, path: string, index: number): [string, ...Location[]] {
  let note = workspace.files.get(path)?.note
  if (!note?.statements[index]) return ['']
  let { keys, starts, statements } = note.citations
  let locations = statements.flatMap((own, which) => {
    let isOwn = own === index || note.statements[own]?.parent === index
    let from = starts[which]
    return isOwn ? [toLocation(workspace, path, { from, to: from + keys[which].length })] : []
  })
  return [weightWords(workspace, note, index), ...locations]
}

/** What a statement rests on: `3 sources, 2 origins, 1 against`. */
export function weightWords(workspace: Workspace, note: NoteSummary, index: number): string {
  let { sources, origins, against } = weightOf(workspace, note, index)
  let parts = [count(sources.length, 'source', 'no source')]
  if (origins.length < sources.length) parts.push(count(origins.length, 'origin', ''))
  if (against > 0) parts.push(`${against} against`)
  return parts.join(', ')
}

function count(number: number, word: string, none: string): string {
  if (number === 0) return none
  return number === 1 ? `1 ${word}` : `${number} ${word}s`
}
