import { readdirSync, readFileSync } from 'node:fs'
import { type Checked, type CheckOptions, checkFile, type Finding, type Fix, Workspace } from '../../server/core'
import { type FixtureFile, fixture } from '../fixture'

export const folder = 'server/core/rules'

/** A rule's page, and the examples in it. */
export interface Page {
  id: string
  text: string
  examples: Example[]
}

/**
 * A fenced block `provenote KIND` of a page, in the notation of `fixture`; text before the first `=== /path` is `/brief.note.md`.
 *
 * - `bad` has carets under every finding, `good` has none;
 * - `fixed` holds the files that the first fix of the page's rule changes or makes in the block before it;
 * - `world` holds files that stand beside those of every other block.
 */
export interface Example {
  kind: 'bad' | 'good' | 'fixed' | 'world'
  files: FixtureFile[]
  line: number
  asked: CheckOptions
}

// The sources of the examples hold only what their page speaks of; what else a record should have, one page asks.
let bareSources: CheckOptions = { rules: { 'source-incomplete': 'off' } }

export function readPages(): Page[] {
  let names = readdirSync(folder).filter(name => name.endsWith('.md'))
  return names.map(name => readPage(name.replace(/\.md$/, ''), readFileSync(`${folder}/${name}`, 'utf8')))
}

function readPage(id: string, text: string): Page {
  let examples: Example[] = []
  for (let found of text.matchAll(/^(`{3,})provenote (bad|good|fixed|world)\n([\s\S]*?)^\1$/gm)) {
    let body = found[3].startsWith('=== /') ? found[3] : `=== /brief.note.md\n${found[3]}`
    let line = text.slice(0, found.index).split('\n').length
    let asked = id === 'source-incomplete' ? {} : bareSources
    examples.push({ kind: found[2] as Example['kind'], files: fixture(body).files, line, asked })
  }
  let world = examples.filter(own => own.kind === 'world').flatMap(own => own.files)
  for (let own of examples) {
    if (own.kind !== 'good' && own.kind !== 'bad') continue
    own.files = [...own.files, ...world.filter(file => !own.files.some(other => other.path === file.path))]
  }
  return { id, text, examples }
}

export type Texts = Map<string, string>

/** What every file's check finds, and what suppressions silence. All are open: some fixes are for a reader alone. */
export function checkAll(
  texts: Texts,
  asked: CheckOptions = bareSources
): { findings: Finding[]; suppressed: Checked['suppressed'] } {
  let workspace = new Workspace()
  for (let [path, text] of texts) workspace.set(path, text, true)
  let all = [...texts].map(([path, text]) => finish(checkFile(workspace, path, text, asked)))
  return { findings: all.flatMap(own => own.findings), suppressed: all.flatMap(own => own.suppressed) }
}

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    let step = work.next()
    if (step.done) return step.value
  }
}

/** The files after a fix; a fix that makes a file anew or edits what is not there is an error. */
export function applyFix(texts: Texts, { edits, create }: Fix): Texts {
  let after = new Map(texts)
  if (create) {
    if (after.has(create.path)) throw new Error(`${create.path} is there already`)
    after.set(create.path, create.text)
  }
  for (let edit of [...edits].sort((a, b) => b.from - a.from)) {
    let text = after.get(edit.path)
    if (text === undefined || edit.from < 0 || edit.from > edit.to || edit.to > text.length)
      throw new Error(`No place ${edit.from}–${edit.to} in ${edit.path}`)
    after.set(edit.path, text.slice(0, edit.from) + edit.newText + text.slice(edit.to))
  }
  return after
}
