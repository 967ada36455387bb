import assert from 'node:assert'
import { continuations, Workspace } from '../../server/core'
import { verdictsOf } from '../../server/core/check'
import { done } from '../features/support'

let hard = `---
key: hard
---
“It is a *promise* to nobody,” said the man [in the hat](https://hat.example/a_b) at Pier_4. “Nobody, ‘not one’, was asked.”

The U.S. consul \\[sic\\] had the crew’s list — 38 names, 12,400 crates; and @karsa was *not* on
it. Co­operation of sur\u00advey\u00adors is <b>agreed</b> in the first annex (see p. 4)…

<!-- p. 2 -->

A second page begins, "in straight marks, with ‘inner’ ones," and goes on | for long: \`code\` & more {here}.

| year | tonnes of fruit |
|---|---|
| 2030 | 3,200 fresh tonnes |

Остров ждёт парома, а паром ждёт бумаги. Naïve cafés & ﬁrst ﬂoors – don't “be” late!
`

let closing: { [mark: string]: string } = { '“': '”', '"': '"' }

describe('continuations', () => {
  // Begins a quotation at every word, breaks it off at every place of a few words, and writes down what is offered.
  it('of any words of a source make a quotation that verifies', () => {
    let workspace = new Workspace()
    workspace.set('/hard.source.md', hard)
    let folded = workspace.captured('hard')!.folded().text
    let offered = 0
    for (let found of folded.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
      for (let length of [6, 9, 14, 23]) {
        let typed = folded.slice(found.index, found.index + length)
        // What Markdown or our markup would read as a mark is for the writer to escape.
        if (/[[\]@|<>`{}]/.test(typed)) continue
        for (let { rest } of done(continuations(workspace, { typed, first: [] }))) {
          for (let mark of ['“', '"']) {
            let text = `They say ${mark}${typed}${rest}${closing[mark]} [^hard].\n`
            workspace.set('/a.note.md', text, true)
            let note = workspace.note('/a.note.md')!
            let [verdict] = done(verdictsOf(workspace, note))
            // An ellipsis of the source's own reads as one of the writer's.
            assert.match(
              `${verdict?.kind}: ${text}`,
              /\.{3}|…/.test(text) ? /^(?:exact|folded|edited)/ : /^(?:exact|folded)/
            )
            assert.deepEqual([note.problems, note.quotations.length, note.mentions], [[], 1, []], text)
          }
          offered++
        }
      }
    }
    assert.ok(offered > 300, String(offered))
  })

  it('ask for two words or a long one', () => {
    let workspace = new Workspace()
    workspace.set('/a.source.md', '---\nkey: a\n---\nThe arithmetic is against the boats.')
    let rests = (typed: string) => done(continuations(workspace, { typed, first: [] })).map(own => own.rest)
    assert.deepEqual(rests('The'), [])
    assert.deepEqual(rests('the a'), ['rithmetic is against the boats'])
    assert.deepEqual(rests('Arithmet'), ['ic is against the boats'])
    assert.deepEqual(rests('arithmetic is not'), [])
  })
})
