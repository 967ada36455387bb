import assert from 'node:assert'
import { fixture } from './fixture'

describe('fixture', () => {
  it('leaves money, tables and carets in running text alone', () => {
    let f = fixture('EPS was $0.05 | $0 | x^2\n| a | b |\n|---|---|\n')
    assert.deepEqual(f.files[0].marks, [])
    assert.equal(f.cursor, undefined)
    assert.equal(f.files[0].text, 'EPS was $0.05 | $0 | x^2\n| a | b |\n|---|---|\n')
  })
  it('reads a cursor', () => {
    let f = fixture('see [[al<|>pha]]\n')
    assert.equal(f.files[0].text, 'see [[alpha]]\n')
    assert.deepEqual(f.cursor, { path: '/note.md', from: 8, to: 8 })
  })
  it('reads a range', () => {
    let f = fixture('see [[<|alpha|>]]\n')
    assert.equal(f.files[0].text, 'see [[alpha]]\n')
    assert.deepEqual(f.cursor, { path: '/note.md', from: 6, to: 11 })
  })
  it('reads files and caret marks', () => {
    let f = fixture(`
=== /a.md
He said "all is well".
        ^^^^^^^^^^^^^ quote-not-found
=== /b.md
nothing
`)
    assert.deepEqual(
      f.files.map(x => x.path),
      ['/a.md', '/b.md']
    )
    let m = f.files[0].marks[0]
    assert.equal(f.files[0].text.slice(m.from, m.to), '"all is well"')
    assert.equal(m.words, 'quote-not-found')
  })
  it('moves caret marks left with a cut cursor, on its line and after', () => {
    for (let written of ['<|>alpha', 'al<|>pha', '<|alpha|>']) {
      let f = fixture(`x ${written} beta\n  ${' '.repeat(written.length + 1)}^^^^ here\nbeta\n^^^^ again\n`)
      assert.deepEqual(
        f.files[0].marks.map(m => f.files[0].text.slice(m.from, m.to)),
        ['beta', 'beta']
      )
      assert.equal(f.files[0].text, 'x alpha beta\nbeta\n')
    }
  })
  it('does not take a setext underline for a file header', () => {
    assert.equal(fixture('Title\n===\ntext\n').files.length, 1)
    assert.equal(fixture('Title\n=== \ntext\n').files.length, 1)
  })
})
