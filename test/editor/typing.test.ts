import assert from 'node:assert'
import { openNew, type } from './support'

describe('typing in a note', () => {
  it('closes brackets and quotation marks, and types over what it closed', async () => {
    let { document } = await openNew('typing.note.md', '')
    await type('She said “yes” [^wire')
    assert.equal(document.getText(), 'She said “yes” [^wire]')
  })
})
