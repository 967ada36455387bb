import assert from 'node:assert'
import type { Hover, MarkupContent } from 'vscode-languageserver/node'
import { brief, ferry } from './ferry'
import { withServer } from './session'

let value = (hover: Hover | null) => (hover?.contents as MarkupContent | undefined)?.value ?? ''

describe('the server lives on', () => {
  it('when a client refuses what it asks for', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.findings(brief)
        assert.match(value(await session.ask('textDocument/hover', brief, '@me')), /Dalia Mehra/)
      },
      { refuses: true }
    ))

  it('with an empty note', () =>
    withServer('=== /a.note.md\n', async session => {
      await session.open('/a.note.md', '')
      await session.findings('/a.note.md')
      await session.ask('textDocument/completion', '/a.note.md', '')
    }))

  it('with a note in another script', () =>
    withServer(
      '=== /actors.yaml\nмехра: {name: Далия Мехра}\n=== /a.note.md\nGap: @мехра и @никто.\n',
      async session => {
        await session.open('/a.note.md')
        await session.findings('/a.note.md', 'unknown-actor at @никто')
        assert.match(value(await session.ask('textDocument/hover', '/a.note.md', '@ме')), /\*\*Далия Мехра\*\*/)
      }
    ))

  it('with a YAML bomb', () => {
    let lines = ['a: &a [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 12; i++) {
      let before = String.fromCharCode(96 + i)
      let own = String.fromCharCode(97 + i)
      lines.push(`${own}: &${own} [${Array(9).fill(`*${before}`).join(', ')}]`)
    }
    return withServer(`${ferry}=== /bomb.actors.yaml\n${lines.join('\n')}\n`, async session => {
      await session.open(brief)
      await session.findings(brief)
    })
  })

  it('with a note of five megabytes', () =>
    withServer(ferry, async session => {
      let line = 'Gap: Whether @mehra meant that it sails [^wire].\n\n'
      await session.open('/long.note.md', `${line.repeat(Math.ceil(5e6 / line.length))}Gap: @nobody.\n`)
      await session.findings('/long.note.md', 'unknown-actor at @nobody')
      assert.match(value(await session.ask('textDocument/hover', '/long.note.md', '@me')), /Dalia Mehra/)
    })).timeout(60_000)
})

describe('a server without a disk', () => {
  let files = {
    '/w/brief.note.md': 'Gap: @mehra and @nobody.\n',
    '/w/actors.yaml': 'mehra: {name: Dalia Mehra}\n',
    '/w/out/more.actors.yaml': 'nobody: {name: Nobody}\n',
    '/w/.gitignore': 'out/\n',
    '/w/latin.note.md': Uint8Array.of(0xe9, 0x0a)
  }

  it('reads what its client gives it, without what is ignored', () =>
    withServer(
      '',
      async session => {
        await session.openUri('memfs:/w/brief.note.md', files['/w/brief.note.md'])
        await session.until('findings', () => session.published.has('memfs:/w/brief.note.md'))
        let { diagnostics } = session.published.get('memfs:/w/brief.note.md')!
        assert.deepEqual(
          diagnostics.map(({ code, range }) => `${code} ${range.start.character}`),
          ['unknown-actor 16']
        )
        await session.indexed()
        assert.ok(session.logged.some(line => line.includes('latin') && line.includes('UTF-8')))
      },
      { served: files }
    ))
})
