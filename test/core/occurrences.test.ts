import assert from 'node:assert'
import { type Occurrence, occurrenceAt, occurrencesOf, parseNote, type Subject, Workspace } from '../../server/core'
import { fixture } from '../fixture'
import { random } from '../random'

/** Everything written for what stands at the cursor, over all files: the marked spans, with their forms, and no others. */
function checkOccurrences(source: string) {
  let { workspace, files, cursor } = read(source)
  let at = occurrenceAt(workspace, cursor!.path, cursor!.from)
  assert.ok(at, 'nothing stands there')
  let found = occurrencesOf(workspace, at.subject)
  let expected = files.flatMap(({ path, marks }) =>
    marks.map(({ from, to, words }) => `${path} ${from}–${to} ${words}`)
  )
  assert.deepEqual(found.map(show).sort(), expected.sort())
}

let show = ({ path, from, to, form, whole }: Occurrence) => `${path} ${from}–${to} ${form}${whole ? ' (whole)' : ''}`

function read(source: string) {
  let { files, cursor } = fixture(/^\n?=== /.test(source) ? source : `=== /a.note.md\n${source}`)
  let workspace = new Workspace()
  // No file is open: what is known of closed ones must do.
  for (let { path, text } of files) workspace.set(path, text)
  return { workspace, files, cursor }
}

describe('occurrences', () => {
  it('of an actor: mentions, speakers, its record, and fields of other records', () =>
    checkOccurrences(`
=== /a.note.md
So @mehra<|> said, and [she](@mehra) again [^w, @mehra].
    ^^^^^ mention
                              ^^^^^ mention
                                                 ^^^^^ speaker
Not \`@mehra\`, not mehra, not @mehra2.
=== /actors.yaml
mehra:
^^^^^ key
  name: Mehra
union:
  memberships: [{of: mehra}, {of: tolen}]
                     ^^^^^ field
  positions:
    - title: Chair
      of: "@mehra"
            ^^^^^ field
port: {name: Port, country: "mehra"}
                             ^^^^^ field
=== /w.source.md
---
speakers:
  mehra: mehra
         ^^^^^ field
  Tolen: tolen
---
mehra: I said so, @mehra.
`))
  it('of an actor in a dossier, by its name or a key in it', () => {
    checkOccurrences(`
=== /a.note.md
So @mehra<|> said.
    ^^^^^ mention
=== /x.actor.md
---
key: 'mehra'
      ^^^^^ key
---
She is @mehra.
        ^^^^^ mention
`)
    let { workspace } = read('=== /mehra.actor.md\n---\nname: Mehra\n---\n=== /a.note.md\n@mehra')
    assert.deepEqual(occurrencesOf(workspace, { kind: 'actor', key: 'mehra' }).map(show), [
      '/a.note.md 1–6 mention',
      '/mehra.actor.md 0–0 file name'
    ])
  })
  it('of both records of a key', () =>
    checkOccurrences('=== /a.actors.yaml\nm<|>: {}\n^ key\n=== /b.actors.yaml\n"@m": {}\n  ^ key\n'))
  it('written with escapes are told whole', () =>
    checkOccurrences('=== /actors.yaml\nm<|>: {}\n^ key\nx:\n  country: "\\x6d"\n           ^^^^^^ field (whole)\n'))
  it('of a source: citations, records and origins', () =>
    checkOccurrences(`
=== /a.note.md
It sails [^w:1<|>, p. 2], "and so" it does [^w:1][^w].
           ^^^ citation
                                             ^^^ citation
=== /more.bib
@article{w:1, title = {w:1}}
         ^^^ key
=== /x.csl.json
[{"id": "w:1"}]
         ^^^ key
=== /sources.yaml
other: {origin: w:1, title: w:1}
                ^^^ field
`))
  it('of a statement: its id and links from everywhere', () =>
    checkOccurrences(`
=== /sub/a.note.md
Judgement: It sails. {#kj1<|> by=2031}
                       ^^^ id

See [it](#kj1), [file](a.note.md).
          ^^^ link
=== /b.note.md
See [it](sub/a.note.md#kj1 "a title") and [mine](#kj1) and [other](<sub/a.note.md#kj1>).
                       ^^^ link
                                                                                  ^^^ link
`))
  it('of a statement that is linked to by label: where the label is defined, used or not', () =>
    checkOccurrences(`
=== /a.note.md
See [it][one], [One], [two][] and ![a picture][two].

[one]: <b.note.md#kj1<|>> "kj1"
                  ^^^ link
[two]:
  b.note.md#kj1
            ^^^ link
[ONE]: b.note.md#kj1
> [three]: b.note.md#kj1
                     ^^^ link
\`[four]: b.note.md#kj1\`
=== /b.note.md
Gap: x {#kj1}
         ^^^ id
`))
  it('of a heading, by its words', () =>
    checkOccurrences(
      'See [it](#the-quay<|>).\n          ^^^^^^^^ link\n\n# The quay\n  ^^^^^^^^ heading\n\nText. {#other}\n'
    ))
  it('of a file', () =>
    checkOccurrences(
      '=== /x/a.note.md\nSee [it](../b%20c.note.md<|>#kj1), [out](https://b.example/b c.note.md).\n         ^^^^^^^^^^^^^^^^ link\n=== /b c.note.md\nGap: x {#kj1}\n'
    ))

  it('are those of the texts, after any series of changes', () => {
    let pick = random(11)
    let keys = ['arven', 'mehra']
    let texts = [
      '@arven, [x](@mehra) [^w, @arven] [l](b.note.md#s)',
      'Gap: [^w][^w] {#s}\n- For: @arven [y](#s) [y]\n\n[y]: b.note.md#s',
      '# S\n\n[z](a.note.md) @mehra.',
      ''
    ]
    let paths = ['/a.note.md', '/b.note.md', '/arven.actor.md']
    for (let round = 0; round < 40; round++) {
      let workspace = new Workspace()
      let state = new Map<string, string>()
      for (let step = 0; step < 15; step++) {
        let path = paths[pick(paths.length)]
        let text = texts[pick(texts.length)]
        if (pick(5) === 0) {
          state.delete(path)
          workspace.delete(path)
        } else {
          state.set(path, text)
          workspace.set(path, text, pick(2) === 0)
        }
      }
      for (let key of keys) {
        let expected = [...state].flatMap(([path, text]) => {
          let note = parseNote(text)
          let speakers = note.citations.flatMap(({ speaker }) =>
            speaker ? [{ key: speaker.key, from: speaker.to - speaker.key.length, to: speaker.to }] : []
          )
          return [...note.mentions.map(own => ({ key: own.key, ...own.keySpan })), ...speakers]
            .filter(own => own.key === key)
            .map(({ from, to }) => `${path} ${from}–${to}`)
        })
        let subject: Subject = { kind: 'actor', key }
        let found = occurrencesOf(workspace, subject).filter(({ form }) => form === 'mention' || form === 'speaker')
        assert.deepEqual(found.map(({ path, from, to }) => `${path} ${from}–${to}`).sort(), expected.sort())
        assert.equal(workspace.mentionCount(key), expected.length)
      }
    }
  })
})
