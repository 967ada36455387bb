import { type Asked, type FileSummary, fileKind, mayHold, type WordFilter } from '../../core'
import { type Print, printsOf } from './prints'

/** What was known of all files when something was found. */
export interface Before {
  /** From path to hash. */
  files: ReadonlyMap<string, string>
  /** Of the records of a file; undefined if that is lost. */
  prints(path: string): Print[] | undefined
}

/** What has changed since. */
export interface Changes {
  /** Paths of files that came, went or changed. */
  paths: Set<string>
  /** What nobody who asked for it may rely on any more, in the words of `questions`. */
  answers: Set<string>
  /** Of captured texts that came or changed. */
  texts: WordFilter[]
  prints: Map<string, Print[]>
}

/** Compares two states of all files; undefined if anything may have changed. */
export function changesSince(
  before: Before,
  files: ReadonlyMap<string, string>,
  summaryOf: (path: string) => FileSummary | undefined
): Changes | undefined {
  let changes: Changes = { paths: new Set(), answers: new Set(), texts: [], prints: new Map() }
  let { paths, answers, texts } = changes
  for (let [path, hash] of files) if (before.files.get(path) !== hash) paths.add(path)
  for (let path of before.files.keys()) if (!files.has(path)) paths.add(path)
  if (paths.size > 0) answers.add('all')
  for (let path of paths) {
    let kind = fileKind(path)
    if (kind === 'config') return undefined
    answers.add(fileAt(path))
    if (before.files.has(path) !== files.has(path)) answers.add('paths')
    if (kind === 'note') continue
    let file = files.has(path) ? summaryOf(path) : undefined
    let was = before.files.has(path) ? before.prints(path) : []
    let is = file ? printsOf(file, files.get(path)!) : []
    if (!was || (files.has(path) && !file)) return undefined
    changes.prints.set(path, is)
    compare(was, is, answers)
    if (file?.captured) texts.push(file.captured.filter())
  }
  return changes
}

/** Whether words that were looked for in all texts, as `flat` writes them, are found where they were. */
export function findSame(searches: Int32Array, { texts }: Changes): boolean {
  // Texts that were found and have changed or gone since are sources that were asked for.
  for (let at = 0; at < searches.length; ) {
    let [missing, count] = searches.subarray(at, at + 2)
    at += 2
    let lacks = new Array<number>(texts.length).fill(0)
    for (let list = 0; list < count; list++) {
      let hashes = searches.subarray(at + 1, at + 1 + searches[at])
      at += 1 + hashes.length
      for (let [index, filter] of texts.entries()) if (!mayHold(filter, hashes)) lacks[index]++
    }
    if (lacks.some(own => own <= missing)) return false
  }
  return true
}

/** Of each search how many lists may be missing, how many there are, and each with its length before it. */
export function flat(searches: Asked['searches']): Int32Array {
  return Int32Array.from(
    searches.flatMap(({ lists, missing }) => [
      missing,
      lists.length,
      ...lists.flatMap(hashes => [hashes.length, ...hashes])
    ])
  )
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
