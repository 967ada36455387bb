import assert from 'node:assert'
import { toOffset, toPath } from '../../server/features/convert'
import { documentHighlight } from '../../server/features/document-highlight'
import { references } from '../../server/features/references'
import { typeDefinition } from '../../server/features/type-definition'
import { world } from './support'

/** The references to what the cursor is on are the marked spans, and no others; those marked `own` only with the declaration. */
function checkReferences(source: string) {
  let { workspace, files, path, offset, text } = world(source)
  let found = (declaration: boolean) =>
    (references(workspace, path, offset, declaration) ?? []).map(({ uri, range }) => {
      let target = toPath(uri)
      let at = (place: { line: number; character: number }) => toOffset(text(target), workspace.lines(target), place)
      return `${target} ${at(range.start)}–${at(range.end)}`
    })
  let marked = (own: boolean) =>
    files.flatMap(file =>
      file.marks.filter(({ words }) => own || words !== 'own').map(({ from, to }) => `${file.path} ${from}–${to}`)
    )
  assert.deepEqual(found(true).sort(), marked(true).sort())
  assert.deepEqual(found(false).sort(), marked(false).sort())
}

describe('references', () => {
  it('of an actor are mentions, speakers and fields, by path', () =>
    checkReferences(`
=== /a.note.md
So @mehra said.
    ^^^^^
=== /actors.yaml
mehra: {name: Mehra}
^^^^^ own
union: {memberships: [{of: mehra}]}
                           ^^^^^
=== /b.note.md
So [the minister<|>](@mehra) said [^w, @mehra].
                      ^^^^^
                                        ^^^^^
=== /w.source.md
---
speakers: {Mehra: mehra}
                  ^^^^^
---
`))
  it('of a source, from a citation', () =>
    checkReferences(
      '=== /a.note.md\nIt sails [^wire, p. 2<|>].\n           ^^^^\n=== /sources.yaml\nwire: {}\n^^^^ own\nlog: {origin: wire}\n              ^^^^\n'
    ))
  it('of a source, from anywhere in its front matter', () =>
    checkReferences(
      '=== /a.note.md\nIt sails [^wire].\n           ^^^^\n=== /w.source.md\n---\nkey: wire\n     ^^^^ own\ntitle: Ta<|>lks\n---\nText.\n'
    ))
  it('of a statement, from a link to it', () =>
    checkReferences(
      '=== /a.note.md\nSee [it<|>](b.note.md#kj1).\n                      ^^^\n=== /b.note.md\nGap: x. {#kj1}\n          ^^^ own\n'
    ))
  it('of a statement, from its id', () =>
    checkReferences(
      '=== /a.note.md\nSee [it](b.note.md#kj1).\n                   ^^^\n=== /b.note.md\nGap: x. {#kj1<|>}\n          ^^^ own\n'
    ))
  it('of a statement, through labels: the links, and where the label is defined', () =>
    checkReferences(
      '=== /a.note.md\nSee [it][b], [b].\n    ^^^^^^^\n             ^^^\n\n[b]: b.note.md#kj1\n               ^^^\n=== /b.note.md\nGap: x. {#kj1<|>}\n          ^^^ own\n'
    ))
  it('of a file, from a link by label', () =>
    checkReferences(
      '=== /a.note.md\nSee [b<|>].\n    ^^^^^^\n\n[b]: b.note.md "t"\n     ^^^^^^^^^\n=== /b.note.md\nx\n'
    ))
  it('of a statement, from its words', () =>
    checkReferences(
      '=== /a.note.md\nSee [it](b.note.md#kj1).\n                   ^^^\n=== /b.note.md\nGap: what it cos<|>ts. {#kj1}\n                         ^^^ own\n'
    ))
  it('of an unknown key are where it is used', () =>
    checkReferences('So @nobody<|> and @nobody.\n    ^^^^^^\n                   ^^^^^^\n'))
  it('of a quotation, running text or the text of a source are none', () => {
    checkReferences('“Some words<|> here” [^w] @x\n')
    checkReferences('Some wor<|>ds @x\n')
    checkReferences('=== /w.source.md\n---\ntitle: x\n---\n@me<|>hra\n=== /a.note.md\n@mehra [^w]\n')
  })
})

/** What is highlighted in the file: marked spans, `own` for the declaration. */
function checkHighlight(source: string) {
  let { workspace, files, path, offset, text } = world(source)
  let at = (place: { line: number; character: number }) => toOffset(text(path), workspace.lines(path), place)
  let found = (documentHighlight(workspace, path, offset) ?? []).map(
    ({ range, kind }) => `${at(range.start)}–${at(range.end)}${kind === 3 ? ' own' : ''}`
  )
  let marked = files.find(file => file.path === path)!.marks
  assert.deepEqual(
    found,
    marked.map(({ from, to, words }) => `${from}–${to}${words && ` ${words}`}`)
  )
}

describe('document highlight', () => {
  it('shows an actor in the note alone', () =>
    checkHighlight('So @mehra<|> and [^w, @mehra].\n    ^^^^^\n                       ^^^^^\n=== /b.note.md\n@mehra\n'))
  it('shows a statement and the links to it', () =>
    checkHighlight('See [x](#kj1<|>).\n         ^^^\n\nGap: x. {#kj1}\n          ^^^ own\n'))
  it('shows links by label', () =>
    checkHighlight(
      'See [x][l<|>] and [y](#kj1).\n    ^^^^^^^^^\n                       ^^^\n\nGap: x. {#kj1}\n          ^^^ own\n\n[l]: #kj1\n      ^^^\n'
    ))
  it('shows a record and who names it', () =>
    checkHighlight('=== /actors.yaml\nmehra<|>: {}\n^^^^^ own\nx: {country: mehra}\n             ^^^^^\n'))
  it('shows nothing in running text', () => checkHighlight('So she sa<|>id @x.\n'))
})

/** The type definitions are the marked spans. */
function checkTypeDefinition(source: string) {
  let { workspace, files, path, offset } = world(source)
  let found = typeDefinition(workspace, path, offset, false) as { uri: string }[] | undefined
  let marked = files.filter(file => file.marks.length > 0).map(file => file.path)
  assert.deepEqual((found ?? []).map(({ uri }) => toPath(uri)).sort(), marked.sort())
}

describe('type definition', () => {
  it('is the dossier, where there is one', () =>
    checkTypeDefinition('@mehra<|>\n=== /actors.yaml\nmehra: {}\n=== /x.actor.md\n---\nkey: mehra\n     ^^^^^\n---\n'))
  it('else the record', () => checkTypeDefinition('@mehra<|>\n=== /actors.yaml\nmehra: {}\n^^^^^\n'))
  it('of a citation is the source, not the passage', () =>
    checkTypeDefinition('“sails in May” [^w<|>]\n=== /w.source.md\n---\nkey: w\n     ^\n---\nIt sails in May.\n'))
  it('is none elsewhere', () => checkTypeDefinition('So she sa<|>id.\n'))
})
