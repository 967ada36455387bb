import { Workspace } from '../../server/core'
import type { TreeLine } from '../../server/features/views/tree'
import { type FixtureFile, fixture } from '../fixture'

/** A workspace with the files of a fixture; that with the cursor is open. Text before the first file is `/a.note.md`. */
export function world(source: string) {
  let { files, cursor } = fixture(/^\n?=== /.test(source) ? source : `=== /a.note.md\n${source}`)
  let workspace = new Workspace()
  for (let { path, text } of files) workspace.set(path, text, path === cursor?.path)
  let at = cursor ?? { path: files[0].path, from: 0, to: 0 }
  let text = (path: string) => files.find(file => file.path === path)!.text
  return { workspace, files: files as FixtureFile[], path: at.path, offset: at.from, to: at.to, text }
}

/** What work comes to, without a pause. */
export function done<T>(work: Generator<void, T>): T {
  let step = work.next()
  while (!step.done) step = work.next()
  return step.value
}

/** Lines of a tree as somebody sees them: indented, `>` where more is asked for; with what is noteworthy in `[…]`. */
export function drawn(lines: readonly TreeLine[], depth = 0): string {
  return lines
    .map(({ kind, label, description, fixable, at, children }) => {
      let words = [`[${kind}]`, label, description && `| ${description}`, fixable && '[fix]', at && `-> ${placeOf(at)}`]
      let below = children === 'asked' ? ' >' : children ? `\n${drawn(children, depth + 1)}` : ''
      return '  '.repeat(depth) + words.filter(Boolean).join(' ') + below
    })
    .join('\n')
}

function placeOf({ uri, range: { start } }: NonNullable<TreeLine['at']>): string {
  return `${uri.slice(uri.lastIndexOf('/'))}:${start.line + 1}:${start.character + 1}`
}

/** Notes of the same strait are about the same people. */
export let people = `
=== /actors.yaml
mehra:
  schema: Person
  name: Dalia Mehra
  alias: [D. Mehra]
  positions:
    - {title: Minister of Transport, of: arven, from: 2029-06-01}
    - {title: Harbour Master, from: 2021, to: 2029-05}
  summary: Speaks for the island in the talks.
arven:
  schema: Country
  name: Republic of Arven
  alias: [Arven]
  weakAlias: [the island]
  previousName: [Kingdom of Arven]
tolen:
  schema: Person
  name: Brannoc Tolén
  memberships:
    - {of: dock-union, from: 2003}
dock-union:
  schema: Organization
  name: Dock Workers’ Union
  country: arven
`
