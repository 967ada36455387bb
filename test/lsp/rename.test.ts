import assert from 'node:assert'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { CancellationTokenSource, type Range, type WorkspaceEdit } from 'vscode-languageserver/node'
import { brief, ferry } from './ferry'
import { capabilities, type Session, textIn, withServer } from './session'

let rename = (session: Session, path: string, words: string, newName: string) =>
  session.ask<WorkspaceEdit>('textDocument/rename', path, words, { newName })

let refusal = (asked: Promise<unknown>) =>
  asked.then(String, (error: { code: number; message: string }) => `${error.code} ${error.message}`)

describe('the server renames', () => {
  it('what open and closed files say', () =>
    withServer(`${ferry}=== /closed.note.md\nGap: Where @mehra is [^wire].\n`, async session => {
      await session.open(brief)
      await session.edit(brief, 'Whether @mehra', 'Whether she, @mehra,')
      let marked = await session.ask<{ range: Range; placeholder: string }>('textDocument/prepareRename', brief, '@me')
      assert.equal(textIn(session.text(brief), marked.range), 'mehra')
      assert.equal(marked.placeholder, 'mehra')
      await session.apply(await rename(session, brief, '@me', 'dalia'))
      assert.match(session.text(brief), /she, @dalia, meant/)
      assert.equal(readFileSync(`${session.folder}/closed.note.md`, 'utf8'), 'Gap: Where @dalia is [^wire].\n')
      await session.watched(['/actors.yaml', 2], ['/closed.note.md', 2])
      await session.findings(brief)
    }))

  it('a file that gives a key', () =>
    withServer(ferry, async session => {
      await session.open(brief)
      await session.apply(await rename(session, brief, '[^wi', 'strait'))
      assert.ok(existsSync(`${session.folder}/sources/strait.source.md`))
      await session.watched(['/sources/wire.source.md', 3], ['/sources/strait.source.md', 1])
      await session.findings(brief)
    }))

  it('at the places where words stand now, though nobody has told of the change', () =>
    withServer(`${ferry}=== /closed.note.md\nGap: Where @mehra is.\n`, async session => {
      await session.indexed()
      await session.open(brief)
      writeFileSync(`${session.folder}/closed.note.md`, 'New words.\n\nGap: Where was @mehra then?\n')
      await session.apply(await rename(session, brief, '@me', 'dalia'))
      assert.equal(
        readFileSync(`${session.folder}/closed.note.md`, 'utf8'),
        'New words.\n\nGap: Where was @dalia then?\n'
      )
    }))

  it('nothing, and says why', () =>
    withServer(`${ferry}=== /more.actors.yaml\ntolen: {name: Tolen}\n`, async session => {
      await session.open(brief)
      assert.match(
        await refusal(session.ask('textDocument/prepareRename', brief, 'Gap: Whe')),
        /^-32803 Put the cursor/
      )
      assert.match(await refusal(rename(session, brief, '@me', 'tolen')), /^-32803 @tolen is taken already/)
      assert.match(await refusal(rename(session, brief, '@me', 'a b')), /^-32803 “a b” is no key of an actor/)
      assert.match(await refusal(rename(session, brief, 'Gap: Whe', 'x')), /^-32803 Put the cursor/)
      await session.findings(brief)
    }))

  it('in plain changes for a client that knows no others, and no file for it', () =>
    withServer(
      ferry,
      async session => {
        assert.equal(session.result.capabilities.renameProvider, true)
        await session.open(brief)
        let { changes, documentChanges } = await rename(session, brief, '@me', 'dalia')
        assert.deepEqual(Object.keys(changes!).sort(), [session.uri('/actors.yaml'), session.uri(brief)])
        assert.equal(documentChanges, undefined)
        assert.match(await refusal(rename(session, brief, '[^wi', 'strait')), /no server rename files/)
      },
      { capabilities: { ...capabilities, workspace: { configuration: true }, textDocument: {} } }
    ))

  it('and marks of a quotation are edited together', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open('/q.note.md', 'She said "the first boats" and “more”.\n')
      let linked = await session.ask<{ ranges: Range[] }>('textDocument/linkedEditingRange', '/q.note.md', 'said "')
      assert.deepEqual(
        linked.ranges.map(range => range.start.character),
        [9, 25]
      )
      assert.equal(await session.ask('textDocument/linkedEditingRange', '/q.note.md', '“'), null)
      assert.equal(await session.ask('textDocument/linkedEditingRange', '/q.note.md', 'She'), null)
    }))

  it('nothing more of many files once it is cancelled', () => {
    let notes = Array.from({ length: 200 }, (_, i) => [`/w/${i}.note.md`, 'Gap: Where @mehra is.\n'] as const)
    let served: { [path: string]: string } = { '/w/actors.yaml': 'mehra: {name: Dalia Mehra}\n' }
    for (let [path, text] of notes) served[path] = text
    return withServer(
      '',
      async session => {
        await session.indexed()
        await session.openUri('memfs:/w/0.note.md', notes[0][1])
        let cancel = new CancellationTokenSource()
        let read = 0
        session.connection.onRequest('provenote/readFile', ({ uri }: { uri: string }) => {
          if (++read === 20) cancel.cancel()
          let bytes = Buffer.from(served[uri.replace('memfs:', '')])
          return { size: bytes.length, base64: bytes.toString('base64') }
        })
        let asked = session.connection.sendRequest(
          'textDocument/rename',
          { textDocument: { uri: 'memfs:/w/0.note.md' }, position: { line: 0, character: 13 }, newName: 'dalia' },
          cancel.token
        )
        assert.match(await refusal(asked), /^-32800 /)
        assert.ok(read >= 20 && read < 200, String(read))
        // The same, asked again, is done.
        let edit = await session.connection.sendRequest<WorkspaceEdit>('textDocument/rename', {
          textDocument: { uri: 'memfs:/w/0.note.md' },
          position: { line: 0, character: 13 },
          newName: 'dalia'
        })
        assert.equal(edit.documentChanges!.length, 201)
      },
      { served }
    )
  })
})
