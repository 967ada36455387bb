import assert from 'node:assert'
import type { CodeAction } from 'vscode-languageserver-types'
import { codeActions } from '../../server/features/code-actions'
import { toOffset, toPosition } from '../../server/features/convert'
import { findSupport } from '../../server/features/find-support'
import { done, people, world } from './support'

let sources = `
=== /report.source.md
---
title: Readiness of the port
publisher: Port Survey
issued: 2031-02-10
---
Two of the four chambers have been refitted, which gives 310 pallet places in working order.

The ramp was tested on 21 January. With the deck relaid, the ramp is fit for lorries.
=== /hearing.source.md
---
title: A hearing
issued: 2031-02-26
speakers: {Mehra: mehra}
regions: [{kind: boilerplate, from: "All rights"}]
---
Chair: What of the ramp?

Mehra: I drove over the ramp myself, and a lorry went before me.

All rights to the ramp and its lorry are reserved.
=== /paper.source.md
---
title: The union and the ramp
issued: 2031-03-01
---
The union and the ramp

The Dock Workers’ Union counts 12,400 crates on the quay. Nobody has counted 124 of anything.
`

/** The passages found, with what they share and the note's line once they are cited. */
function check(note: string, ...expected: string[]) {
  let { workspace, path, offset, text } = world(`=== /a.note.md\n${note}\n${people}${sources}`)
  let found = done(findSupport(workspace, path, offset))
  let whole = text(path)
  let lines = workspace.lines(path)
  let shown = found?.passages.map(({ words, why, edit: { range, newText } }) => {
    let at = toOffset(whole, lines, range.start)
    let line = (whole.slice(0, at) + newText + whole.slice(at)).slice(lines[range.start.line]).split('\n')[0]
    return `${words} | ${why} | ${line}`
  })
  assert.deepEqual(shown ?? ['no sentence'], expected)
}

describe('find support', () => {
  it('by a figure and rare words', () =>
    check(
      'Cold storage is down to 310 pal<|>let places.',
      'Two of the four chambers have been refitted, which gives 310 pallet places in working order. | 310; pallet; places | Cold storage is down to 310 pallet places [^report].'
    ))
  it('by who speaks, and by other forms of a word', () =>
    check(
      '@mehra said that she drove lorries over the ramp.<|>',
      'Mehra: I drove over the ramp myself, and a lorry went before me. | both name Dalia Mehra; drove; lorries; ramp | @mehra said that she drove lorries over the ramp [^hearing].',
      'With the deck relaid, the ramp is fit for lorries. | lorries; ramp | @mehra said that she drove lorries over the ramp [^report].'
    ))
  it('by a name without a mention, and a figure written otherwise', () =>
    check(
      'At the quay there are 12 400 crates, says the Dock Workers’ Union<|>.',
      'The Dock Workers’ Union counts 12,400 crates on the quay. | both name Dock Workers’ Union; 12 400; quay; crates | At the quay there are 12 400 crates, says the Dock Workers’ Union [^paper].'
    ))
  it('by a figure with its scale behind it, and by a time', () =>
    check(
      'The reserves stood at $11.3bn at 06:30<|>.\n=== /bank.source.md\n<!-- p. 3 -->\nAt 06:30 the reserves came to 11.3 billion dollars.',
      'At 06:30 the reserves came to 11.3 billion dollars. | 11.3; 06:30; reserves | The reserves stood at $11.3bn at 06:30 [^bank].'
    ))
  it('by a date in another order', () =>
    check(
      'Fact: The ramp was tested on January 21<|>.',
      'The ramp was tested on 21 January. | January 21; tested; ramp | Fact: The ramp was tested on January 21 [^report].'
    ))
  it('finds nothing that shares one word, and nothing where no sentence stands', () => {
    check('Nothing is known of the chambers<|>.')
    check('One.\n\n<|>\n\nTwo.', 'no sentence')
  })
})

describe('code actions on a sentence without a source', () => {
  let support = {
    relatedInformation: true,
    pages: 'file:///rules',
    documentChanges: true,
    createFiles: true,
    versionOf: () => 1
  }
  function actions(note: string, findSupport?: string): CodeAction[] {
    let { workspace, path, offset } = world(`=== /a.note.md\n${note}\n${people}${sources}`)
    let at = toPosition(workspace.lines(path), offset)
    return done(
      codeActions(workspace, path, { range: { start: at, end: at }, diagnostics: [] }, { ...support, findSupport })
    )
  }
  it('cite the likely passage, or ask for more where the client can', () => {
    let note = 'Cold storage there is down to <|>310 pallet places.'
    let titles = (found: CodeAction[]) => found.map(action => action.title)
    assert.deepEqual(titles(actions(note)), [
      'Cite report: “Two of the four chambers have been refitted, … gives 310 pallet places in working order.”',
      'Mark the paragraph as common knowledge'
    ])
    let last = actions(note, 'provenote.findSupport').at(-1)!
    assert.equal(last.title, 'Find support…')
    assert.deepEqual(last.command?.arguments, ['file:///a.note.md', { line: 0, character: 30 }])
  })
})
