import assert from 'node:assert'
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { random } from '../random'
import { Session, write } from './session'

let texts: { [path: string]: string[] } = {
  '/a.note.md': [
    'Fact: @mehra said “the first boats will sail in May” [^wire]. {#f}\n- Against: [^log]\n',
    'As [it stands](b.note.md#f), “the boats may sail” [^wire], says @nobody.\n'
  ],
  '/b.note.md': ['Fact: @mehra said “no boats will sail” [^log]. {#f}\n', '# Boats\n\nSee [that](a.note.md#f).\n'],
  '/actors.yaml': ['mehra:\n  name: Dalia Mehra\n', 'mehra:\n  name: Mehra\nnobody:\n  name: Nobody\n'],
  '/wire.source.md': [
    '---\ntitle: Wire\n---\nDalia Mehra: The first boats will sail in May.\n',
    '\ufeff---\ntitle: Wire’s\n---\nNo boats will sail.\n'
  ],
  '/log.source.md': ['---\ntitle: Log\n---\nWe said: no boats will sail.\n']
}

describe('what the server keeps of files', () => {
  let folder: string
  beforeEach(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'provenote-')))
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  /** A server's life: what it says of all files at last, once some more is done to it. */
  async function life(storage?: string, act?: (session: Session) => Promise<unknown>, settings = {}) {
    let session = new Session(join(folder, 'w'), { initializationOptions: { storage }, settings })
    try {
      await session.start()
      await session.indexed()
      await act?.(session)
      let counts = await session.connection.sendRequest('provenote/checkWorkspace', {})
      let symbols = await session.connection.sendRequest('workspace/symbol', { query: '' })
      let found = [...session.published.values()].filter(({ diagnostics }) => diagnostics.length > 0)
      let byUri = found.map(({ uri, diagnostics }) => ({ uri, diagnostics })).sort((a, b) => (a.uri < b.uri ? -1 : 1))
      return { counts, symbols, found: byUri }
    } finally {
      await session.end()
    }
  }

  it('makes no difference to the next, whatever was changed in between or is open', async () => {
    let pick = random(3)
    let storage = join(folder, 'kept')
    for (let [path, [text]] of Object.entries(texts)) write(join(folder, 'w', path), text)
    for (let round = 0; round < 3; round++) {
      let cold = await life()
      // What is typed and not saved is nobody's to keep.
      let warm = await life(storage, async session => {
        await session.open('/a.note.md')
        await session.edit('/a.note.md', '@', 'It is not @')
        await session.close('/a.note.md')
      })
      assert.deepEqual(warm, cold)
      assert.deepEqual(await life(storage), cold)
      assert.deepEqual(readdirSync(storage).sort(), ['.gitignore', 'files', 'summaries'])
      let paths = Object.keys(texts)
      for (let change = 0; change < 2; change++) {
        let path = paths[pick(paths.length)]
        if (pick(4) === 0) rmSync(join(folder, 'w', path), { force: true })
        else write(join(folder, 'w', path), texts[path][pick(texts[path].length)])
      }
      if (!existsSync(join(folder, 'w/a.note.md'))) write(join(folder, 'w/a.note.md'), texts['/a.note.md'][0])
    }
  })

  it('is not there unless a client gives a folder for it, nor where the option forbids it', async () => {
    let storage = join(folder, 'kept')
    write(join(folder, 'w/a.note.md'), texts['/a.note.md'][0])
    await life()
    assert.deepEqual(readdirSync(folder), ['w'])
    await life(storage)
    assert.ok(existsSync(join(storage, 'summaries')))
    await life(storage, undefined, { files: { cache: false } })
    assert.deepEqual(readdirSync(storage), ['.gitignore'])
  })

  it('is of no weight where it is damaged, or where nothing can be kept', async () => {
    let storage = join(folder, 'kept')
    for (let [path, [text]] of Object.entries(texts)) write(join(folder, 'w', path), text)
    let cold = await life(storage)
    for (let name of ['files', 'summaries']) {
      let bytes = readFileSync(join(storage, name))
      bytes[bytes.length >> 1] ^= 1
      writeFileSync(join(storage, name), bytes)
      assert.deepEqual(await life(storage), cold)
    }
    writeFileSync(join(folder, 'file'), '')
    assert.deepEqual(await life(join(folder, 'file')), cold)
  })
})
