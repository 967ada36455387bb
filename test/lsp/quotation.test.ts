import assert from 'node:assert'
import type { CompletionItem, CompletionList, MarkupContent } from 'vscode-languageserver/node'
import { type FindSupportResult, findSupport } from '../../server/lsp/protocol'
import { positionAt, withServer } from './session'

let port = `
=== /a.note.md
On the quay they say “fit for pas

Cold storage there is down to 310 pallet places.
=== /sources/survey.source.md
---
title: Readiness of the port
publisher: Port Survey
issued: 2031-02-10
---
Two of the four chambers have been refitted, which gives 310 pallet places in working order.
With the deck relaid, the ramp is fit for passenger vehicles.
`
let words = 'fit for pas'

describe('the server, asked for words of the sources', () => {
  it('completes a quotation, and shows its sentence', () =>
    withServer(port, async session => {
      await session.indexed()
      await session.open('/a.note.md')
      let list = await session.ask<CompletionList>('textDocument/completion', '/a.note.md', words)
      assert.deepEqual(
        list.items.map(({ label, textEdit }) => [label, textEdit?.newText]),
        [['passenger vehicles', 'passenger vehicles” [^survey]']]
      )
      let item = await session.connection.sendRequest<CompletionItem>('completionItem/resolve', list.items[0])
      assert.match((item.documentation as MarkupContent).value, /ramp is \*\*fit for passenger vehicles\*\*/)
    }))

  it('goes on with a quotation after a space, and with no other words', () =>
    withServer(port, async session => {
      await session.indexed()
      let ask = async (text: string) => {
        await session.open('/b.note.md', text)
        let context = { triggerKind: 2, triggerCharacter: ' ' }
        let list = await session.ask<CompletionList | null>('textDocument/completion', '/b.note.md', text, { context })
        await session.close('/b.note.md')
        return list?.items.map(item => item.label) ?? []
      }
      assert.deepEqual(await ask('They say “the ramp is '), ['fit for passenger vehicles'])
      assert.deepEqual(await ask('Judgement: it is very '), [])
    }))

  it('finds what may support a sentence', () =>
    withServer(port, async session => {
      await session.indexed()
      await session.open('/a.note.md')
      let position = positionAt(session.text('/a.note.md'), session.text('/a.note.md').indexOf('310'))
      let found = await session.connection.sendRequest<FindSupportResult>(findSupport, {
        uri: session.uri('/a.note.md'),
        position
      })
      assert.equal(found?.words, 'Cold storage there is down to 310 pallet places.')
      assert.deepEqual(
        found?.passages.map(({ key, published, why, uri, edit }) => [key, published, why, uri, edit.newText]),
        [
          [
            'survey',
            'Port Survey, 10 February 2031',
            '310; pallet; places',
            session.uri('/sources/survey.source.md'),
            ' [^survey]'
          ]
        ]
      )
    }))
})
