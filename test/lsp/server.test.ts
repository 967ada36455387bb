import assert from 'node:assert'
import type { CompletionItem, CompletionList, Hover, LocationLink } from 'vscode-languageserver/node'
import { withServer } from './session'

let ferry = `
=== /brief.note.md
---
as-of: 2031-03-14
---
@mehra told reporters that “the first boats will sail in May” [^wire].
=== /actors.yaml
mehra:
  schema: Person
  name: Dalia Mehra
  positions:
    - {title: Minister of Transport, from: 2029-06-01}
=== /sources/wire.source.md
---
title: Ferry talks end in agreement
issued: 2031-03-12
---
The minister was brief. Dalia Mehra said the first boats will sail in May.
`

describe('the server', () => {
  it('answers hover, completion and definition, and shows findings', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open('/brief.note.md')
      let hover = await session.ask<Hover>('textDocument/hover', '/brief.note.md', '@me')
      assert.match((hover.contents as { value: string }).value, /\*\*Dalia Mehra\*\*/)
      let list = await session.ask<CompletionList>('textDocument/completion', '/brief.note.md', '@me')
      assert.deepEqual(
        list.items.map(item => item.label),
        ['Dalia Mehra']
      )
      let resolved = await session.connection.sendRequest<CompletionItem>('completionItem/resolve', list.items[0])
      assert.match((resolved.documentation as { value: string }).value, /Minister of Transport/)
      let [link] = await session.ask<LocationLink[]>('textDocument/definition', '/brief.note.md', '[^wi')
      assert.equal(link.targetUri, session.uri('/sources/wire.source.md'))
    }))
})
