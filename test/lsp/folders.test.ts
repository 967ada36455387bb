/** Several folders in one window: one workspace with one set of keys, each folder with its own configuration. They come and go. */
import assert from 'node:assert'
import type { Location, WorkspaceEdit } from 'vscode-languageserver/node'
import { type Session, withServer } from './session'

let files = `
=== /desk/provenote.yaml
rules: {unsourced-figure: error}
=== /desk/a.note.md
@mehra sent 40 per cent to @tolen.
=== /desk/actors.yaml
tolen: {name: Brannoc Tolén}
=== /field/provenote.yaml
rules: {unsourced-figure: off}
=== /field/b.note.md
@mehra sent 40 per cent to @tolen.
=== /field/actors.yaml
mehra: {name: Dalia Mehra}
`

function test(what: string, folders: string[], check: (session: Session) => Promise<void>) {
  it(what, () => withServer(files, check, { folders }))
}

function change(session: Session, added: string[], removed: string[]) {
  let named = (paths: string[]) => paths.map(path => ({ uri: session.uri(path), name: path }))
  let event = { added: named(added), removed: named(removed) }
  return session.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
}

function severities(session: Session, path: string): string[] {
  let { diagnostics } = session.published.get(session.uri(path))!
  return diagnostics.map(({ code, severity }) => `${code} ${severity}`)
}

describe('folders of one window', () => {
  test('share their keys, and have each its own configuration', ['/desk', '/field'], async session => {
    await session.open('/desk/a.note.md')
    await session.open('/field/b.note.md')
    await session.findings('/desk/a.note.md', 'unsourced-figure at 40 per cent')
    assert.deepEqual(severities(session, '/desk/a.note.md'), ['unsourced-figure 1'])
    await session.findings('/field/b.note.md')
  })

  test('are searched and renamed in together', ['/desk', '/field'], async session => {
    await session.indexed()
    await session.open('/desk/a.note.md')
    let context = { includeDeclaration: true }
    let found = await session.ask<Location[]>('textDocument/references', '/desk/a.note.md', '@me', { context })
    let names = (uris: string[]) => uris.map(uri => uri.slice(session.uri('').length)).sort()
    let all = ['/desk/a.note.md', '/field/actors.yaml', '/field/b.note.md']
    assert.deepEqual(names(found.map(({ uri }) => uri)), all)
    let edit = await session.ask<WorkspaceEdit>('textDocument/rename', '/desk/a.note.md', '@me', { newName: 'mehro' })
    let changed = edit.documentChanges!.flatMap(own => ('textDocument' in own ? own.textDocument.uri : []))
    assert.deepEqual(names(changed), all)
  })

  test('are read when they are added, and forgotten when they are removed', ['/desk'], async session => {
    await session.open('/desk/a.note.md')
    let alone = ['unknown-actor at @mehra', 'unsourced-figure at 40 per cent']
    await session.findings('/desk/a.note.md', ...alone)
    await change(session, ['/field'], [])
    await session.findings('/desk/a.note.md', 'unsourced-figure at 40 per cent')
    await change(session, [], ['/field'])
    await session.findings('/desk/a.note.md', ...alone)
  })

  test('take the findings of their closed files along', ['/desk', '/field'], async session => {
    await session.connection.sendRequest('provenote/checkWorkspace', {})
    await session.findings('/desk/a.note.md', 'unsourced-figure at 40 per cent')
    await change(session, [], ['/desk'])
    await session.findings('/desk/a.note.md')
    await change(session, ['/desk'], [])
    await session.findings('/desk/a.note.md', 'unsourced-figure at 40 per cent')
  })

  test('may lie in one another, and are read once', ['', '/desk'], async session => {
    await session.open('/desk/a.note.md')
    await session.findings('/desk/a.note.md', 'unsourced-figure at 40 per cent')
    await session.open('/desk/actors.yaml')
    await session.findings('/desk/actors.yaml')
    await change(session, [], ['/desk'])
    await session.edit('/desk/a.note.md', '@tolen', '@tolen and @nobody')
    await session.findings('/desk/a.note.md', 'unsourced-figure at 40 per cent', 'unknown-actor at @nobody')
  })

  it('may be on the disk and elsewhere, and still be one workspace', () =>
    withServer(
      files,
      async session => {
        await session.open('/desk/a.note.md')
        await session.findings('/desk/a.note.md', 'unsourced-figure at 40 per cent')
        let uri = 'memfs:/w/c.note.md'
        await session.openUri(uri, 'Gap: @mehra, @tolen and @nobody.\n')
        await session.until('findings', () => session.published.has(uri))
        assert.deepEqual(
          session.published.get(uri)!.diagnostics.map(({ message }) => message),
          ['No actor has the key `nobody`.']
        )
      },
      { folders: ['/desk', 'memfs:/w'], served: { '/w/m.actors.yaml': 'mehra: {name: Dalia Mehra}\n' } }
    ))
})
