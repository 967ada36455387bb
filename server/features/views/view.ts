import { foldName, type Occurrence, occurrencesOf, type Subject, type Workspace } from '../../core'
import { counted, inShort, leadsTo, lineWords, type TreeLine } from './tree'

/** What a client asks of a view of the whole workspace. */
export interface ViewQuery {
  /** The id of the line whose lines beneath are asked for; without it those at the top. */
  parent?: string
  /** Words to look for: then the lines at the top are those found, the best first. */
  filter?: string
  /** How lines stand in order, if not by name. */
  order?: string
}

/** A view with more lines than this is put into groups. */
export let mostUngrouped = 100
/** No line has more lines beneath it than this. */
export let mostLines = 200

/** Ids are lists of words, as a key may hold anything. */
export let idOf = (...parts: (string | number)[]) => JSON.stringify(parts)

/** The parts of an id; none of what is no id of ours. */
export function partsOf(id: string | undefined): (string | number)[] {
  try {
    let parts: unknown = JSON.parse(id ?? '[]')
    return Array.isArray(parts) ? parts : []
  } catch {
    return []
  }
}

/**
 * Members of a group as lines; of too many for one look, ranges of them, from the name of the first to that of the last. `id` begins
 * the ids of the ranges, `from` is where the range begins that is asked for.
 */
export function ranged<T>(
  members: readonly T[],
  lineOf: (member: T) => TreeLine,
  nameOf: (member: T) => string,
  id: (string | number)[],
  from?: number
): TreeLine[] {
  if (from !== undefined) return members.slice(from, from + mostLines).map(lineOf)
  if (members.length <= mostLines) return members.map(lineOf)
  let ranges: TreeLine[] = []
  for (let start = 0; start < members.length; start += mostLines) {
    let own = members.slice(start, start + mostLines)
    ranges.push({
      id: idOf(...id, start),
      kind: 'group',
      label: `${inShort(nameOf(own[0]), 30)} – ${inShort(nameOf(own[own.length - 1]), 30)}`,
      description: String(own.length),
      children: 'asked'
    })
  }
  return ranges
}

/** The notes in which an actor or a source is used, with the number of places in each; `from` as for `ranged`. */
export function useLines(workspace: Workspace, subject: Subject & { key: string }, from?: string | number): TreeLine[] {
  let id = ['used', subject.key]
  let byPath = new Map<string, Occurrence[]>()
  for (let occurrence of occurrencesOf(workspace, subject)) {
    if (!isUse(occurrence)) continue
    let own = byPath.get(occurrence.path)
    if (own) own.push(occurrence)
    else byPath.set(occurrence.path, [occurrence])
  }
  return ranged(
    [...byPath],
    ([path, own]) => ({
      id: idOf(...id, path),
      kind: 'note',
      label: noteName(workspace, path),
      description: `${own.length}× · ${lineWords(workspace, path, own[0])}`,
      tooltip: `${counted(own.length, 'place')} in ${inFolder(workspace, path)}`,
      ...leadsTo(workspace, path, own[0])
    }),
    ([path]) => noteName(workspace, path),
    id,
    typeof from === 'number' ? from : undefined
  )
}

let isUse = ({ form }: Occurrence) => form === 'mention' || form === 'speaker' || form === 'citation'

/** A note's title, else the name of its file. */
export function noteName(workspace: Workspace, path: string): string {
  return inShort(workspace.files.get(path)?.note?.title || path.slice(path.lastIndexOf('/') + 1))
}

/** A path as it is in its folder of the workspace. */
export function inFolder(workspace: Workspace, path: string): string {
  return path.slice(workspace.rootOf(path)?.length ?? path.lastIndexOf('/') + 1)
}

/** By name, in the way people sort names: digits as numbers, and whatever quotation marks stand around. */
export let byName = new Intl.Collator('en', { numeric: true, ignorePunctuation: true }).compare
/** Of kinds, where the empty word is none: that comes last. */
export let byKindName = (a: string, b: string) => Number(!a) - Number(!b) || byName(a, b)

/** Whether words hold what is looked for, whatever its case and accents. */
export function holds(words: string, filter: string): boolean {
  return foldName(words).includes(foldName(filter))
}
