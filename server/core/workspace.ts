import { type Asked, Asks, type Memo } from './asks'
import { FileMap } from './file-map'
import { type FileSummary, readSummary } from './file-summary'
import { type FileKind, fileKind } from './files'
import type { Actor, Note, Source } from './model'
import { defaultOptions, mergeOptions, type Options } from './options'
import { parseNote } from './parse'
import { Records } from './records-by-key'
import { detached } from './span'
import { type Counter, Uses } from './uses'
import { type Captured, type Library, type Recent, tooMany, type Verdict } from './verify'
import { type Ahead, Waiting } from './waiting'

export type { Asked } from './asks'
export { type FileSummary, readConfig } from './file-summary'

/** What `Workspace.restore` takes: a summary that was kept, or the file's text where it was lost. */
export interface Restored {
  (recent: Recent): FileSummary | string
  /** Asked before the summary; undefined where nothing is known. */
  ahead?: () => Ahead | undefined
}

/** What derived values may depend on; each part counts its changes. `names` is of actors what `namedAs` tells. */
export type Part = 'notes' | 'actors' | 'names' | 'sources' | 'config'

/** Values that are worked out one by one. */
interface Memos<K> {
  get(of: K): Memo<unknown> | undefined
  set(of: K, memo: Memo<unknown>): unknown
}

/**
 * Everything known of a set of files. After any series of `set` and `delete` it equals a workspace built anew from the files as
 * they are. A change costs what its own file costs, however many others there are. Paths are opaque strings with `/`.
 */
export class Workspace implements Library {
  readonly asks = new Asks()
  readonly files = new FileMap(this.asks, (path, later) => {
    let own = later(this.recent)
    return typeof own === 'string' ? this.summaryOf(path, own)! : own
  })
  /** Folders of the workspace, without a `/` at the end: no record may name a path outside its own. */
  roots: string[] = []
  /** Texts of open files: only these are kept. */
  readonly texts = new Map<string, string>()
  private readonly versions: { [part in Part]: number } = { notes: 0, actors: 0, names: 0, sources: 0, config: 0 }
  private readonly allRecords = new Records()
  private readonly allUses = new Uses()
  /** Restored files whose records have been asked for, and nobody yet who uses what. */
  private readonly unused = new Set<FileSummary>()
  /** Restored files that nobody has asked about yet: their summaries are not had, and are counted nowhere. */
  private readonly waiting = { notes: new Set<string>(), records: new Waiting() }
  private readonly derived = new Map<(workspace: Workspace) => unknown, { version: number; value: unknown }>()
  private readonly notes = new Map<string, Note>()
  private readonly verdicts = new Map<string, Memo<Verdict>>()
  private readonly earlier = new Map<string, Verdict>()
  private readonly remembered = new Map<symbol, WeakMap<object, Memo<unknown>>>()
  private readonly lastNotes: { note: Note; values: Map<symbol, unknown> }[] = []
  private readonly recalled = new Map<symbol, Map<string, { value: unknown }>>()
  private readonly recent: Recent = []
  private readonly sortedActors = () => {
    this.settle(this.waiting.records.withActors())
    return [...this.allRecords.actors.keys()].sort()
  }
  private readonly sortedSources = () => [...this.records.sources.keys()].sort()
  /** The editor's; changed by `configure`. */
  settings: Options = defaultOptions

  /** Add a file or change it. `open` keeps its text, so that features can be asked about it. Files of no kind of ours are ignored. */
  set(path: string, text: string, open = false) {
    this.delete(path)
    if (open) this.texts.set(path, text)
    let file = this.summaryOf(path, text)
    if (!file) return
    this.files.set(path, file)
    this.count(file, 1)
    this.changed(path)
  }

  /**
   * The same for a closed file whose summary somebody has kept: it is what `set` would make of the file's path, root and text. It is had
   * when first asked for, which for most notes is never. Where it was lost, the text is as good.
   */
  restore(path: string, kept: Restored) {
    this.delete(path)
    let kind = fileKind(path)
    if (!kind) return
    this.files.set(path, kept)
    if (kind === 'note') this.waiting.notes.add(path)
    else this.waiting.records.add(path, kept.ahead)
    this.changed(path)
  }

