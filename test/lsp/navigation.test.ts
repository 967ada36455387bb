import assert from 'node:assert'
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  DocumentHighlight,
  DocumentLink,
  DocumentSymbol,
  FoldingRange,
  Location,
  SelectionRange,
  WorkspaceSymbol
} from 'vscode-languageserver/node'
import { capabilities, type Session, textIn, withServer } from './session'

let strait = `
=== /brief.note.md
# Key judgements

Judgement: @mehra is likely to sail. {#kj1}
- For: the [freight](sub/base.note.md#f1) [^wire].
=== /sub/base.note.md
Fact: It fell [^wire, @mehra]. {#f1}
=== /actors.yaml
mehra: {schema: Person, name: Dalia Mehra}
=== /wire.source.md
---
title: Talks end
URL: https://strait.example/wire
---
It sails.
`
let brief = '/brief.note.md'
let tree = {
  ...capabilities,
  textDocument: { ...capabilities.textDocument, documentSymbol: { hierarchicalDocumentSymbolSupport: true } }
}

function test(what: string, check: (session: Session) => Promise<void>) {
  it(what, () =>
    withServer(
      strait,
      async session => {
        await session.indexed()
        await session.open(brief)
        await check(session)
      },
      { capabilities: tree }
    )
  )
}

describe('the server answers', () => {
  let places = (session: Session, found: Location[]) =>
    found.map(({ uri, range }) => `${uri.slice(session.uri('').length)} ${range.start.line}:${range.start.character}`)

  test('references, in files that nobody has open', async session => {
    let found = await session.ask<Location[]>('textDocument/references', brief, '@me', {
      context: { includeDeclaration: true }
    })
    assert.deepEqual(places(session, found), ['/actors.yaml 0:0', '/brief.note.md 2:12', '/sub/base.note.md 0:23'])
  })
  test('type definition and highlight', async session => {
    let [record] = await session.ask<Location[]>('textDocument/typeDefinition', brief, '@me')
    assert.equal(record.uri, session.uri('/actors.yaml'))
    let marks = await session.ask<DocumentHighlight[]>('textDocument/documentHighlight', brief, '{#k')
    assert.deepEqual(
      marks.map(({ range }) => textIn(session.text(brief), range)),
      ['kj1']
    )
  })
  test('links, outline and folding', async session => {
    let links = await session.ask<DocumentLink[]>('textDocument/documentLink', brief, '')
    assert.deepEqual(
      links.map(({ target }) => target),
      [`${session.uri('/sub/base.note.md')}#L1`]
    )
    let [heading] = await session.ask<DocumentSymbol[]>('textDocument/documentSymbol', brief, '')
    assert.equal(heading.name, 'Key judgements')
    assert.equal(heading.children?.[0].children?.[0].name, 'For: the freight.')
    let folds = await session.ask<FoldingRange[]>('textDocument/foldingRange', brief, '')
    assert.deepEqual(
      folds.map(({ startLine, endLine }) => [startLine, endLine]),
      [
        [0, 3],
        [2, 3]
      ]
    )
  })
  test('selections', async session => {
    let [range] = await session.ask<SelectionRange[]>('textDocument/selectionRange', brief, '', {
      positions: [{ line: 2, character: 13 }]
    })
    assert.equal(textIn(session.text(brief), range.range), 'mehra')
    assert.equal(textIn(session.text(brief), range.parent!.range), '@mehra')
  })
  test('symbols of the workspace', async session => {
    let find = (query: string) =>
      session.connection.sendRequest<WorkspaceSymbol[]>('workspace/symbol', { query }) as Promise<WorkspaceSymbol[]>
    assert.deepEqual(
      (await find('mehra')).map(({ name }) => name),
      ['Dalia Mehra', 'Judgement: @mehra is likely to sail.']
    )
  })
  test('the hierarchy of evidence, from note to note', async session => {
    let [item] = await session.ask<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', brief, 'For: th')
    let incoming = await session.connection.sendRequest<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', {
      item
    })
    assert.deepEqual(
      incoming.map(({ from }) => [from.name, from.uri]),
      [
        ['Fact: It fell [^wire, @mehra].', session.uri('/sub/base.note.md')],
        ['“Talks end”', session.uri('/wire.source.md')]
      ]
    )
  })
})

describe('references to an actor', () => {
  let files = `
=== /a.note.md
So @mehra said.
=== /b.note.md
Mehra was seen. Then Dalia Mehra came; Mehra stayed.
=== /c.note.md
Nobody came.
=== /actors.yaml
mehra: {schema: Person, name: Dalia Mehra, weakAlias: [Mehra]}
`
  async function find(session: Session, context: object) {
    await session.indexed()
    await session.open('/a.note.md')
    let found = await session.ask<Location[]>('textDocument/references', '/a.note.md', '@me', { context })
    return found.map(({ uri, range }) => `${uri.slice(session.uri('').length)} ${range.start.character}`)
  }
  it('leave out names without a link', () =>
    withServer(files, async session => assert.deepEqual(await find(session, {}), ['/a.note.md 4'])))
  it('hold them when they are asked for, a weak one only behind a full one', () =>
    withServer(files, async session =>
      assert.deepEqual(await find(session, { unlinkedNames: true }), ['/a.note.md 4', '/b.note.md 21', '/b.note.md 39'])
    ))
  it('hold them when the options say so', () =>
    withServer(`${files}=== /provenote.yaml\nreferences: {unlinkedNames: true}\n`, async session =>
      assert.deepEqual((await find(session, {})).length, 3)
    ))
})
