import assert from 'node:assert'
import { brief, ferry } from './ferry'
import { withServer } from './session'

interface Insertion {
  title: string
  insertText: string
  edit?: { documentChanges?: { kind?: string; uri?: string }[] }
}

describe('the server answers what is put into a note', () => {
  let start = { line: 3, character: 0 }
  let range = { start, end: start }

  it('by pasting an address', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      let ask = (text: string) =>
        session.connection.sendRequest<Insertion[]>('provenote/paste', { uri: session.uri(brief), range, text })
      assert.deepEqual(await ask('https://strait.example/wire'), [{ title: 'Cite wire', insertText: '[^wire]' }])
      let [made] = await ask('“No boats” https://strait.example/no-boats')
      assert.equal(made.insertText, '“No boats” [^no-boats]')
      assert.deepEqual(
        made.edit?.documentChanges?.flatMap(change => (change.kind === 'create' ? change.uri : [])),
        [session.uri('/sources/no-boats.source.md')]
      )
      assert.deepEqual(await ask('words'), [])
    }))

  it('by dropping a file', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open(brief)
      let ask = (path: string) =>
        session.connection.sendRequest<Insertion | null>('provenote/drop', {
          uri: session.uri(brief),
          dropped: [session.uri(path)]
        })
      assert.deepEqual(await ask('/sources/wire.source.md'), { title: 'Cite [^wire]', insertText: '[^wire]' })
      assert.equal(await ask('/actors.yaml'), null)
    }))

  it('by refactoring', () =>
    withServer(ferry, async session => {
      await session.indexed()
      await session.open('/n.note.md', 'Then Dalia Mehra spoke.\n')
      let place = { line: 0, character: 7 }
      let actions = await session.connection.sendRequest<{ title: string; kind: string }[]>('textDocument/codeAction', {
        textDocument: { uri: session.uri('/n.note.md') },
        range: { start: place, end: place },
        context: { diagnostics: [], only: ['refactor'], triggerKind: 1 }
      })
      assert.deepEqual(
        actions.slice(0, 2).map(({ title, kind }) => `${kind} ${title}`),
        [
          'refactor.rewrite.link Link “Dalia Mehra” to @mehra',
          'refactor.rewrite.link.all Link the unlinked name in this note'
        ]
      )
    }))
})
