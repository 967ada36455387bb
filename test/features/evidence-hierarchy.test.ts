import assert from 'node:assert'
import type { CallHierarchyItem } from 'vscode-languageserver-types'
import { incomingCalls, outgoingCalls, prepareCallHierarchy } from '../../server/features/evidence-hierarchy'
import { world } from './support'

let brief = `
=== /brief.note.md
Judgement: It is likely to sail. {#kj1}
- For: @mehra said so [^wire][^wire].
- For: see [the freight](base.note.md#f1).
- Against: the union [^weekly].
- Because: one source.

Forecast: It sails in May, as [the first](#kj1) says.
=== /base.note.md
Fact: Freight fell [^wire]. {#f1}

Gap: What [it](brief.note.md#kj1) costs.

Running text about [it](brief.note.md#kj1).
=== /sources.yaml
wire: {title: Talks end}
`

/** What bears on the statement at the cursor, and what rests on it, each with its detail. */
function checkEvidence(source: string, supporting: string[], resting: string[]) {
  let { workspace, path, offset } = world(source)
  let [item] = prepareCallHierarchy(workspace, path, offset) ?? []
  assert.ok(item)
  let show = ({ name, detail }: CallHierarchyItem) => `${name} | ${detail}`
  assert.deepEqual(
    (incomingCalls(workspace, item) ?? []).map(({ from }) => show(from)),
    supporting
  )
  assert.deepEqual(
    (outgoingCalls(workspace, item) ?? []).map(({ to }) => show(to)),
    resting
  )
}

describe('the hierarchy of evidence', () => {
  it('shows what speaks for and against a statement, and what rests on it in any note', () =>
    checkEvidence(
      brief.replace('likely', 'li<|>kely'),
      [
        'For: @mehra said so [^wire][^wire]. | for · brief.note.md',
        'For: see [the freight](base.note.md#f1). | for · brief.note.md',
        'Against: the union [^weekly]. | against · brief.note.md',
        'Because: one source. | basis of confidence · brief.note.md'
      ],
      [
        'Gap: What [it](brief.note.md#kj1) costs. | for · base.note.md',
        'Forecast: It sails in May, as [the first](#kj1) says. | for · brief.note.md'
      ]
    ))
  it('goes on from an item to its sources, once each, and back to the statement', () =>
    checkEvidence(
      brief.replace('said so', 'sa<|>id so'),
      ['“Talks end” | for · ^wire'],
      ['Judgement: It is likely to sail. | for · #kj1 · brief.note.md']
    ))
  it('goes on to a statement in another note', () =>
    checkEvidence(
      brief.replace('see', 's<|>ee'),
      ['Fact: Freight fell [^wire]. | for · #f1 · base.note.md'],
      ['Judgement: It is likely to sail. | for · #kj1 · brief.note.md']
    ))
  it('says that an item is against', () =>
    checkEvidence(
      brief.replace('the union', 'the un<|>ion'),
      [],
      ['Judgement: It is likely to sail. | against · #kj1 · brief.note.md']
    ))
  it('shows what rests on a source', () =>
    checkEvidence(
      brief.replace('[^wire][', '[^wi<|>re]['),
      [],
      [
        'Fact: Freight fell [^wire]. | for · #f1 · base.note.md',
        'For: @mehra said so [^wire][^wire]. | for · brief.note.md'
      ]
    ))
  it('is none in running text', () => {
    let { workspace, path, offset } = world(brief.replace('Running', 'Run<|>ning'))
    assert.equal(prepareCallHierarchy(workspace, path, offset), undefined)
  })
  it('finds a statement again when the note has grown', () => {
    let { workspace, path, offset, text } = world(brief.replace('in May', 'in M<|>ay'))
    let [item] = prepareCallHierarchy(workspace, path, offset)!
    workspace.set(path, `Gap: One more.\n\n${text(path)}`, true)
    assert.deepEqual(
      incomingCalls(workspace, item)?.map(({ from }) => from.detail),
      ['for · #kj1 · brief.note.md']
    )
  })
})
