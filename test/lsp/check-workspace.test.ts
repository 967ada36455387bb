import assert from 'node:assert'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { CancellationTokenSource, type Range } from 'vscode-languageserver/node'
import { readPages } from '../rules/pages'
import { brief, ferry } from './ferry'
import { withServer } from './session'

let wrong = `${ferry}
=== /a.note.md
Gap: @nobody.
=== /b.note.md
<!-- provenote-ignore unknown-actor -- not registered yet -->
Gap: @nobody.
`

describe('the check of the workspace', () => {
  it('shows the findings of all files, counts them and says how far it is', () =>
    withServer(wrong, async session => {
      let result = await session.connection.sendRequest('provenote/checkWorkspace', { workDoneToken: 'check-1' })
      assert.deepEqual(result, { files: 5, error: 0, warning: 1, information: 0, hint: 0, suppressed: 1 })
      await session.findings('/a.note.md', 'unknown-actor at @nobody')
      let kinds = session.progress.filter(({ token }) => token === 'check-1').map(({ value }) => value.kind)
      assert.deepEqual([kinds[0], kinds.at(-1)], ['begin', 'end'])
      let messages = session.progress.flatMap(({ token, value }) => (token === 'check-1' ? (value.message ?? []) : []))
      assert.ok(
        kinds.includes('report') && messages.every(message => /^[1-5] of 5 files$/.test(message)),
        String(messages)
      )
    }))

  it('shows findings of a closed file until they are mended', () =>
    withServer(wrong, async session => {
      await session.connection.sendRequest('provenote/checkWorkspace', {})
      await session.findings('/a.note.md', 'unknown-actor at @nobody')
      await session.open('/a.note.md')
      await session.edit('/a.note.md', '@nobody', '@mehra')
      await session.findings('/a.note.md')
      await session.close('/a.note.md')
      await session.findings('/a.note.md', 'unknown-actor at @nobody')
      writeFileSync(`${session.folder}/a.note.md`, 'Gap: @mehra.\n')
      await session.watched(['/a.note.md', 2])
      await session.findings('/a.note.md')
    }))

  it('checks open files as they are typed', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.edit(brief, '@mehra', '@mehro')
      let result = await session.connection.sendRequest<{ warning: number }>('provenote/checkWorkspace', {})
      assert.equal(result.warning, 1)
    }))

  it('names files that cannot be read', () =>
    withServer(
      ferry,
      async session => {
        await session.connection.sendRequest('provenote/checkWorkspace', {})
        let uri = session.uri('/latin.note.md')
        await session.until('it is named', () => session.published.has(uri))
        assert.match(String(session.published.get(uri)!.diagnostics[0].message), /UTF-8/)
      },
      { bytes: { '/latin.note.md': Uint8Array.of(0xe9, 0x0a) } }
    ))

  it('says of the sample what the command line says', () =>
    checkSame({ ...sample(), '/latin.note.md': Uint8Array.of(0xe9, 0x0a) }))

  it('says of every example of every rule’s page what the command line says', () => checkSame(examples()))

  it('stops when it is told', () =>
    withServer(many(), async session => {
      await session.indexed()
      let source = new CancellationTokenSource()
      let asked = session.connection.sendRequest('provenote/checkWorkspace', { workDoneToken: 'check-2' }, source.token)
      await session.until('it has begun', () => session.progress.some(({ token }) => token === 'check-2'))
      source.cancel()
      await assert.rejects(asked, { code: -32800 })
      assert.equal(session.progress.filter(({ token }) => token === 'check-2').at(-1)?.value.kind, 'end')
      // It stopped before the last file, and the next check goes through all of them.
      let reached = session.progress.flatMap(({ token, value }) =>
        token === 'check-2' ? (value.percentage ?? []) : []
      )
      assert.ok(Math.max(...reached) < 100, String(reached))
      let { files } = await session.connection.sendRequest<{ files: number }>('provenote/checkWorkspace', {})
      assert.equal(files, 403)
    }))
})

/** The server's findings of all files are those of the command line: place, severity, rule and words. */
async function checkSame(files: { [path: string]: Uint8Array }) {
  await withServer(
    '',
    async session => {
      let run = spawnSync(process.execPath, ['dist/cli.js', 'check', session.folder, '--format', 'json'], {
        maxBuffer: 1e8
      })
      let { summary, findings } = JSON.parse(String(run.stdout))
      let result = await session.connection.sendRequest('provenote/checkWorkspace', {})
      assert.deepEqual(result, summary)
      let line = (path: string, rule: unknown, severity: number, message: unknown, { start, end }: Range) =>
        `${path} ${start.line}:${start.character}-${end.line}:${end.character} ${severity} ${rule} ${message}`
      let levels = ['', 'error', 'warning', 'information', 'hint']
      let theirs = findings.map(
        (own: { path: string; rule: string; severity: string; message: string; range: Range }) =>
          line(own.path, own.rule, levels.indexOf(own.severity), own.message, own.range)
      )
      let ours = [...session.published].flatMap(([uri, { diagnostics }]) =>
        diagnostics.map(({ code, severity, message, range }) =>
          line(uri.slice(session.uri('').length + 1), code, severity!, message, range)
        )
      )
      assert.deepEqual(ours.sort(), theirs.sort())
      assert.ok(ours.length > 10)
    },
    { bytes: files }
  )
}

// Each example in a folder of its own, with the files beside it. They share one workspace, so that one's actors are another's, too.
function examples() {
  let files = readPages().flatMap(({ id, examples }) =>
    examples
      .filter(own => own.kind === 'good' || own.kind === 'bad')
      .flatMap(own => own.files.map(({ path, text }) => [`/${id}/${own.line}${path}`, Buffer.from(text)] as const))
  )
  return Object.fromEntries(files)
}

// The files of example/, with their paths.
function sample() {
  let files = readdirSync('example', { recursive: true, withFileTypes: true }).filter(entry => entry.isFile())
  let paths = files.map(entry => `${entry.parentPath}/${entry.name}`)
  return Object.fromEntries(paths.map(path => [path.slice('example'.length), readFileSync(path)]))
}

function many() {
  let note = 'Gap: @nobody said “it is nowhere to be seen”.\n\n'.repeat(40)
  return ferry + Array.from({ length: 400 }, (_, i) => `=== /n/${i}.note.md\n${note}`).join('')
}
