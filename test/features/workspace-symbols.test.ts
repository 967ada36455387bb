import assert from 'node:assert'
import { Workspace } from '../../server/core'
import { workspaceSymbol } from '../../server/features/workspace-symbols'
import { done, world } from './support'

let files = `
=== /actors.yaml
mehra: {name: Dalia Mehra, alias: [the Harbour Master]}
tolen: {name: Brannoc Tolén}
harl: {name: Harl Ottersby}
=== /w.source.md
---
title: Harbour talks end
---
Harbour this, harbour that.
=== /a.note.md
# The harbour

Judgement: The harbour opens. {#kj1}
- For: harbour pilots [^w].

Fact: @mehra [left](@tolen) [^w, @harl].

Gap: What the pilots want.
`

/** The symbols a query finds, best first, each with where it is from. */
function checkSymbols(query: string, ...expected: string[]) {
  let { workspace } = world(files)
  let found = done(workspaceSymbol(workspace, query))
  assert.deepEqual(
    found.map(({ name, containerName }) => `${name} (${containerName})`),
    expected
  )
  for (let { name } of found) assert.ok(holdsLetters(name, query), `${name} would not be shown for ${query}`)
}

// What VS Code and other clients keep of an answer: names with the typed letters in their order. Accents count.
function holdsLetters(name: string, query: string) {
  let at = 0
  for (let letter of query.toLowerCase().replace(/\s/g, '')) {
    at = name.toLowerCase().indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

describe('workspace symbols', () => {
  it('are ranked: what begins so, what has a word that does, what holds the letters', () =>
    checkSymbols(
      'har',
      'Harl Ottersby (@harl)',
      'Harbour talks end (^w)',
      'Dalia Mehra · the Harbour Master (@mehra)',
      'Judgement: The harbour opens. (#kj1)',
      'The harbour (a.note.md)'
    ))
  it('are found without accents', () => checkSymbols('TOLEN', 'Brannoc Tolén · @tolen (@tolen)'))
  it('are found by key', () => checkSymbols('@tolen', 'Brannoc Tolén · @tolen (@tolen)'))
  it('are found by id', () => checkSymbols('#kj1', 'Judgement: The harbour opens. · #kj1 (#kj1)'))
  it('are found by another name, and show it', () =>
    checkSymbols('harbour mas', 'Dalia Mehra · the Harbour Master (@mehra)'))
  it('are found by words as they are read', () => checkSymbols('left', 'Fact: @mehra left. (a.note.md)'))
  it('are found by letters in their order', () => checkSymbols('brtln', 'Brannoc Tolén (@tolen)'))
  it('by letters that begin with a word', () => checkSymbols('talend', 'Harbour talks end (^w)'))
  it('are none for what nothing holds', () => checkSymbols('zzz'))
  it('are none for a sign alone', () => checkSymbols('@'))
  it('are all of them when nothing is typed, in order of kind', () =>
    assert.equal(done(workspaceSymbol(world(files).workspace, '')).length, 8))
  it('are at most as many as asked for', () =>
    assert.equal(done(workspaceSymbol(world(files).workspace, '', 3)).length, 3))
  it('follow the files as they change', () => {
    let workspace = new Workspace()
    workspace.set('/a.note.md', '# Old quay')
    let names = () => done(workspaceSymbol(workspace, 'quay')).map(({ name }) => name)
    assert.deepEqual(names(), ['Old quay'])
    workspace.set('/a.note.md', '# New quay')
    assert.deepEqual(names(), ['New quay'])
    workspace.delete('/a.note.md')
    assert.deepEqual(names(), [])
  })
})
