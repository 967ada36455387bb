import assert from 'node:assert'
import {
  CancellationTokenSource,
  type CompletionItem,
  type CompletionList,
  type Hover,
  type Location,
  type LocationLink,
  type MarkupContent
} from 'vscode-languageserver/node'
import { brief, ferry } from './ferry'
import { capabilities, positionAt, textIn, withServer } from './session'

let value = (hover: Hover | null) => (hover?.contents as MarkupContent | undefined)?.value ?? ''

describe('the server', () => {
  it('says what it can do before it has read anything', () =>
    withServer(ferry, async ({ result }) => {
      assert.equal(result.capabilities.hoverProvider, true)
      assert.equal(result.capabilities.definitionProvider, true)
      for (let character of '@^{=')
        assert.ok(result.capabilities.completionProvider?.triggerCharacters?.includes(character))
      assert.equal(result.serverInfo?.name, 'provenote')
    }))

  it('answers while it is still reading', () =>
    withServer(ferry, async session => {
      await session.open('/new.note.md', 'Gap: fo')
      let list = await session.ask<CompletionList>('textDocument/completion', '/new.note.md', '')
      assert.deepEqual(list?.items.length ?? 0, 6)
    }))

  it('answers hover', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      assert.match(
        value(await session.ask('textDocument/hover', brief, '@me')),
        /\*\*Dalia Mehra\*\*.*\nMinister of Transport/
      )
      assert.match(
        value(await session.ask('textDocument/hover', brief, '[^w')),
        /\*\*the first boats will sail in May\*\*/
      )
      assert.equal(await session.ask('textDocument/hover', brief, 'Gap: Wh'), null)
    }))

  it('answers hover in plain text for a client that knows no Markdown', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.findings(brief)
        let hover = await session.ask<Hover>('textDocument/hover', brief, '@me')
        assert.equal((hover.contents as MarkupContent).kind, 'plaintext')
        assert.match(value(hover), /^Dalia Mehra · Person\nMinister/)
      },
      { capabilities: {} }
    ))

  it('answers completion, and makes cards only for entries that are looked at', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      let list = await session.ask<CompletionList>('textDocument/completion', brief, '@me')
      assert.deepEqual(
        list.items.map(item => item.label),
        ['Dalia Mehra']
      )
      assert.equal(list.items[0].documentation, undefined)
      let resolved = await session.connection.sendRequest<CompletionItem>('completionItem/resolve', list.items[0])
      assert.match((resolved.documentation as MarkupContent).value, /Minister of Transport/)
    }))

  it('answers completion for the text as it has just been typed', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      await session.edit(brief, '[^wire].', '[^wire].\n\nGap: Who @dal')
      let list = await session.ask<CompletionList>('textDocument/completion', brief, 'Who @dal')
      assert.deepEqual(
        list.items.map(item => item.label),
        ['Dalia Mehra']
      )
    }))

  it('answers definition with links, or with places', async () => {
    await withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      let [link] = await session.ask<LocationLink[]>('textDocument/definition', brief, '[^wi')
      assert.equal(link.targetUri, session.uri('/sources/wire.source.md'))
      assert.equal(textIn(session.text(brief), link.originSelectionRange!), '[^wire]')
      let [place] = await session.ask<LocationLink[]>('textDocument/definition', brief, '@me')
      assert.deepEqual(place.targetSelectionRange, { start: { line: 0, character: 0 }, end: { line: 0, character: 5 } })
    })
    let noLinks = { ...capabilities, textDocument: { ...capabilities.textDocument, definition: {} } }
    await withServer(
      ferry,
      async session => {
        await session.indexed()
        await session.open(brief)
        let [place] = await session.ask<Location[]>('textDocument/definition', brief, '@me')
        assert.equal(place.uri, session.uri('/actors.yaml'))
      },
      { capabilities: noLinks }
    )
  })

  it('answers where the cited passage is', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      let position = positionAt(session.text(brief), session.text(brief).indexOf('boats'))
      let found = await session.connection.sendRequest<Location>('provenote/citedPassage', {
        uri: session.uri(brief),
        position
      })
      assert.equal(found.uri, session.uri('/sources/wire.source.md'))
      let none = await session.connection.sendRequest('provenote/citedPassage', {
        uri: session.uri(brief),
        position: { line: 0, character: 0 }
      })
      assert.equal(none, null)
    }))

  it('answers what keys stand for, and tells when that changes', () =>
    withServer(
      ferry,
      async session => {
        await session.indexed()
        assert.deepEqual(await session.connection.sendRequest('provenote/names'), {
          actors: { mehra: 'Dalia Mehra' },
          sources: { wire: 'Ilse Bransome, “Ferry talks end in agreement”, Strait Wire, 12 March 2031' }
        })
        await session.open('/actors.yaml')
        await session.edit('/actors.yaml', 'Dalia', 'Delia')
        await session.until('names changed', () => session.logged.includes('names changed'))
        let { actors } = await session.connection.sendRequest<{ actors: object }>('provenote/names')
        assert.deepEqual(actors, { mehra: 'Delia Mehra' })
      },
      { initializationOptions: { names: true } }
    ))

  it('answers nothing about files it does not know', () =>
    withServer(ferry, async session => {
      assert.equal(await session.ask('textDocument/hover', brief, '@me'), null)
    }))

  it('does not take the older version of a file for another file', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      let uri = session.uri('/sources/wire.source.md').replace('file:', 'git:')
      await session.connection.sendNotification('textDocument/didOpen', {
        textDocument: { uri, languageId: 'provenote-source', version: 1, text: '---\ntitle: old\n---\nText.\n' }
      })
      await session.open('/sources/wire.source.md')
      await session.findings('/sources/wire.source.md')
    }))

  it('lives on when a request makes no sense', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      let broken = { textDocument: { uri: session.uri(brief) } }
      assert.equal(await session.connection.sendRequest('textDocument/hover', broken), null)
      await session.until('it is logged', () =>
        session.logged.some(line => /^hover: .*TypeError|^hover: TypeError/.test(line))
      )
      assert.match(value(await session.ask('textDocument/hover', brief, '@me')), /Dalia Mehra/)
    }))

  it('stops what is cancelled', () =>
    withServer(bigLibrary(), async session => {
      await session.indexed()
      await session.open(brief)
      let source = new CancellationTokenSource()
      let position = positionAt(session.text(brief), session.text(brief).indexOf('@mehra') + 2)
      let asked = session.connection.sendRequest(
        'textDocument/hover',
        { textDocument: { uri: session.uri(brief) }, position },
        source.token
      )
      source.cancel()
      let end = await asked.then(
        hover => (hover ? 'answered' : 'empty'),
        error => error.code
      )
      // It may have been done already; what must not happen is a failure of another kind.
      assert.ok([-32800, 'answered'].includes(end), String(end))
      assert.match(value(await session.ask('textDocument/hover', brief, '@me')), /Dalia Mehra/)
    }))
})

function bigLibrary() {
  let sources = Array.from(
    { length: 60 },
    (_, i) =>
      `=== /lib/s${i}.source.md\n---\ntitle: Paper ${i}\n---\n${`Paper ${i} says little about the ferry. `.repeat(400)}\n`
  )
  return ferry + sources.join('')
}