  delete(path: string) {
    this.texts.delete(path)
    this.notes.delete(path)
    if (!this.files.has(path)) return
    let isCounted = !this.waiting.notes.delete(path) && !this.waiting.records.delete(path)
    if (isCounted) this.count(this.files.get(path)!, -1)
    this.files.delete(path)
    this.changed(path)
  }

  /** Does some work, and tells what it depended on; on configuration it may always depend. */
  observe<T>(work: () => T): { value: T; asked: Asked } {
    return this.asks.observe(work)
  }

  /** The folder of the workspace a path lies in, with a `/` at the end. */
  rootOf(path: string): string | undefined {
    let inside = this.roots.map(root => `${root}/`).filter(root => path.startsWith(root))
    return inside.sort((a, b) => b.length - a.length)[0]
  }

  /** The editor's settings; a `provenote.yaml` above a file overrides them. */
  configure(settings: Options) {
    this.settings = settings
    this.changedPart('config')
  }

  optionsFor(path: string): Options {
    let best: Configured | undefined
    for (let own of this.derive('config', configured))
      if (path.startsWith(own.folder) && (!best || own.path.length > best.path.length)) best = own
    return best?.options ?? this.settings
  }

  /** Who mentions, cites and links what. */
  get uses(): Uses {
    this.asks.note('all')
    this.settle([...this.waiting.records.all(), ...this.waiting.notes])
    for (let file of this.unused) this.allUses.count(file, 1)
    this.unused.clear()
    return this.allUses
  }
  /** Of all files. */
  private get records(): Records {
    this.settle(this.waiting.records.all())
    return this.allRecords
  }
  private recordsHaving(kind: 'actors' | 'sources', key: string): Records {
    if (this.waiting.records.size > 0) this.settle(this.waiting.records.having(kind, key))
    return this.allRecords
  }

  /** The actor of a key: of several, the first by path. */
  actor(key: string): Actor | undefined {
    return this.actorsOf(key)[0]
  }
  source(key: string): Source | undefined {
    return this.sourcesOf(key)[0]
  }
  /** All records with the key, by path and place. */
  actorsOf(key: string): readonly Actor[] {
    this.asks.note('actors', key)
    return this.recordsHaving('actors', key).actors.get(key) ?? []
  }
  sourcesOf(key: string): readonly Source[] {
    this.asks.note('sources', key)
    return this.recordsHaving('sources', key).sources.get(key) ?? []
  }
  /** Sorted: what is found first must not hang on which file was read first. */
  actorKeys(): readonly string[] {
    return this.derive('names', this.sortedActors)
  }
  sourceKeys(): readonly string[] {
    return this.derive('sources', this.sortedSources)
  }
  mentionCount(key: string): number {
    return this.uses.mentionCount(key)
  }
  citationCount(key: string): number {
    return this.uses.citationCount(key)
  }
  /** The same counts to keep hold of, as they change: thousands are read in the time in which a few are looked up. */
  mentionCounter(key: string): Readonly<Counter> {
    return this.uses.mentionCounter(key)
  }
  citationCounter(key: string): Readonly<Counter> {
    return this.uses.citationCounter(key)
  }

  captured(key: string): Captured | undefined {
    return this.capturedOf(key)[0]
  }
  capturedOf(key: string): readonly Captured[] {
    this.asks.note('sources', key)
    return this.recordsHaving('sources', key).captured.get(key) ?? []
  }
  all(): Iterable<Captured> {
    return this.derive('sources', capturedByPath)
  }

