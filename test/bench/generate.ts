import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { actorFiles, inventActors } from './actors'
import { inventNote } from './notes'
import { inventSource } from './sources'
import { dice, inventLanguage } from './words'

export interface Counts {
  notes: number
  sources: number
  actors: number
}

export let sizes: { [size in 'small' | 'medium' | 'large']: Counts } = {
  small: { notes: 100, sources: 20, actors: 50 },
  medium: { notes: 1000, sources: 200, actors: 500 },
  large: { notes: 10_000, sources: 2000, actors: 5000 }
}

// Raised whenever the same seed gives another workspace.
let version = 2
let seed = 20310314

/** The folder of the workspace with so many files, made on first use. Notes have 2 KB, sources 30 KB, `open.note.md` 20 KB. */
export function workspaceOf(counts: Counts): string {
  let { notes, sources, actors } = counts
  let folder = join(tmpdir(), 'provenote-bench', `v${version}-${seed}-${notes}-${sources}-${actors}`)
  if (existsSync(join(folder, '.complete'))) return folder
  rmSync(folder, { recursive: true, force: true })
  for (let [path, text] of files(counts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  writeFileSync(join(folder, '.complete'), '')
  return folder
}

function* files(counts: Counts): Generator<[string, string]> {
  let own = dice(seed)
  let language = inventLanguage(own)
  let actors = inventActors(own, counts.actors)
  yield* actorFiles(own, actors)
  let sources = []
  for (let index = 0; index < counts.sources; index++) {
    let { source, file } = inventSource(own, language, index, actors, 30_000)
    sources.push(source)
    yield file
  }
  // A hundred notes a folder; each links to others of its own folder.
  for (let index = 0; index < counts.notes; index++) {
    let from = index - (index % 100)
    let others = Array.from({ length: Math.min(100, counts.notes - from) }, (_, at) => `${nameOf(from + at)}`)
    yield [`notes/${from / 100}/${nameOf(index)}`, inventNote({ own, language, actors, sources, others }, 2000)]
  }
  let others = Array.from({ length: Math.min(100, counts.notes) }, (_, at) => `notes/0/${nameOf(at)}`)
  yield ['open.note.md', inventNote({ own, language, actors, sources, others }, 20_000)]
  yield ['provenote.yaml', 'profile: icd203\n']
}

let nameOf = (index: number) => `note-${String(index).padStart(5, '0')}.note.md`
