import assert from 'node:assert'
import type { Location } from 'vscode-languageserver-types'
import { defaultOptions } from '../../server/core/options'
import { codeLens, codeLensResolve } from '../../server/features/code-lens'
import { world } from './support'

let strait = `
=== /brief.note.md
Judgement: It sails [^wire]. {#kj1}
- For: @mehra said “it sails in May” [^wire] and so did others [^weekly][^log].
- Against: the union [^blog].

Gap: What it costs.

Assumption: The insurers stay.
=== /actors.yaml
mehra: {name: Mehra}
union: {memberships: [{of: arven}]}
arven: {}
=== /sources.yaml
wire: {origin: briefing}
weekly: {origin: briefing}
log: {title: Log}
unused: {title: Unused}
`

/** Line and words of each lens in a file, with how many places open from it. */
function checkLenses(path: string, ...expected: string[]) {
  let { workspace, text } = world(strait)
  workspace.set(path, text(path), true)
  let shown = (codeLens(workspace, path) ?? []).map(lens => {
    assert.equal(lens.command, undefined)
    let { title, command, arguments: args } = codeLensResolve(workspace, lens, 'show').command!
    let places = args?.[2] === undefined ? '' : ` (${(args[2] as Location[]).length})`
    return `${lens.range.start.line}: ${title}${command}${places}`
  })
  assert.deepEqual(shown, expected)
}

describe('code lenses', () => {
  it('say how much bears on a statement, and open where its sources are cited', () =>
    checkLenses('/brief.note.md', '0: 3 sources, 2 origins, 1 againstshow (5)', '6: no source'))
  it('say how often an actor is mentioned', () =>
    checkLenses('/actors.yaml', '0: 1 mentionshow', '1: not mentioned', '2: not mentionedshow'))
  it('say how often a source is cited and quoted', () =>
    checkLenses(
      '/sources.yaml',
      '0: 2 citations, 1 quotationshow',
      '1: 1 citationshow',
      '2: 1 citationshow',
      '3: not cited'
    ))
  it('name no command to a client that has none', () => {
    let { workspace, text } = world(strait)
    workspace.set('/actors.yaml', text('/actors.yaml'), true)
    let [lens] = codeLens(workspace, '/actors.yaml')!
    assert.deepEqual(codeLensResolve(workspace, lens, undefined).command, { title: '1 mention', command: '' })
  })
  it('are only those that somebody wants', () => {
    let { workspace, text } = world(strait)
    workspace.configure({ ...defaultOptions, lenses: { statements: false, actors: false, sources: false } })
    for (let path of ['/brief.note.md', '/actors.yaml', '/sources.yaml']) {
      workspace.set(path, text(path), true)
      assert.deepEqual(codeLens(workspace, path), [])
    }
  })
  it('follow the notes as they change', () => {
    let { workspace, text } = world(strait)
    workspace.set('/actors.yaml', text('/actors.yaml'), true)
    let [lens] = codeLens(workspace, '/actors.yaml')!
    let title = () => codeLensResolve(workspace, lens, undefined).command?.title
    workspace.set('/more.note.md', '@mehra [^wire, @mehra]')
    assert.equal(title(), '3 mentions')
    workspace.delete('/more.note.md')
    workspace.delete('/brief.note.md')
    assert.equal(title(), 'not mentioned')
  })
})