  /** Makes the captured texts ready to be searched, those that are not, one at a step. */
  searchable(): Generator<Captured, void> {
    this.asks.note('allSources')
    return this.records.filters.ready()
  }
  holding(hashes: number[]): Generator<void, Captured[]> {
    return this.holdingMost([hashes], 0)
  }
  *holdingMost(lists: number[][], missing: 0 | 1, words?: string): Generator<void, Captured[]> {
    let { records } = this.waiting
    if (records.size > 0) this.settle(records.beforeSearch())
    let ahead = records.size > 0 ? records.holding(lists, missing) : []
    let isTooMuch = (count: number) => words !== undefined && count >= tooMany
    // Of those that nobody looks at, none is had.
    if (!isTooMuch(ahead.length)) this.settle(ahead.splice(0))
    let found = yield* this.allRecords.filters.holdingMost(lists, missing)
    let paths = [...ahead, ...found.map(own => own.source.path)]
    this.asks.note('searches', { lists, missing, words, found: paths })
    if (words === undefined) for (let own of found) this.restOn(own)
    return isTooMuch(paths.length) ? [] : found
  }
  restOn({ source }: Captured) {
    this.asks.note('sources', source.key)
  }
  /** The same of one captured text. */
  mayHold(own: Captured, hashes: number[]): boolean {
    return this.allRecords.filters.mayHold(own, hashes)
  }

  /** An open note, parsed; undefined for other files. */
  note(path: string): Note | undefined {
    let known = this.notes.get(path)
    if (known) return known
    let text = this.texts.get(path)
    let kind = fileKind(path)
    if (text === undefined || (kind !== 'note' && kind !== 'actor')) return undefined
    let note = this.parse(path, text)
    this.notes.set(path, note)
    return note
  }

  /** Where the lines of a file begin; of a file that is not known, only its first. */
  lines(path: string): Int32Array {
    return this.files.get(path)?.lines ?? firstLine
  }

  /** Parse as the options for the path say. */
  parse(path: string, text: string): Note {
    let options = this.optionsFor(path)
    return parseNote(text, { abbreviations: new Set(options.sentences.abbreviations), cover: options.citations.cover })
  }

  /** A value computed from the workspace once, and again only after one of the parts it depends on has changed. */
  derive<T>(parts: Part | Part[], compute: (workspace: Workspace) => T): T {
    // Asked for each sentence by some rules: nothing is allocated.
    if (typeof parts === 'string') this.notePart(parts)
    else for (let part of parts) this.notePart(part)
    return this.known(parts, compute)
  }

  /** The same, where a change of the parts only says when to forget it, and nothing in it says anything of them. */
  known<T>(parts: Part | Part[], compute: (workspace: Workspace) => T): T {
    let version = typeof parts === 'string' ? this.versions[parts] : 0
    if (typeof parts !== 'string') for (let part of parts) version += this.versions[part]
    let known = this.derived.get(compute)
    if (known?.version === version) return known.value as T
    // It depends on its parts and on nothing else.
    let value = this.asks.without(() => compute(this))
    this.derived.set(compute, { version, value })
    return value
  }

  /** One of many values that are dropped when one of the parts changes, worked out when it is first asked for. */
  each<K, T>(parts: Part | Part[], empty: () => Memos<K>, of: K, compute: () => T): T {
    let known = this.known(parts, empty)
    let keep = (memo: Memo<T>) => void known.set(of, memo)
    return this.asks.once(known.get(of) as Memo<T> | undefined, keep, compute)
  }

  /** A value that depends on one object only, computed once: what belongs to a source or a verdict goes when that goes. */
  remember<T>(of: object, name: symbol, compute: () => T): T {
    let values = this.remembered.get(name)
    if (!values) this.remembered.set(name, (values = new WeakMap()))
    let keep = (memo: Memo<T>) => void values.set(of, memo)
    return this.asks.once(values.get(of) as Memo<T> | undefined, keep, compute)
  }

  /**
   * The same of a note, for the notes asked about last: whoever holds ten thousand of them, though weakly, keeps them from being swept away
   * young, and that takes longer than their check.
   */
  ofNote<T>(note: Note, name: symbol, compute: () => T): T {
    let own = this.lastNotes.find(own => own.note === note)
    if (!own) {
      own = { note, values: new Map() }
      this.lastNotes.unshift(own)
      if (this.lastNotes.length > mostNotes) this.lastNotes.pop()
    }
    if (!own.values.has(name)) own.values.set(name, compute())
    return own.values.get(name) as T
  }

