import assert from 'node:assert'
import type { CodeLens, InlayHint, SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node'
import { capabilities, withServer } from './session'

let strait = `
=== /provenote.yaml
profile: icd203
hints: {citations: true}
=== /brief.note.md
Judgement: @mehra is likely to sail [^wire].
=== /actors.yaml
mehra: {schema: Person, name: Dalia Mehra}
=== /sources.yaml
wire: {title: Talks end, author: Strait Wire, issued: 2031}
`
let brief = '/brief.note.md'
let able = {
  ...capabilities,
  workspace: {
    ...capabilities.workspace,
    semanticTokens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
    codeLens: { refreshSupport: true }
  }
}

describe('the server shows', () => {
  it('the colours of words, then what has changed of them', () =>
    withServer(strait, async session => {
      await session.indexed()
      await session.open(brief)
      let full = await session.ask<SemanticTokens>('textDocument/semanticTokens/full', brief, '')
      assert.equal(full.data.length, 4 * 5)
      let ask = (previousResultId = full.resultId) =>
        session.ask<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', brief, '', { previousResultId })
      assert.deepEqual((await ask()).edits, [])
      let known = (await ask('none of mine')) as unknown as SemanticTokens
      assert.deepEqual(known.data, full.data)
      await session.edit(brief, 'likely', 'very likely')
      let { edits } = await ask(known.resultId)
      let [{ start, deleteCount, data = [] }] = edits
      let patched = [...full.data.slice(0, start), ...data, ...full.data.slice(start + deleteCount)]
      let again = await session.ask<SemanticTokens>('textDocument/semanticTokens/full', brief, '')
      assert.deepEqual(patched, again.data)
      assert.ok(data.length < again.data.length)
      let part = await session.ask<SemanticTokens>('textDocument/semanticTokens/range', brief, '', {
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 11 } }
      })
      assert.deepEqual(part.data, again.data.slice(0, 5))
    }))

  it('hints, with more when somebody rests on them', () =>
    withServer(strait, async session => {
      await session.indexed()
      await session.open(brief)
      let hints = await session.ask<InlayHint[]>('textDocument/inlayHint', brief, '', {
        range: { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } }
      })
      assert.deepEqual(
        hints.map(({ label, tooltip }) => [label, tooltip]),
        [
          ['Strait Wire · 2031', undefined],
          ['55-80%', undefined]
        ]
      )
      let resolved = await session.connection.sendRequest<InlayHint>('inlayHint/resolve', hints[0])
      assert.equal(resolved.tooltip, 'Strait Wire, “Talks end”, 2031')
    }))

  it('lenses, which name no command the client does not have', () =>
    withServer(strait, async session => {
      await session.indexed()
      await session.open(brief)
      let [lens] = await session.ask<CodeLens[]>('textDocument/codeLens', brief, '')
      let resolved = await session.connection.sendRequest<CodeLens>('codeLens/resolve', lens)
      assert.deepEqual(resolved.command, { title: '1 source', command: '' })
    }))

  it('lenses that open the references', () =>
    withServer(
      strait,
      async session => {
        await session.indexed()
        await session.open('/actors.yaml')
        let [lens] = await session.ask<CodeLens[]>('textDocument/codeLens', '/actors.yaml', '')
        let resolved = await session.connection.sendRequest<CodeLens>('codeLens/resolve', lens)
        assert.deepEqual(resolved.command, {
          title: '1 mention',
          command: 'provenote.showReferences',
          arguments: [session.uri('/actors.yaml'), { line: 0, character: 0 }]
        })
      },
      { initializationOptions: { showReferences: true } }
    ))

  it('what has become of it, by asking to be asked again', () =>
    withServer(
      strait,
      async session => {
        let asked: string[] = []
        for (let what of ['semanticTokens', 'inlayHint', 'codeLens'])
          session.answer(`workspace/${what}/refresh`, () => asked.push(what))
        await session.indexed()
        await session.open(brief)
        await session.until('all', () => asked.includes('semanticTokens') && asked.includes('inlayHint'))
        await session.findings(brief)
        await session.open('/actors.yaml')
        await session.findings('/actors.yaml')
        asked.length = 0
        await session.edit(brief, 'sail', 'sail soon')
        await session.ask('textDocument/codeLens', brief, '')
        await session.until('lenses', () => asked.includes('codeLens'))
        await session.edit('/actors.yaml', 'Person', 'Country')
        await session.ask('textDocument/codeLens', brief, '')
        await session.until('colours', () => asked.includes('semanticTokens') && asked.includes('inlayHint'))
      },
      { capabilities: able }
    ))
})
