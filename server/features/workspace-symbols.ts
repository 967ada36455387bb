import type { SymbolKind, WorkspaceSymbol } from 'vscode-languageserver-types'
import { type FileSummary, fileName, foldName, namesOf, type Span, type Workspace } from '../core'
import { toLocation } from './convert'
import { titled } from './document-symbols'
import { readable } from './words/readable'
import { actorKind, headingKind, labelKinds, sourceKind } from './words/symbol-kinds'

/**
 * Actors, sources, statements and headings of the whole workspace whose names, titles, words, keys or ids match what was typed: first
 * those that begin with it, then those with a word that does, then those that hold its letters in their order. Among equals
 * actors come first, then by name. Yields, so that a request that is no longer wanted can stop.
 */
export function* workspaceSymbol(workspace: Workspace, query: string, most = 200): Generator<void, WorkspaceSymbol[]> {
  let typed = foldName(query)
  if (typed === '' && query.trim() !== '') return []
  let found: Ranked[] = []
  let best = () => found.sort(byRank).slice(0, most)
  let seen = 0
  for (let file of workspace.files.values()) {
    for (let entry of workspace.remember(file, entries, () => entriesOf(file))) {
      let rank = rankOf(entry, typed)
      if (rank !== undefined) found.push({ rank, entry, path: file.path })
    }
    // What will not be shown is not kept until the end: one letter may match a hundred thousand.
    if (found.length > 20 * most) found = best()
    if (++seen % 200 === 0) yield
  }
  return best().map(({ entry, path }) => ({
    name: shownFor(entry, query, typed),
    kind: entry.kind,
    containerName: entry.container || fileName(path),
    location: toLocation(workspace, path, entry.span)
  }))
}

interface Entry {
  name: string
  kind: SymbolKind
  container: string
  span: Span
  /** Actors, sources, statements, headings. */
  order: number
  /** What else it is called, as it is written; and all the names it goes by, folded. */
  others: string[]
  names: string[]
}
interface Ranked {
  rank: number
  entry: Entry
  path: string
}

let entries = Symbol('workspace symbols')

// Worked out once for each file as it is, when symbols are first asked for.
function entriesOf({ actors, sources, note }: FileSummary): Entry[] {
  let folded = (names: (string | undefined)[]) => [...new Set(names.map(name => foldName(name ?? '')))].filter(Boolean)
  return [
    ...actors.map(actor => {
      let others = [...namesOf(actor), ...actor.weakAlias]
      let container = `@${actor.key}`
      let names = folded([...others, actor.key])
      return {
        name: actor.name || actor.key,
        kind: actorKind(actor),
        container,
        span: actor.keySpan,
        order: 0,
        others,
        names
      }
    }),
    ...sources.map(source => ({
      name: source.title ?? source.key,
      kind: sourceKind,
      container: `^${source.key}`,
      span: source.keySpan,
      order: 1,
      others: [],
      names: folded([source.title, source.key])
    })),
    ...(note?.statements ?? []).flatMap(({ label, words, id, parent, from, to }) =>
      parent !== undefined
        ? []
        : {
            name: `${label}: ${readable(words)}`,
            kind: labelKinds[label],
            container: id === undefined ? '' : `#${id}`,
            span: { from, to },
            order: 2,
            others: [],
            names: folded([readable(words), id, label])
          }
    ),
    ...(note?.headings ?? []).map(({ text, from, to }) => ({
      name: readable(text),
      kind: headingKind,
      container: '',
      span: { from, to },
      order: 3,
      others: [],
      names: folded([readable(text)])
    }))
  ]
}

/** Clients show only what they find again in the name: VS Code knows no other, and no letter without its accent. */
function shownFor({ name, container, others }: Entry, query: string, typed: string): string {
  let shown = titled(name)
  let isSeen = (words: string) => letters(words.toLowerCase(), query.toLowerCase(), 0)
  if (isSeen(shown)) return shown
  return `${shown} · ${[container, ...others].find(isSeen) ?? typed}`
}

// The best of its names: 0 for a beginning, 1 for the beginning of a word, 2 for letters in their order.
function rankOf({ names }: Entry, typed: string): number | undefined {
  let best: number | undefined
  for (let name of names) {
    let at = name.indexOf(typed)
    if (at === 0) return 0
    if (at > 0 && (name[at - 1] === ' ' || name.includes(` ${typed}`, at))) best = 1
    else if (best === undefined && holdsInOrder(name, typed)) best = 2
  }
  return best
}

// From the start of a word on: letters picked from the middle of words alone are found by accident.
function holdsInOrder(name: string, typed: string): boolean {
  for (let start = 0; start >= 0; start = name.indexOf(` ${typed[0]}`, start) + 1 || -1)
    if (name[start] === typed[0] && letters(name, typed, start)) return true
  return false
}

function letters(name: string, typed: string, at: number): boolean {
  for (let letter of typed) {
    if (letter === ' ') continue
    at = name.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

function byRank(a: Ranked, b: Ranked): number {
  if (a.rank !== b.rank) return a.rank - b.rank
  let [one, other] = [a.entry, b.entry]
  if (one.order !== other.order) return one.order - other.order
  let [name, otherName] = [one.names[0] ?? '', other.names[0] ?? '']
  if (name.length !== otherName.length && a.rank === 2) return name.length - otherName.length
  return name < otherName ? -1 : name > otherName ? 1 : a.path < b.path ? -1 : 1
}
