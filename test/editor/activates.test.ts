import assert from 'node:assert'
import * as vscode from 'vscode'
import { openNew, waitFor } from './support'

describe('the extension', () => {
  it('is active once a note is open', async () => {
    await openNew('new.note.md', '# New\n')
    await waitFor('the extension is active', () => vscode.extensions.getExtension('provenote.provenote')?.isActive)
  })

  it('knows its files by their names', async () => {
    for (let [path, languageId] of [
      ['a.note.md', 'provenote'],
      ['a.actor.md', 'provenote'],
      ['a.source.md', 'provenote-source'],
      ['README.md', 'markdown']
    ]) {
      let { document } = await openNew(path, '# Title\n')
      assert.equal(document.languageId, languageId, path)
    }
  })
})
