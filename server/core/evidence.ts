import { linkParts } from './links'
import type { Label } from './model'
import { originOf } from './origin'
import type { LinkSummary, NoteSummary } from './summary'
import type { FileSummary, Workspace } from './workspace'

/** A statement, or a labelled item of one, anywhere in the workspace: the path of its note and its index there. */
export interface StatementAt {
  path: string
  index: number
}

/** How something bears on a statement. */
export type Bearing = 'for' | 'against' | 'basis of confidence' | 'if wrong' | 'alternative' | 'indicator'

/** One thing that bears on another. */
export type Evidence = { bearing: Bearing } & ({ statement: StatementAt } | { source: string })

let bearings: { [label in Label]?: Bearing } = {
  Against: 'against',
  Because: 'basis of confidence',
  'If wrong': 'if wrong',
  Alternative: 'alternative',
  Indicator: 'indicator'
}
let bearingOf = (label: Label): Bearing => bearings[label] ?? 'for'

/**
 * What a statement rests on or is challenged by: the sources cited in it, the statements it links to, in the order of its text, and its
 * labelled items. What is cited or linked in an item bears on the item alone.
 */
export function evidenceFor(workspace: Workspace, { path, index }: StatementAt): Evidence[] {
  let note = workspace.files.get(path)?.note
  if (!note?.statements[index]) return []
  let found: (Evidence & { from: number })[] = []
  for (let [which, statement] of note.citations.statements.entries())
    if (statement === index)
      found.push({ source: note.citations.keys[which], bearing: 'for', from: note.citations.starts[which] })
  for (let link of note.links) {
    let target = link.statement === index ? statementLinked(workspace, path, link) : undefined
    if (target) found.push({ statement: target, bearing: 'for', from: link.from })
  }
  found.sort((a, b) => a.from - b.from)
  for (let [item, { parent, label, from }] of note.statements.entries())
    if (parent === index) found.push({ statement: { path, index: item }, bearing: bearingOf(label), from })
  return distinct(found)
}

/** What rests on a statement: the statement it is an item of, and those of any note that link to it, by path and place. */
export function restingOn(workspace: Workspace, { path, index }: StatementAt): Evidence[] {
  let own = workspace.files.get(path)?.note?.statements[index]
  if (!own) return []
  let found: Evidence[] = []
  if (own.parent !== undefined) found.push({ statement: { path, index: own.parent }, bearing: bearingOf(own.label) })
  if (own.id === undefined) return found
  for (let user of byPath(workspace.uses.ofFile(path)))
    for (let link of user.note?.links ?? []) {
      let target = link.statement === undefined ? undefined : statementLinked(workspace, user.path, link)
      if (target?.path === path && target.index === index)
        found.push({ statement: { path: user.path, index: link.statement! }, bearing: 'for' })
    }
  return distinct(found)
}

/** The statements that cite a source, by path and place. */
export function restingOnSource(workspace: Workspace, key: string): Evidence[] {
  let found: Evidence[] = []
  for (let { path, note } of byPath(workspace.uses.ofSource(key)))
    for (let [which, index] of note?.citations.statements.entries() ?? [])
      if (index >= 0 && note!.citations.keys[which] === key) found.push({ statement: { path, index }, bearing: 'for' })
  return distinct(found)
}

/** How much bears on a statement: sources cited for it, where those are from at the last, and the items that speak against it. */
export interface Weight {
  sources: string[]
  origins: string[]
  against: number
}

/** Over the statement and its items. What is cited in an item against it is no source for it. */
export function weightOf(workspace: Workspace, note: NoteSummary, index: number): Weight {
  let isAgainst = (item: number) => item !== index && note.statements[item].label === 'Against'
  let isOwn = (item: number) => item === index || note.statements[item]?.parent === index
  let sources = new Set<string>()
  for (let [which, statement] of note.citations.statements.entries())
    if (statement >= 0 && isOwn(statement) && !isAgainst(statement)) sources.add(note.citations.keys[which])
  let origins = new Set([...sources].map(key => originOf(workspace, key)))
  let against = note.statements.filter((item, which) => item.parent === index && isAgainst(which)).length
  return { sources: [...sources], origins: [...origins], against }
}

function statementLinked(workspace: Workspace, path: string, { destination }: LinkSummary): StatementAt | undefined {
  let parts = linkParts(path, destination)
  if (!parts?.anchor) return undefined
  let index = workspace.files.get(parts.path)?.note?.statements.findIndex(({ id }) => id === parts.anchor) ?? -1
  return index < 0 ? undefined : { path: parts.path, index }
}

// The same source cited twice bears on a statement once.
function distinct(found: Evidence[]): Evidence[] {
  let ids = new Set<string>()
  let idOf = (one: Evidence) =>
    'source' in one ? `^${one.source}` : `${one.statement.index} ${one.statement.path} ${one.bearing}`
  return found.filter(one => ids.size < ids.add(idOf(one)).size)
}

function byPath(files: Iterable<FileSummary>): FileSummary[] {
  return [...files].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}
