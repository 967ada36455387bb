import assert from 'node:assert'
import { readFileSync, renameSync, rmSync } from 'node:fs'
import type { WorkspaceEdit } from 'vscode-languageserver/node'
import { brief, ferry } from './ferry'
import { capabilities, type Session, withServer } from './session'

let filesOf = (session: Session, moves: [string, string][]) => ({
  files: moves.map(([from, to]) => ({ oldUri: session.uri(from), newUri: session.uri(to) }))
})

/** Moves files as an editor's explorer does: asks, edits, moves, tells. */
async function moveFiles(session: Session, ...moves: [string, string][]) {
  let edit = await session.connection.sendRequest<WorkspaceEdit | null>(
    'workspace/willRenameFiles',
    filesOf(session, moves)
  )
  if (edit) await session.apply(edit)
  for (let [from, to] of moves) renameSync(session.folder + from, session.folder + to)
  await session.connection.sendNotification('workspace/didRenameFiles', filesOf(session, moves))
}

let closed = '=== /closed.note.md\nGap: What [the wire](sources/wire.source.md) says [^wire].\n'

describe('files moved in the explorer', () => {
  it('are followed by keys and links', () =>
    withServer(ferry + closed, async session => {
      await session.open(brief)
      await moveFiles(session, ['/sources/wire.source.md', '/strait.source.md'])
      assert.match(session.text(brief), /\[\^strait\]/)
      assert.equal(
        readFileSync(`${session.folder}/closed.note.md`, 'utf8'),
        'Gap: What [the wire](strait.source.md) says [^strait].\n'
      )
      await session.findings(brief)
    }))

  it('are followed when a folder moves', () =>
    withServer(ferry + closed, async session => {
      await session.open(brief)
      await moveFiles(session, ['/sources', '/texts'])
      assert.match(
        readFileSync(`${session.folder}/closed.note.md`, 'utf8'),
        /\(texts\/wire.source.md\) says \[\^wire\]/
      )
      await session.findings(brief)
    }))

  it('that would give no key leave all as it is, and the writer is told', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await moveFiles(session, ['/sources/wire.source.md', '/sources/the wire.source.md'])
      await session.until('a message', () => session.logged.some(line => line.startsWith('What names “wire” is left')))
      await session.findings(brief, 'unknown-source at wire')
    }))
})

describe('a file that the server itself has a client rename', () => {
  let pair: [string, string] = ['/sources/wire.source.md', '/sources/strait.source.md']
  let asked = (session: Session) =>
    session.connection.sendRequest<WorkspaceEdit | null>('workspace/willRenameFiles', filesOf(session, [pair]))

  it('has nothing follow it, whether the client changes the texts before or after it asks', () =>
    withServer(ferry + closed, async session => {
      await session.open(brief)
      let edit = await session.ask<WorkspaceEdit>('textDocument/rename', brief, '[^wi', { newName: 'strait' })
      assert.equal(await asked(session), null)
      let [text] = edit.documentChanges!.splice(-1)
      assert.ok('kind' in text && text.kind === 'rename')
      await session.apply(edit)
      assert.equal(await asked(session), null)
    }))

  it('is like any other file once the writer has gone on', () =>
    withServer(ferry + closed, async session => {
      await session.open(brief)
      await session.ask<WorkspaceEdit>('textDocument/rename', brief, '[^wi', { newName: 'strait' })
      await session.edit(brief, 'Whether', 'If')
      assert.equal((await asked(session))?.documentChanges?.length, 2)
    }))
})

describe('files deleted in the explorer', () => {
  let gone = (session: Session) => ({ files: [{ uri: session.uri('/sources/wire.source.md') }] })
  let message = 'The source [^wire] is cited once in brief.note.md.'

  it('that are cited are warned of, with where', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      assert.equal(await session.connection.sendRequest('workspace/willDeleteFiles', gone(session)), null)
      await session.until('the place', () => session.logged.includes('shown /brief.note.md 3:68'))
      assert.ok(session.logged.includes(message))
      rmSync(`${session.folder}/sources/wire.source.md`)
      await session.connection.sendNotification('workspace/didDeleteFiles', gone(session))
      await session.findings(brief, 'unknown-source at wire')
    }))

  it('are warned of without a place where the client shows none', () =>
    withServer(
      ferry,
      async session => {
        await session.connection.sendRequest('workspace/willDeleteFiles', gone(session))
        await session.until('a message', () => session.logged.includes(message))
      },
      { capabilities: { ...capabilities, window: {} } }
    ))

  it('that nobody uses are gone without a word', () =>
    withServer(`${ferry}=== /other.source.md\n---\ntitle: T\n---\n`, async session => {
      await session.connection.sendRequest('workspace/willDeleteFiles', {
        files: [{ uri: session.uri('/other.source.md') }]
      })
      await session.connection.sendRequest('workspace/willDeleteFiles', gone(session))
      await session.until('the other’s message', () => session.logged.includes(message))
      assert.deepEqual(
        session.logged.filter(line => line.startsWith('The source')),
        [message]
      )
    }))
})
