/** A client that says of itself that it can do nothing is asked for nothing, and gets what every client can show. */
import assert from 'node:assert'
import type {
  CodeLens,
  Hover,
  Location,
  MarkupContent,
  SymbolInformation,
  WorkspaceEdit
} from 'vscode-languageserver/node'
import { type Session, textIn, withServer } from './session'

let note = '/a.note.md'
let files = `
=== ${note}
# Quay

@mehra said “the first boats” [^wire] to @nobody.

Judgement: @mehra is likely to sail. {#kj1}
- For: it says so [^wire].
=== /actors.yaml
mehra: {schema: Person, name: Dalia Mehra}
=== /wire.source.md
---
title: Talks end
---
She said the first boats will sail.
`

function test(what: string, check: (session: Session) => Promise<void>) {
  it(what, () =>
    withServer(
      files,
      async session => {
        await session.open(note)
        await session.until('findings', () => !!session.published.get(session.uri(note))?.diagnostics.length)
        await check(session)
        assert.deepEqual(session.asked, [])
      },
      { capabilities: {}, bare: true }
    )
  )
}

describe('a client that can do nothing', () => {
  test('is sent findings without what it cannot show', async session => {
    let { diagnostics } = session.published.get(session.uri(note))!
    for (let own of diagnostics)
      assert.deepEqual([own.relatedInformation, own.codeDescription], [undefined, undefined], own.code as string)
    assert.ok(diagnostics.some(({ code }) => code === 'unknown-actor'))
  })
  test('is told nothing that only our own client knows', async session => {
    await session.open('/actors.yaml')
    await session.edit('/actors.yaml', 'mehra', 'mehro')
    let unknown = () =>
      session.published.get(session.uri(note))!.diagnostics.filter(own => own.code === 'unknown-actor')
    await session.until('three unknown actors', () => unknown().length === 3)
    assert.ok(!session.logged.includes('names changed'))
    assert.equal(session.viewsChanged, 0)
  })
  test('gets cards in plain text', async session => {
    for (let words of ['@me', '“the f', '[^wi']) {
      let { contents } = await session.ask<Hover>('textDocument/hover', note, words)
      let { kind, value } = contents as MarkupContent
      assert.equal(kind, 'plaintext')
      assert.doesNotMatch(value, /\*\*|<|command:|\\/)
    }
  })
  test('gets places, not links to them', async session => {
    for (let method of ['definition', 'typeDefinition']) {
      let found = await session.ask<Location[]>(`textDocument/${method}`, note, '@me')
      assert.deepEqual(
        [found].flat().map(place => Object.keys(place).sort()),
        [['range', 'uri']]
      )
    }
  })
  test('gets an outline as a list', async session => {
    let found = await session.ask<SymbolInformation[]>('textDocument/documentSymbol', note, '')
    assert.ok(found.length > 1)
    for (let own of found) assert.equal(own.location.uri, session.uri(note))
  })
  test('gets completions that write what they show', async session => {
    let list = await session.ask<{ items: object[] }>('textDocument/completion', note, '@me')
    assert.ok(list.items.length > 0)
    for (let item of list.items) {
      let { textEdit, insertTextFormat, labelDetails } = item as { [field: string]: object | undefined }
      assert.deepEqual(Object.keys(textEdit!).sort(), ['newText', 'range'])
      assert.deepEqual([insertTextFormat, labelDetails], [undefined, undefined])
    }
  })
  test('renames by edits alone', async session => {
    let edit = await session.ask<WorkspaceEdit>('textDocument/rename', note, '@me', { newName: 'mehro' })
    assert.deepEqual(Object.keys(edit), ['changes'])
    assert.deepEqual(
      Object.entries(edit.changes!).map(([uri, edits]) => [uri.slice(session.uri('').length), edits.length]),
      [
        ['/actors.yaml', 1],
        ['/a.note.md', 2]
      ]
    )
  })
  test('is offered fixes by edits alone, and no command', async session => {
    let range = { start: { line: 2, character: 0 }, end: { line: 2, character: 48 } }
    let { diagnostics } = session.published.get(session.uri(note))!
    let found = await session.ask<{ title: string; edit?: WorkspaceEdit; command?: object }[]>(
      'textDocument/codeAction',
      note,
      '',
      { range, context: { diagnostics } }
    )
    assert.ok(found.length > 0)
    for (let { title, edit, command } of found)
      assert.deepEqual([Object.keys(edit!), command], [['changes'], undefined], title)
  })
  test('has lenses that are words alone, and that do nothing when they are chosen', async session => {
    let lenses = await session.ask<CodeLens[]>('textDocument/codeLens', note, '')
    assert.equal(lenses.length, 1)
    let { command, range } = await session.connection.sendRequest<CodeLens>('codeLens/resolve', lenses[0])
    assert.deepEqual(command, { title: '1 source', command: '' })
    assert.match(textIn(session.text(note), range), /^Judgement:/)
    assert.equal(await session.connection.sendRequest('workspace/executeCommand', { command: '' }), null)
  })
})
