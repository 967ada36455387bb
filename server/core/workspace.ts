import { fileKind } from './files'
import { lineStarts } from './lines'
import type { Actor, Note, Problem, Source } from './model'
import { defaultOptions, type GivenOptions, mergeOptions, type Options, readOptions } from './options'
import { parseNote } from './parse'
import { readActorFile, readActors } from './records/actors'
import { readBibliography } from './records/bibliography'
import { readSourceFile, readSources } from './records/sources'
import { detached } from './span'
import { type NoteSummary, summarize } from './summary'
import { type Counter, Uses } from './uses'
import { type Captured, captured, Filters, type Library, type Recent, type Verdict } from './verify'
import { readYaml } from './yaml'

/** What is kept of one file: a pure function of its path and text. */
export interface FileSummary {
  path: string
  kind: NonNullable<ReturnType<typeof fileKind>>
  note?: NoteSummary
  actors: Actor[]
  sources: Source[]
  /** Of the file as a whole, as far as it holds records or configuration. */
  problems: Problem[]
  captured?: Captured
  config?: GivenOptions
  /** Where its lines begin (`lineStarts`): places in a closed file are shown without reading it again. */
  lines: Int32Array
  /** Of its text, in UTF-16 units: where something can be added without reading it again. */
  length: number
}

/** What derived values may depend on; each part counts its changes. */
export type Part = 'notes' | 'actors' | 'sources' | 'config'

/**
 * Everything known of a set of files. After any series of `set` and `delete` it equals a workspace built anew from the files as
 * they are. A change costs what its own file costs, however many others there are. Paths are opaque strings with `/`.
 */
export class Workspace implements Library {
  readonly files = new Map<string, FileSummary>()
  /** Folders of the workspace, without a `/` at the end: no record may name a path outside its own. */
  roots: string[] = []
  /** Texts of open files: only these are kept. */
  readonly texts = new Map<string, string>()
  private readonly versions: { [part in Part]: number } = { notes: 0, actors: 0, sources: 0, config: 0 }
  private readonly actorsByKey = new Map<string, Actor[]>()
  private readonly sourcesByKey = new Map<string, Source[]>()
  private readonly capturedByKey = new Map<string, Captured[]>()
  /** Who mentions, cites and links what. */
  readonly uses = new Uses()
  private readonly derived = new Map<(workspace: Workspace) => unknown, { version: number; value: unknown }>()
  private readonly notes = new Map<string, Note>()
  private readonly verdicts = new Map<string, Verdict>()
  private readonly earlier = new Map<string, Verdict>()
  private readonly remembered = new WeakMap<object, Map<symbol, unknown>>()
  private readonly recalled = new Map<symbol, Map<string, { value: unknown }>>()
  private readonly recent: Recent = []
  private readonly filters = new Filters()
  private settings: Options = defaultOptions

  /** Add a file or change it. `open` keeps its text, so that features can be asked about it. Files of no kind of ours are ignored. */
  set(path: string, text: string, open = false) {
    this.delete(path)
    if (open) this.texts.set(path, text)
    let kind = fileKind(path)
    if (!kind) return
    let file: FileSummary = {
      path,
      kind,
      lines: lineStarts(text),
      length: text.length,
      // An open note is parsed once, for its summary and for whoever asks about it.
      ...readers[kind](path, text, this.rootOf(path), this.recent, () => this.note(path) ?? parseNote(text))
    }
    this.files.set(path, file)
    this.count(file, 1)
  }

  delete(path: string) {
    let file = this.files.get(path)
    this.texts.delete(path)
    this.notes.delete(path)
    if (!file) return
    this.files.delete(path)
    this.count(file, -1)
  }

  /** The folder of the workspace a path lies in, with a `/` at the end. */
  rootOf(path: string): string | undefined {
    let inside = this.roots.map(root => `${root}/`).filter(root => path.startsWith(root))
    return inside.sort((a, b) => b.length - a.length)[0]
  }

  /** The editor's settings; a `provenote.yaml` above a file overrides them. */
  configure(settings: Options) {
    this.settings = settings
    this.changed('config')
  }

  optionsFor(path: string): Options {
    let config: FileSummary | undefined
    for (let file of this.derive('config', configFiles)) {
      let folder = file.path.slice(0, file.path.lastIndexOf('/') + 1)
      if (path.startsWith(folder) && (!config || file.path.length > config.path.length)) config = file
    }
    return config?.config ? mergeOptions(this.settings, config.config) : this.settings
  }

  /** The actor of a key: of several, the first by path. */
  actor(key: string): Actor | undefined {
    return this.actorsByKey.get(key)?.[0]
  }
  source(key: string): Source | undefined {
    return this.sourcesByKey.get(key)?.[0]
  }
  /** All records with the key, by path and place. */
  actorsOf(key: string): readonly Actor[] {
    return this.actorsByKey.get(key) ?? []
  }
  sourcesOf(key: string): readonly Source[] {
    return this.sourcesByKey.get(key) ?? []
  }
  actorKeys(): Iterable<string> {
    return this.actorsByKey.keys()
  }
  sourceKeys(): Iterable<string> {
    return this.sourcesByKey.keys()
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
    return this.capturedByKey.get(key)?.[0]
  }
  all(): Iterable<Captured> {
    return this.derive('sources', capturedByPath)
  }

