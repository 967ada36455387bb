import assert from 'node:assert'
import type { Range } from 'vscode-languageserver-types'
import { codeActions } from '../../server/features/code-actions'
import { toOffset, toPath, toPosition } from '../../server/features/convert'
import { done, world } from './support'

let support = { relatedInformation: false, documentChanges: true, createFiles: true, versionOf: () => null }

/** Where the offered action goes: the record with `<|>` there. */
function checkOpened(record: string, expected: string) {
  let { workspace, path, offset, text } = world(`=== /a.note.md\nThe pier is dry [^ba<|>re].\n=== ${record}`)
  let at = toPosition(workspace.lines(path), offset)
  let asked = { range: { start: at, end: at }, diagnostics: [] }
  assert.deepEqual(done(codeActions(workspace, path, asked, support)), [])
  let [{ title, edit, command }] = done(codeActions(workspace, path, asked, { ...support, open: 'open' }))
  assert.deepEqual([title, edit, command!.command], ['Open the record of bare', undefined, 'open'])
  let [uri, { start }] = command!.arguments as [string, Range]
  let opened = toPath(uri)
  let to = toOffset(text(opened), workspace.lines(opened), start)
  assert.equal(`${opened}\n${text(opened).slice(0, to)}<|>${text(opened).slice(to)}`, expected)
}

describe('a source that lacks a field is opened', () => {
  it('behind the last field', () =>
    checkOpened(
      '/bare.source.md\n---\ntitle: The pier\nauthor: Maren Okley\n---\nThe pier is dry.\n',
      '/bare.source.md\n---\ntitle: The pier\nauthor: Maren Okley<|>\n---\nThe pier is dry.\n'
    ))
  it('in the field that is there and empty', () =>
    checkOpened(
      '/bare.source.md\n---\ntitle: The pier\nissued:\nauthor: Maren Okley\n---\nThe pier is dry.\n',
      '/bare.source.md\n---\ntitle: The pier\nissued:<|>\nauthor: Maren Okley\n---\nThe pier is dry.\n'
    ))
  it('at its beginning where it has no field', () =>
    checkOpened('/bare.source.md\nThe pier is dry.\n', '/bare.source.md\n<|>The pier is dry.\n'))
  it('in a list of sources', () =>
    checkOpened(
      '/sources.yaml\nbare:\n  title: The pier\n  author: Maren Okley\nother:\n  title: Other\n',
      '/sources.yaml\nbare:\n  title: The pier\n  author: Maren Okley<|>\nother:\n  title: Other\n'
    ))
  it('in a bibliography', () =>
    checkOpened(
      '/library.bib\n@book{bare, title = {The pier}, author = {Okley, Maren}}\n',
      '/library.bib\n@book{bare, title = {The pier}, author = {Okley, Maren}<|>}\n'
    ))
})
