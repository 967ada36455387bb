import { type Actor, actorNames, type Workspace } from '../../core'
import { ranked } from '../completion/rank'
import { actorCard } from '../hover/actor'
import { kindWords } from '../words/describe'
import { plaintext } from '../words/format'
import { counted, inShort, type LineKind, leadsTo, type TreeLine } from './tree'
import { byKindName, byName, idOf, mostUngrouped, partsOf, ranged, useLines, type ViewQuery } from './view'

/**
 * The actors of the workspace by name, many of them by kind; beneath each the notes that mention it.
 *
 * @param query `order`: `name`, or `mentions` for the most mentioned first
 */
export function actorsView(workspace: Workspace, { parent, filter, order }: ViewQuery): TreeLine[] {
  let [what, name, from] = partsOf(parent)
  if ((what === 'actor' || what === 'used') && typeof name === 'string')
    return useLines(workspace, { kind: 'actor', key: name }, from)
  if (filter) {
    let names = workspace.derive('actors', actorNames)
    return ranked(names, filter, []).map(({ owner }) => actorLine(workspace, workspace.actor(names.keys[owner])!))
  }
  let all = workspace.derive('actors', sorted)
  if (order === 'mentions') all = byCount(all, ({ key }) => workspace.mentionCount(key))
  let line = (actor: Actor) => actorLine(workspace, actor)
  if (what === 'kind' && typeof name === 'string')
    return ranged(
      all.filter(({ schema }) => schema === name),
      line,
      nameOf,
      ['kind', name],
      typeof from === 'number' ? from : undefined
    )
  if (all.length <= mostUngrouped) return all.map(line)
  let kinds = [...new Set(all.map(({ schema }) => schema))].sort(byKindName)
  return kinds.map(kind => ({
    id: idOf('kind', kind),
    kind: kindOf(kind),
    label: kindWords(kind) || 'Without a kind',
    description: String(all.filter(({ schema }) => schema === kind).length),
    children: 'asked'
  }))
}

let nameOf = ({ name, key }: Actor) => name || key

function sorted(workspace: Workspace): Actor[] {
  return workspace
    .actorKeys()
    .map(key => workspace.actor(key)!)
    .sort((a, b) => byName(nameOf(a), nameOf(b)))
}

/** The most first; those of one count as they were. */
export function byCount<T>(members: readonly T[], countOf: (member: T) => number): T[] {
  let counts = members.map((member, index) => ({ member, index, count: countOf(member) }))
  return counts.sort((a, b) => b.count - a.count || a.index - b.index).map(({ member }) => member)
}

function actorLine(workspace: Workspace, actor: Actor): TreeLine {
  let mentions = workspace.mentionCount(actor.key)
  let position = actor.positions.find(({ to }) => !to) ?? actor.positions[0]
  let facts = [position?.title, mentions > 0 && `${mentions}×`]
  let card = [...actorCard(workspace, actor, plaintext), `@${actor.key}, mentioned ${counted(mentions, 'time')}`]
  return {
    id: idOf('actor', actor.key),
    kind: kindOf(actor.schema),
    label: inShort(nameOf(actor)),
    description: inShort(facts.filter(Boolean).join(' · ')),
    tooltip: card.filter(Boolean).join('\n'),
    record: { kind: 'actor', key: actor.key },
    insert: `@${actor.key}`,
    ...leadsTo(workspace, actor.path, actor.keySpan),
    ...(mentions > 0 ? { children: 'asked' } : {})
  }
}

let kinds: { [schema: string]: LineKind } = {
  Person: 'person',
  Organization: 'organization',
  PublicBody: 'organization',
  Company: 'organization',
  Group: 'organization',
  Country: 'country',
  Place: 'place',
  Treaty: 'treaty'
}
let kindOf = (schema: string): LineKind => (Object.hasOwn(kinds, schema) ? kinds[schema] : 'actor')