  /** Makes the captured texts ready to be searched, those that are not, one at a step. */
  searchable(): Generator<Captured, void> {
    return this.filters.ready()
  }
  holding(hashes: number[]): Generator<void, Captured[]> {
    return this.filters.holding(hashes)
  }
  /** The same of one captured text. */
  mayHold(own: Captured, hashes: number[]): boolean {
    return this.filters.mayHold(own, hashes)
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
    let version = typeof parts === 'string' ? this.versions[parts] : 0
    if (typeof parts !== 'string') for (let part of parts) version += this.versions[part]
    let known = this.derived.get(compute)
    if (known?.version === version) return known.value as T
    let value = compute(this)
    this.derived.set(compute, { version, value })
    return value
  }

  /** A value that depends on one object only, computed once: what belongs to a source or a verdict goes when that goes. */
  remember<T>(of: object, name: symbol, compute: () => T): T {
    let values = this.remembered.get(of)
    if (!values) this.remembered.set(of, (values = new Map()))
    if (!values.has(name)) values.set(name, compute())
    return values.get(name) as T
  }

  /**
   * A value that depends on words only, computed once for as long as they are asked about: at a keystroke all sentences of a note but
   * one are what they were.
   */
  recall<T>(words: string, name: symbol, compute: (words: string) => T): T {
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
    return this.verdicts.get(id)
  }
  /** What a verdict was before some other source changed than those it speaks of: good enough until it is worked out again. */
  earlierVerdict(id: string): Verdict | undefined {
    return this.earlier.get(id)
  }
  keepVerdict(id: string, verdict: Verdict) {
    this.earlier.delete(id)
    if (this.verdicts.size > 20_000) this.verdicts.clear()
    this.verdicts.set(id, verdict)
  }

  private count(file: FileSummary, by: 1 | -1) {
    for (let actor of file.actors) listed(this.actorsByKey, actor.key, actor, by)
    for (let source of file.sources) listed(this.sourcesByKey, source.key, source, by)
    if (file.captured) {
      listed(this.capturedByKey, file.captured.source.key, file.captured, by)
      if (by === 1) this.filters.add(file.captured)
      else this.filters.delete(file.captured)
    }
    this.uses.count(file, by)
    if (file.note) this.changed('notes')
    if (file.actors.length > 0) this.changed('actors')
    if (file.sources.length > 0) {
      this.outdate(file.path)
      this.changed('sources')
    }
    if (file.kind === 'config') this.changed('config')
  }

  // Another source may hold the words now: each verdict is worked out again. Until then those that do not speak of the file are remembered.
  private outdate(path: string) {
    for (let [id, verdict] of this.verdicts) this.earlier.set(id, verdict)
    this.verdicts.clear()
    for (let [id, { passages }] of this.earlier)
      if (this.earlier.size > 20_000 || passages.some(passage => passage.path === path)) this.earlier.delete(id)
  }

  private changed(part: Part) {
    this.versions[part]++
    if (part === 'config') this.notes.clear()
  }
}

let firstLine = Int32Array.of(0)
/** Of each kind: some ten times the sentences of a long note. */
let mostRecalled = 4000

type Read = Omit<FileSummary, 'path' | 'kind' | 'lines' | 'length'>
let nothing: Read = { actors: [], sources: [], problems: [] }

type Reader = (path: string, text: string, root: string | undefined, recent: Recent, note: () => Note) => Read

let readers: { [kind in FileSummary['kind']]: Reader } = {
  note: (_path, _text, _root, _recent, note) => ({ ...nothing, note: summarize(note()) }),
  actor(path, text, _root, _recent, note) {
    let { records, problems } = readActorFile(path, text)
    return { ...nothing, actors: records, problems, note: summarize(note()) }
  },
  actors(path, text) {
    let { records, problems } = readActors(path, text)
    return { ...nothing, actors: records, problems }
  },
  source(path, text, root, recent) {
    let { records, problems } = readSourceFile(path, text, root)
    let [source] = records
    return {
      ...nothing,
      sources: records,
      problems,
      captured: source?.bodyFrom === undefined ? undefined : captured(source, text, recent)
    }
  },
  sources(path, text, root) {
    let { records, problems } = readSources(path, text, root)
    return { ...nothing, sources: records, problems }
  },
  bibliography(path, text) {
    let { records, problems } = readBibliography(path, text)
    return { ...nothing, sources: records, problems }
  },
  config: (path, text) => ({ ...nothing, ...readConfig(path, text) })
}

/** Read `provenote.yaml`. With the ids of the rules, one that does not exist is a problem, too. */
export function readConfig(path: string, text: string, ruleIds?: string[]) {
  let { yaml, problems } = readYaml(text, 0, path)
  let read = readOptions(yaml, path, ruleIds)
  return { config: read.options, problems: [...problems, ...read.problems] }
}

// Add to or take from the list of a key, kept in the order of paths and places: the first is the one that is used.
function listed<T>(lists: Map<string, T[]>, key: string, member: T, by: 1 | -1) {
  let list = lists.get(key) ?? []
  if (by === 1) {
    list.push(member)
    list.sort(byPlace)
    lists.set(key, list)
  } else {
    list.splice(list.indexOf(member), 1)
    if (list.length === 0) lists.delete(key)
  }
}

function byPlace(a: unknown, b: unknown): number {
  let place = (member: unknown) => ((member as Captured).source ?? member) as Source
  let [one, other] = [place(a), place(b)]
  return one.path === other.path ? one.keySpan.from - other.keySpan.from : one.path < other.path ? -1 : 1
}

function configFiles(workspace: Workspace): FileSummary[] {
  return [...workspace.files.values()].filter(file => file.kind === 'config')
}

function capturedByPath(workspace: Workspace): Captured[] {
  let found: Captured[] = []
  for (let file of workspace.files.values()) if (file.captured) found.push(file.captured)
  return found.sort((a, b) => (a.source.path < b.source.path ? -1 : 1))
}
