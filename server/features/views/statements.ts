import type { Label, StatementSummary, Workspace } from '../../core'
import { actorName } from '../words/describe'
import { readable } from '../words/readable'
import { inShort, type LineKind, leadsTo, type TreeLine } from './tree'
import { holds, idOf, inFolder, mostLines, noteName, partsOf, ranged, type ViewQuery } from './view'

/** A statement and where it stands: its note's path, and its index there. */
interface Placed {
  path: string
  index: number
  statement: StatementSummary
  /** Of its labelled items. */
  evidence: number[]
}

/** The statements of all notes by kind, key judgements first; beneath each its evidence. */
export function statementsView(workspace: Workspace, { parent, filter }: ViewQuery): TreeLine[] {
  let [what, name, from] = partsOf(parent)
  if (what === 'statement' && typeof name === 'string') return evidenceLines(workspace, name, Number(from))
  let kinds = workspace.derive('notes', byKind)
  let line = (placed: Placed) => statementLine(workspace, placed)
  if (filter) {
    let found: TreeLine[] = []
    for (let placed of [...kinds.values()].flat())
      if (found.length < mostLines && holds(`${placed.statement.id ?? ''} ${placed.statement.words}`, filter))
        found.push(line(placed))
    return found
  }
  if (what === 'kind' && typeof name === 'string')
    return ranged(
      kinds.get(name) ?? [],
      line,
      ({ path }) => noteName(workspace, path),
      ['kind', name],
      typeof from === 'number' ? from : undefined
    )
  return groups.flatMap(({ kind, label, line }) => {
    let own = kinds.get(kind)
    return own ? { id: idOf('kind', kind), kind: line, label, description: String(own.length), children: 'asked' } : []
  })
}

let groups: { kind: Label | 'key'; label: string; line: LineKind }[] = [
  { kind: 'key', label: 'Key judgements', line: 'key judgement' },
  { kind: 'Judgement', label: 'Other judgements', line: 'judgement' },
  { kind: 'Forecast', label: 'Forecasts', line: 'forecast' },
  { kind: 'Fact', label: 'Facts', line: 'fact' },
  { kind: 'Assumption', label: 'Assumptions', line: 'assumption' },
  { kind: 'Gap', label: 'Gaps', line: 'gap' },
  { kind: 'Indicator', label: 'Indicators', line: 'indicator' }
]

let groupOf = ({ key, label }: StatementSummary) =>
  key && (label === 'Judgement' || label === 'Forecast') ? 'key' : label

// Statements of their own, by path and place.
function byKind({ files }: Workspace): Map<string, Placed[]> {
  let kinds = new Map<string, Placed[]>()
  for (let path of [...files.keys()].sort()) {
    let statements = files.get(path)?.note?.statements ?? []
    let evidence = new Map<number, number[]>()
    for (let [index, { parent }] of statements.entries()) {
      if (parent === undefined) continue
      let items = evidence.get(parent)
      if (items) items.push(index)
      else evidence.set(parent, [index])
    }
    for (let [index, statement] of statements.entries()) {
      if (statement.parent !== undefined) continue
      let kind = groupOf(statement)
      let placed = { path, index, statement, evidence: evidence.get(index) ?? [] }
      let own = kinds.get(kind)
      if (own) own.push(placed)
      else kinds.set(kind, [placed])
    }
  }
  return kinds
}

function statementLine(workspace: Workspace, { path, index, statement, evidence }: Placed): TreeLine {
  let { id, words, label } = statement
  let count = (wanted: Label) =>
    evidence.filter(item => workspace.files.get(path)?.note?.statements[item].label === wanted).length
  let weighed = [count('For') > 0 && `${count('For')} for`, count('Against') > 0 && `${count('Against')} against`]
  let facts = [noteName(workspace, path), ...weighed]
  return {
    id: idOf('statement', path, index),
    kind: groups.find(({ kind }) => kind === groupOf(statement))?.line ?? 'judgement',
    label: inShort(readable(words, key => actorName(workspace, key))) || label,
    description: inShort(facts.filter(Boolean).join(' · ')),
    tooltip: [`${label}: ${inShort(words, 300)}`, `${inFolder(workspace, path)}${id ? `#${id}` : ''}`].join('\n'),
    ...leadsTo(workspace, path, statement),
    ...(evidence.length > 0 ? { children: 'asked' } : {})
  }
}

function evidenceLines(workspace: Workspace, path: string, index: number): TreeLine[] {
  let statements = workspace.files.get(path)?.note?.statements ?? []
  return [...statements.entries()].flatMap(([at, { parent, label, words, from, to }]) =>
    parent === index
      ? {
          id: idOf('evidence', path, at),
          kind: label === 'Against' ? ('against' as const) : ('evidence' as const),
          label: inShort(readable(words, key => actorName(workspace, key))) || label,
          description: label,
          ...leadsTo(workspace, path, { from, to })
        }
      : []
  )
}
