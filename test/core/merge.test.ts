import assert from 'node:assert'
import { isRefusal, mergeActors } from '../../server/core'
import { toChange } from '../../server/features/convert-change'
import { applied, type Files } from '../features/apply'
import { world } from '../features/support'

let support = { documentChanges: true, createFiles: true, deleteFiles: true, annotations: true, versionOf: () => null }

function merged(source: string, gone = 'dalia', kept = 'mehra') {
  let { workspace, files } = world(source)
  let before: Files = new Map(files.map(({ path, text }) => [path, text]))
  return { workspace, before, change: mergeActors(workspace, gone, kept, before) }
}

/** The files, in the fixture's notation, once `dalia` has become `mehra`. */
function checkMerge(source: string, expected: string) {
  let { workspace, before, change } = merged(source)
  if (isRefusal(change)) throw Error(change.refused)
  let edit = toChange(workspace, change, support, 'Merge', true)!
  assert.ok(Object.values(edit.changeAnnotations!).every(own => own.needsConfirmation))
  let after = [...applied(edit, before)].map(([path, text]) => `=== ${path}\n${text}`).join('')
  assert.equal(after, expected.replace(/^\n/, ''))
}

function checkRefused(source: string, expected: RegExp, gone?: string, kept?: string) {
  let { change } = merged(source, gone, kept)
  assert.match(isRefusal(change) ? change.refused : 'merged', expected)
}

describe('merging two actors', () => {
  it('re-keys what names the one, and the other takes over its names', () =>
    checkMerge(
      `
=== /a.note.md
@dalia and [her](@dalia) and @mehra [^w, @dalia].
=== /actors.yaml
# People
mehra:
  schema: Person
  name: Dalia Mehra # the minister
  weakAlias: Mehra

# The same?
dalia:
  name: D. Mehra
  alias: [Dalia Mehra, "Minister, the"]
  weakAlias: [Mehra, Dalia]

tolen: {name: Tolen, memberships: [{of: dalia}]}
=== /w.source.md
---
speakers: {D: dalia}
---
`,
      `
=== /a.note.md
@mehra and [her](@mehra) and @mehra [^w, @mehra].
=== /actors.yaml
# People
mehra:
  schema: Person
  name: Dalia Mehra # the minister
  alias: [D. Mehra, "Minister, the"]
  weakAlias: [Mehra, Dalia]

# The same?
tolen: {name: Tolen, memberships: [{of: mehra}]}
=== /w.source.md
---
speakers: {D: mehra}
---
`
    ))
  it('unites lists, as they are written, and takes over fields the other has none of', () =>
    checkMerge(
      `
=== /actors.yaml
dalia:
  name: Dalia
  summary: >
    A minister,
    and more.
  country: arven
  positions:
    - {title: Minister, of: arven, from: 2029-06-01}
    - title: Chair
      from: 2020
mehra:
  name: Mehra
  alias:
    - M.
    - MM.
  country:
  positions:
    - {title: Chair, from: 2020}
`,
      `
=== /actors.yaml
mehra:
  name: Mehra
  summary: "A minister, and more."
  alias:
    - Dalia
    - M.
    - MM.
  country: arven
  positions:
    - {title: Minister, of: arven, from: 2029-06-01}
    - {title: Chair, from: 2020}
`
    ))
  it('writes into a mapping on one line, and an empty one', () => {
    checkMerge(
      '=== /actors.yaml\nmehra: {name: M, schema: Person}\ndalia: {name: D}\n',
      '=== /actors.yaml\nmehra: {name: M, alias: [D], schema: Person}\n'
    )
    checkMerge('=== /actors.yaml\nmehra: {}\ndalia: {name: D}\n', '=== /actors.yaml\nmehra: {alias: [D]}\n')
    checkMerge('=== /actors.yaml\nmehra:\ndalia: {name: D}\n', '=== /actors.yaml\nmehra: {alias: [D]}\n')
  })
  it('takes away a dossier without a text, and has links to it lead to the other', () =>
    checkMerge(
      '=== /x/a.note.md\n[her](../dalia.actor.md)\n=== /dalia.actor.md\n---\ntitle: Her\nname: D\n---\n\n=== /s/mehra.actor.md\n---\nname: M\n---\nText of @dalia.\n',
      '=== /x/a.note.md\n[her](../s/mehra.actor.md)\n=== /s/mehra.actor.md\n---\nalias: [D]\nname: M\n---\nText of @mehra.\n'
    ))
  it('leaves a record that read no further: the merged registry has one actor and no finding', () => {
    let { workspace, before, change } = merged('=== /actors.yaml\nmehra:\n  name: Mehra\ndalia:\n  name: Dalia\n')
    if (isRefusal(change)) throw Error(change.refused)
    for (let [path, text] of applied(toChange(workspace, change, support, 'Merge')!, before)) workspace.set(path, text)
    assert.deepEqual([...workspace.actorKeys()], ['mehra'])
    assert.deepEqual(workspace.actor('mehra')?.alias, ['Dalia'])
    assert.deepEqual(workspace.actor('mehra')?.problems, [])
  })

  it('is refused where they differ in an identifier or another fact', () => {
    let two = (one: string, other: string) => `=== /actors.yaml\nmehra: {name: M, ${one}}\ndalia: {name: D, ${other}}\n`
    checkRefused(two('wikidataId: Q1', 'wikidataId: Q2'), /differ in `wikidataId`: Q2 for @dalia, Q1 for @mehra/)
    checkRefused(two('leiCode: A1', 'leiCode: A2'), /differ in `leiCode`/)
    checkRefused(two('schema: Person', 'schema: Country'), /differ in `schema`/)
    checkRefused(two('schema: Person', 'schema: LegalEntity'), /^merged/)
    checkRefused(two('country: arven', 'country: "@arven"'), /^merged/)
  })
  it('is refused where one names the other, where a text would be lost, and where there are not two', () => {
    checkRefused('=== /actors.yaml\nmehra: {name: M, memberships: [{of: dalia}]}\ndalia: {name: D}\n', /they are two/)
    checkRefused(
      '=== /actors.yaml\nmehra: {name: M}\n=== /dalia.actor.md\n---\nname: D\n---\nText.\n',
      /has a text of its own/
    )
    checkRefused('=== /actors.yaml\nmehra: {name: M}\n', /@dalia has no record/)
    checkRefused(
      '=== /actors.yaml\nmehra: {name: M}\ndalia: {name: D}\n=== /b.actors.yaml\ndalia: {name: D}\n',
      /2 records/
    )
    checkRefused('=== /actors.yaml\nmehra: {name: M}\n', /these are one/, 'mehra', 'mehra')
    checkRefused('=== /actors.yaml\n{mehra: {name: M}, dalia: {name: D}}\n', /lines of its own/)
  })
})
