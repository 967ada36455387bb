import {
  type Asked,
  type Captured,
  type FileSummary,
  fileKind,
  mayHold,
  mayVary,
  tooMany,
  type WordFilter
} from '../../core'
import { type Print, printsOf } from './prints'
import { findSame, type Packed } from './searches'

/** What was known of all files when something was found. */
export interface Before {
  paths: Iterable<string>
  /** Of a file; undefined if it was not there. */
  hash(path: string): string | undefined
  /** Of the records of a file; undefined if that is lost. */
  prints(path: string): Print[] | undefined
}

/** What has changed since. */
export interface Changes {
  /** Paths of files that came, went or changed. */
  paths: Set<string>
  /** What nobody who asked for it may rely on any more, in the words of `questions`. */
  answers: Set<string>
  /** Captured texts that changed or came, and what they are now; undefined if they went. */
  texts: { path: string; now?: Text }[]
  prints: Map<string, Print[]>
}

interface Text {
  own: Captured
  filter: WordFilter
}

/** Compares two states of all files; undefined if anything may have changed. */
export function changesSince(
  before: Before,
  files: ReadonlyMap<string, string>,
  summaryOf: (path: string) => FileSummary | undefined
): Changes | undefined {
  let changes: Changes = { paths: new Set(), answers: new Set(), texts: [], prints: new Map() }
  let { paths, answers, texts } = changes
  for (let [path, hash] of files) if (before.hash(path) !== hash) paths.add(path)
  for (let path of before.paths) if (!files.has(path)) paths.add(path)
  if (paths.size > 0) answers.add('all')
  for (let path of paths) {
    let kind = fileKind(path)
    if (kind === 'config') return undefined
    answers.add(fileAt(path))
    if ((before.hash(path) !== undefined) !== files.has(path)) answers.add('paths')
    if (kind === 'note') continue
    let file = files.has(path) ? summaryOf(path) : undefined
    let was = before.hash(path) !== undefined ? before.prints(path) : []
    let is = file ? printsOf(file, files.get(path)!) : []
    if (!was || (files.has(path) && !file)) return undefined
    changes.prints.set(path, is)
    compare(was, is, answers)
    let own = file?.captured
    if (kind === 'source') texts.push({ path, now: own && { own, filter: own.filter() } })
  }
  return changes
}

/**
 * Whether what was looked for in all texts is found where it was, and what was found there says what it said.
 *
 * @param numberOf of a path that was found
 */
export function findTheSame(
  packed: Packed,
  numberOf: (path: string) => number | undefined,
  texts: Changes['texts']
): boolean {
  return texts.every(({ path, now }) => {
    let mayHoldNow = (hashes: number[]) => mayHold(now!.filter, hashes)
    return findSame(
      packed,
      numberOf(path),
      (from, to) => now !== undefined && mayHold(now.filter, packed.numbers, from, to),
      (words, count) => count < tooMany && mayVary(now!.own.folded().text, words, mayHoldNow)
    )
  })
}

/** What was asked, but for searches, in words. @param own the path of the file that asked */
export function questions(asked: Asked & { today: boolean }, own: string): string[] {
  return [
    ...[...asked.files].filter(path => path !== own).map(fileAt),
    ...[...asked.actors].map(key => recordOf('actor', key)),
    ...[...asked.sources].map(key => recordOf('source', key)),
    ...(['paths', 'names', 'allActors', 'allSources', 'all', 'today'] as const).filter(kind => asked[kind])
  ]
}

let fileAt = (path: string) => `file ${path}`
let recordOf = (kind: Print[0], key: string) => `${kind} ${key}`

function compare(was: Print[], is: Print[], answers: Set<string>) {
  let [before, now] = [was, is].map(byRecord)
  for (let id of new Set([...before.keys(), ...now.keys()])) {
    let [old, fresh] = [before.get(id), now.get(id)]
    if (old?.content !== fresh?.content) {
      answers.add(id)
      answers.add(id.startsWith('actor ') ? 'allActors' : 'allSources')
    }
    if (old?.names !== fresh?.names) answers.add('names')
  }
}

// Of several records with one key in one file, the order counts.
function byRecord(prints: Print[]) {
  let found = new Map<string, { content: string; names: string }>()
  for (let [kind, key, content, names] of prints) {
    let id = recordOf(kind, key)
    let known = found.get(id)
    found.set(id, { content: `${known?.content ?? ''} ${content}`, names: `${known?.names ?? ''} ${names}` })
  }
  return found
}