  /**
   * A value that depends on words only, computed once for as long as they are asked about: at a keystroke all sentences of a note but
   * one are what they were. With no note open nobody asks again.
   */
  recall<T>(words: string, name: symbol, compute: (words: string) => T): T {
    if (this.texts.size === 0) return compute(words)
    let values = this.recalled.get(name)
    if (!values) this.recalled.set(name, (values = new Map()))
    let known = values.get(words)
    if (known === undefined) {
      if (values.size >= mostRecalled) values.clear()
      // On its own: a piece would keep a whole version of the note.
      let own = detached(words)
      values.set(own, (known = { value: compute(own) }))
    }
    return known.value as T
  }

  /** Verdicts found so far, by words and cited keys; dropped when a source changes. */
  knownVerdict(id: string): Verdict | undefined {
    let known = this.verdicts.get(id)
    return known && this.asks.again(known) ? known.value : undefined
  }
  /** What a verdict was before some other source changed than those it speaks of: good enough until it is worked out again. */
  earlierVerdict(id: string): Verdict | undefined {
    return this.earlier.get(id)
  }
  /** @param since what `asks` had noted before it was worked out */
  keepVerdict(id: string, verdict: Verdict, since: number) {
    this.earlier.delete(id)
    if (this.verdicts.size > 20_000) this.verdicts.clear()
    this.verdicts.set(id, this.asks.memo(verdict, since))
  }

  private summaryOf(path: string, text: string): FileSummary | undefined {
    // An open note is parsed once, for its summary and for whoever asks about it.
    return readSummary(path, text, this.rootOf(path), this.recent, () => this.note(path) ?? parseNote(text))
  }

  private count(file: FileSummary, by: 1 | -1) {
    this.allRecords.count(file, by)
    // Of one that has not come there, nothing goes.
    if (by === 1 || !this.unused.delete(file)) this.allUses.count(file, by)
  }

  private settle(paths: string[]) {
    if (paths.length === 0) return
    for (let path of paths) if (!this.waiting.notes.delete(path)) this.waiting.records.delete(path)
    this.asks.without(() => {
      for (let path of paths) {
        let file = this.files.get(path)!
        this.allRecords.count(file, 1)
        this.unused.add(file)
      }
    })
  }

  // Another source may hold the words now: each verdict is worked out again. Until then those that do not speak of the file are remembered.
  private outdate(path: string) {
    for (let [id, { value }] of this.verdicts) this.earlier.set(id, value)
    this.verdicts.clear()
    for (let [id, { passages }] of this.earlier)
      if (this.earlier.size > 20_000 || passages.some(passage => passage.path === path)) this.earlier.delete(id)
  }

  private changed(path: string) {
    let parts = partsOf[fileKind(path)!]
    if (parts.includes('sources')) this.outdate(path)
    for (let part of parts) this.changedPart(part)
  }

  private notePart(part: Part) {
    let kind = askedWith[part]
    if (kind) this.asks.note(kind)
  }

  private changedPart(part: Part) {
    this.versions[part]++
    if (part === 'config') this.notes.clear()
  }
}

let partsOf: { [kind in FileKind]: Part[] } = {
  note: ['notes'],
  actor: ['notes', 'actors', 'names'],
  actors: ['actors', 'names'],
  source: ['sources'],
  sources: ['sources'],
  bibliography: ['sources'],
  config: ['config']
}

// On configuration all depends.
let askedWith = { notes: 'all', actors: 'allActors', names: 'names', sources: 'allSources', config: undefined } as const

let firstLine = Int32Array.of(0)
/** Of each kind: some ten times the sentences of a long note. */
let mostRecalled = 4000
/** More than are typed in at one time. */
let mostNotes = 8

interface Configured {
  path: string
  folder: string
  options: Options | undefined
}

function configured({ files, settings }: Workspace): Configured[] {
  return [...files.keys()].flatMap(path => {
    if (fileKind(path) !== 'config') return []
    let { config } = files.get(path)!
    let options = config && mergeOptions(settings, config)
    return { path, folder: path.slice(0, path.lastIndexOf('/') + 1), options }
  })
}

function capturedByPath(workspace: Workspace): Captured[] {
  let found: Captured[] = []
  for (let key of workspace.sourceKeys()) found.push(...workspace.capturedOf(key))
  return found.sort((a, b) => (a.source.path < b.source.path ? -1 : 1))
}
