import assert from 'node:assert'
import { pastedCitation } from '../../server/core'
import { toRange } from '../../server/features/convert'
import { drop, paste } from '../../server/features/paste'
import { world } from './support'

let support = { documentChanges: true, createFiles: true, versionOf: () => null }

let wire = `
=== /sources/wire.source.md
---
title: Ferry talks
URL: https://strait.example/talks
---
Text.
`

/** What is offered when a text is pasted at the cursor or over the selection: each insertion, and after \`+\` the file it makes. */
function checkPaste(note: string, text: string, ...expected: string[]) {
  let { workspace, path, offset, to } = world(`=== /a.note.md\n${note}\n${wire}`)
  let range = toRange(workspace.lines(path), { from: offset, to })
  let offers = paste(workspace, path, range, text, support, '2031-03-14')
  let shown = offers.map(({ title, insertText, edit }) => {
    let made = edit?.documentChanges?.flatMap(change =>
      'kind' in change && change.kind === 'create' ? change.uri.replace('file://', '') : []
    )
    return `${title}: ${insertText}${made ? ` + ${made.join()}` : ''}`
  })
  assert.deepEqual(shown, expected)
}

describe('pasting', () => {
  it('an address offers the source that has it', () => {
    checkPaste('It sails <|>', 'https://strait.example/talks', 'Cite wire: [^wire]')
    checkPaste('It sails <|>', ' <http://www.strait.example/talks/?utm_source=mail#top>\n', 'Cite wire: [^wire]')
    checkPaste('It sails<|>', 'https://strait.example/talks', 'Cite wire:  [^wire]')
  })
  it('an address that no source has offers a new one', () =>
    checkPaste(
      'It sails <|>',
      'https://strait.example/2031/first-boats.html',
      'Cite it as a new source, first-boats: [^first-boats] + /sources/first-boats.source.md'
    ))
  it('an address over words cites it for them', () =>
    checkPaste('It <|sails in May|>.', 'https://strait.example/talks', 'Cite wire: sails in May [^wire]'))
  it('quoted words with their address offers the quotation, cited', () => {
    for (let text of [
      '“the first boats will sail” https://strait.example/talks',
      '"the first boats\nwill sail"\n\nhttps://strait.example/talks\n',
      'the first boats will sail — https://strait.example/talks',
      'the first boats will sail (https://strait.example/talks)',
      'https://strait.example/talks#:~:text=the%20first%20boats,-will',
      'https://strait.example/talks#:~:text=will,sail'
    ]) {
      let words = text.includes('text=will')
        ? ''
        : text.includes('-will')
          ? '“the first boats” '
          : '“the first boats will sail” '
      checkPaste('She said <|>', text, `Cite wire: ${words}[^wire]`)
    }
  })
  it('words with marks in them are kept together', () =>
    checkPaste('<|>', '“it is “no” promise” https://strait.example/talks', 'Cite wire: “it is ‘no’ promise” [^wire]'))
  it('any other text offers nothing', () => {
    for (let text of [
      'words',
      'see strait.example',
      'javascript:alert(1)',
      'ftp://strait.example/talks',
      'https://',
      'https://a.example https://b.example',
      '12 https://a.example'
    ])
      checkPaste('It sails <|>', text)
  })
  it('where an address is no citation offers nothing', () => {
    for (let note of [
      '---\ntitle: <|>\n---\n',
      '`a <|>b`',
      '[a](b<|>c)',
      '<!-- a<|> -->',
      '[^wi<|>re]',
      '```\n<|>\n```'
    ])
      checkPaste(note, 'https://strait.example/talks')
  })
  it('a text of any shape is read in linear time', () => {
    for (let text of [
      '“'.repeat(9000),
      `${'- '.repeat(4000)}https://a.example/x`,
      `https://a.example/${'(['.repeat(4000)}`
    ])
      pastedCitation(text)
  })
})

describe('dropping', () => {
  let files = `
=== /a.note.md
Te<|>xt.
=== /sub/b c.note.md
---
title: The [other] note
---
=== /sub/d.note.md
=== /mehra.actor.md
---
key: dalia
name: M
---
=== /actors.yaml
a: {name: A}
${wire.trimStart()}`.replace('/sub/b c', '/sub/b-c')
  let check = (dropped: string[], expected: string | undefined) => {
    let { workspace, path } = world(files)
    assert.equal(drop(workspace, path, dropped)?.insertText, expected)
  }
  it('a source cites it', () => check(['/sources/wire.source.md'], '[^wire]'))
  it('an actor mentions it', () => check(['/mehra.actor.md'], '@dalia'))
  it('a note links to it', () => {
    check(['/sub/b-c.note.md'], '[The \\[other\\] note](sub/b-c.note.md)')
    check(['/sub/d.note.md'], '[d.note.md](sub/d.note.md)')
  })
  it('several name them all', () => check(['/sources/wire.source.md', '/mehra.actor.md'], '[^wire] @dalia'))
  it('anything else is the editor’s', () => {
    for (let path of ['/actors.yaml', '/a.note.md', '/picture.png', '/nowhere.source.md']) check([path], undefined)
    check([], undefined)
    check(['/sources/wire.source.md', '/actors.yaml'], undefined)
  })
})
