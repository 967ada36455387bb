import assert from 'node:assert'
import { type CheckOptions, checkFile, Workspace } from '../../server/core'
import { fixture } from '../fixture'

let files = `
=== /w/a.note.md
Gap: Where @nobody is.

Orr said “the boats will sail in June” [^wire]. Orr said “the crew was paid twice” [^wire].

<!-- provenote-ignore quote-altered -- the letter has it so -->
Orr said “the rope was cut in winter” [^wire].
=== /w/actors.yaml
orr:
  name: Orr
=== /w/wire.source.md
---
title: Wire
---
The boats will sail in May. The rope was cut in spring.
=== /w/leaf.source.md
---
title: Leaf
---
The crew was paid twice.
`

function checked(workspace: Workspace, asked: CheckOptions): string[] {
  let work = checkFile(workspace, '/w/a.note.md', fixture(files).files[0].text, asked)
  for (let step = work.next(); ; step = work.next())
    if (step.done) return step.value.findings.map(({ rule, from }) => `${rule} ${from}`)
}
let quotes = (findings: string[]) => findings.filter(own => own.startsWith('quote-'))

describe('a check at once', () => {
  it('says of quotations what takes no search, and all else', () => {
    let workspace = new Workspace()
    for (let { path, text } of fixture(files).files) workspace.set(path, text)
    let first = checked(workspace, { atOnce: true })
    let whole = checked(workspace, {})
    assert.deepEqual(quotes(whole).length, 2)
    assert.deepEqual(
      first,
      whole.filter(own => !own.startsWith('quote-'))
    )
    // Now everything is known.
    assert.deepEqual(checked(workspace, { atOnce: true }), whole)
  })
  it('keeps what was known of the sources that did not change', () => {
    let workspace = new Workspace()
    for (let { path, text } of fixture(files).files) workspace.set(path, text)
    let whole = checked(workspace, {})
    workspace.set('/w/third.source.md', '---\ntitle: Third\n---\nNothing.')
    assert.deepEqual(checked(workspace, { atOnce: true }), whole)
    workspace.set('/w/leaf.source.md', '---\ntitle: Leaf\n---\nNothing.')
    assert.deepEqual(quotes(checked(workspace, { atOnce: true })), quotes(whole).slice(0, 1))
    assert.deepEqual(quotes(checked(workspace, {})).length, 2)
  })
})
