import assert from 'node:assert'
import { renameSync, rmSync, writeFileSync } from 'node:fs'
import { brief, ferry } from './ferry'
import { capabilities, withServer, write } from './session'

let { workspace, ...others } = capabilities
/** A client that watches no files, so that the server does. */
let unwatching = { ...others, workspace: { ...workspace, didChangeWatchedFiles: {} } }

describe('the server’s files', () => {
  it('are watched by the client, if it can', () =>
    withServer(ferry, session =>
      session.until('registered', () => session.registered.includes('workspace/didChangeWatchedFiles'))
    ))

  it('follow what is written, made and removed', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      writeFileSync(`${session.folder}/actors.yaml`, 'arven: {name: Republic of Arven}\n')
      await session.watched(['/actors.yaml', 2])
      await session.findings(brief, 'unknown-actor at @mehra')
      write(`${session.folder}/more/m.actors.yaml`, 'mehra: {name: Dalia Mehra}\n')
      await session.watched(['/more/m.actors.yaml', 1])
      await session.findings(brief)
      rmSync(`${session.folder}/sources/wire.source.md`)
      await session.watched(['/sources/wire.source.md', 3])
      await session.findings(brief, 'unknown-source at wire')
    }))

  it('go when their folder goes', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      rmSync(`${session.folder}/sources`, { recursive: true })
      await session.watched(['/sources', 3])
      await session.findings(brief, 'unknown-source at wire')
    }))

  it('are watched by the server, if the client cannot', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.findings(brief)
        writeFileSync(`${session.folder}/actors.yaml`, 'arven: {name: Republic of Arven}\n')
        await session.findings(brief, 'unknown-actor at @mehra')
        writeFileSync(`${session.folder}/actors.yaml`, 'mehra: {name: Dalia Mehra}\n')
        await session.findings(brief)
      },
      { capabilities: unwatching }
    ))

  it('that are ignored are not read, and are read when that changes', () =>
    withServer(`${ferry}=== /.gitignore\nsources/\n`, async session => {
      await session.open(brief)
      await session.findings(brief, 'unknown-source at wire')
      rmSync(`${session.folder}/.gitignore`)
      await session.watched(['/.gitignore', 3])
      await session.findings(brief)
    }))

  it('that are excluded by the settings are not read', () =>
    withServer(
      ferry,
      async session => {
        await session.open(brief)
        await session.findings(brief, 'unknown-source at wire')
        session.options.settings = {}
        await session.connection.sendNotification('workspace/didChangeConfiguration', { settings: null })
        await session.findings(brief)
      },
      { settings: { files: { exclude: ['sources'] } } }
    ))

  it('that are open stay as they are typed, whatever the disk says', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      await session.open('/actors.yaml')
      await session.edit('/actors.yaml', 'mehra:', 'mehro:')
      await session.findings(brief, 'unknown-actor at @mehra')
      writeFileSync(`${session.folder}/actors.yaml`, 'mehra: {name: Dalia Mehra}\n')
      await session.watched(['/actors.yaml', 2], ['/brief.note.md', 2])
      await session.edit(brief, 'Whether', 'If')
      await session.findings(brief, 'unknown-actor at @mehra')
    }))

  it('are what the disk says again once they are closed', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      await session.open('/actors.yaml')
      await session.edit('/actors.yaml', 'mehra:', 'mehro:')
      await session.findings(brief, 'unknown-actor at @mehra')
      await session.close('/actors.yaml')
      await session.findings(brief)
    }))

  it('that were never saved are gone once they are closed', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      await session.open('/new.actors.yaml', 'mehra: {name: Another}\n')
      await session.findings('/new.actors.yaml', 'duplicate-key at mehra')
      await session.close('/new.actors.yaml')
      await session.open('/actors.yaml')
      await session.findings('/actors.yaml')
    }))

  it('are read with a byte-order mark; those that are not UTF-8 are named once', () =>
    withServer(
      ferry,
      async session => {
        await session.indexed()
        assert.equal(session.logged.filter(line => line.includes('latin')).length, 1)
        await session.open(brief)
        await session.edit(brief, '[^wire]', '[^marked]')
        await session.edit(brief, 'the first boats will sail in May', 'nothing but the sea')
        await session.findings(brief)
      },
      {
        bytes: {
          '/latin.note.md': Uint8Array.of(0x47, 0x61, 0x70, 0x3a, 0x20, 0xe9, 0x0a),
          '/marked.source.md': new TextEncoder().encode(
            '\ufeff---\ntitle: Marked\nauthor: A\npublisher: B\nissued: 2031\n---\nIt was nothing but the sea.\n'
          )
        }
      }
    ))

  it('follow the folders of the workspace', () =>
    withServer(`${ferry}=== /../other/m.actors.yaml\n`.replace('/../other', '/elsewhere'), async session => {
      await session.open(brief)
      await session.findings(brief)
      let event = {
        removed: [{ uri: session.uri(''), name: 'test' }],
        added: [{ uri: session.uri('/elsewhere'), name: 'b' }]
      }
      renameSync(`${session.folder}/actors.yaml`, `${session.folder}/elsewhere/actors.yaml`)
      await session.connection.sendNotification('workspace/didChangeWorkspaceFolders', { event })
      await session.findings(brief, 'unknown-source at wire')
    }))

  it('changed by the thousand are one batch', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.findings(brief)
      let paths = Array.from({ length: 1000 }, (_, i) => `/n/${i}.actors.yaml`)
      for (let [i, path] of paths.entries()) write(session.folder + path, `k${i}: {name: Name ${i}}\n`)
      await session.watched(...paths.map((path): [string, 1] => [path, 1]))
      await session.edit(brief, '@mehra', '@mehra and @k999 and @nobody')
      await session.findings(brief, 'unknown-actor at @nobody')
    }))
})
