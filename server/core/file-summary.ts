import { fileKind } from './files'
import { lineStarts } from './lines'
import type { Actor, Note, Problem, Source } from './model'
import { type GivenOptions, readOptions } from './options'
import { readActorFile, readActors } from './records/actors'
import { readBibliography } from './records/bibliography'
import { readSourceFile, readSources } from './records/sources'
import { type NoteSummary, summarize } from './summary'
import { type Captured, captured, type Recent } from './verify'
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

/**
 * Read a file of ours; undefined for any other.
 *
 * @param root folder of the workspace it lies in, with a `/` at the end
 * @param note the parsed text, asked for if the file is a note or a dossier
 */
export function readSummary(
  path: string,
  text: string,
  root: string | undefined,
  recent: Recent,
  note: () => Note
): FileSummary | undefined {
  let kind = fileKind(path)
  if (!kind) return undefined
  // Not spread, as in `summarize`.
  let own: Pick<FileSummary, 'path' | 'kind' | 'lines' | 'length'> = {
    path,
    kind,
    lines: lineStarts(text),
    length: text.length
  }
  return Object.assign(own, readers[kind](path, text, root, recent, note))
}

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
