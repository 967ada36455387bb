import assert from 'node:assert'
import { checkFile, type Workspace } from '../../server/core'
import { actorsView } from '../../server/features/views/actors'
import { sourcesView } from '../../server/features/views/sources'
import { statementsView } from '../../server/features/views/statements'
import type { TreeLine } from '../../server/features/views/tree'
import type { ViewQuery } from '../../server/features/views/view'
import { done, drawn, people, world } from './support'

type View = (workspace: Workspace, query: ViewQuery) => TreeLine[]

let notes = `
=== /brief.note.md
---
title: Will the line reopen?
---
# Key judgements

Judgement: @arven is likely to reopen the line. {#kj1}
- For: @mehra said that “the first boats will sail in May” [^wire].
- Against: the union doubts it [^tables] [^wire, @tolen].
- Because: one origin.

# Reporting

Fact: The boats sail [^wire].

Gap: What @mehra [knows](command:x) of \`it\`.
=== /empty.note.md
Nothing of anybody.
=== /plan.note.md
Judgement: They wait.

Forecast: It opens.
=== /sources/wire.source.md
---
title: Ferry talks end
container-title: Strait Wire
issued: 2031-03-12
kind: reporting
reliability: B
---
The first boats will sail in May.
=== /sources.yaml
tables: {title: "A [tide](command:x) table", issued: 2031, reliability: A}
unused: {title: Nobody reads it, issued: 2032-01, kind: opinion, reliability: F}
`

/** All lines of a view, those that are asked for too, as they are drawn. */
function check(view: View, query: ViewQuery, expected: string, source = people + notes) {
  let { workspace } = world(source)
  let whole = (lines: TreeLine[]): TreeLine[] =>
    lines.map(line =>
      line.children === 'asked' ? { ...line, children: whole(view(workspace, { ...query, parent: line.id })) } : line
    )
  assert.equal(drawn(whole(view(workspace, query))), expected.trim())
}

/** As many actors or sources as one likes, in one file. */
let many = (path: string, count: number, fields: (index: number) => string) =>
  `=== ${path}\n${Array.from({ length: count }, (_, index) => `k${index}: {${fields(index)}}`).join('\n')}\n`

describe('the view of actors', () => {
  it('lists them by name, with the notes that mention them', () =>
    check(
      actorsView,
      {},
      `
[person] Brannoc Tolén | 1× -> /actors.yaml:15:1
  [note] Will the line reopen? | 1× · line 8 -> /brief.note.md:8:51
[person] Dalia Mehra | Minister of Transport · 2× -> /actors.yaml:1:1
  [note] Will the line reopen? | 2× · line 7 -> /brief.note.md:7:9
[organization] Dock Workers’ Union -> /actors.yaml:20:1
[country] Republic of Arven | 1× -> /actors.yaml:9:1
  [note] Will the line reopen? | 1× · line 6 -> /brief.note.md:6:13
`
    ))
  it('lists the most mentioned first, if asked', () =>
    check(
      actorsView,
      { order: 'mentions' },
      `
[person] Dalia Mehra | Minister of Transport · 2× -> /actors.yaml:1:1
  [note] Will the line reopen? | 2× · line 7 -> /brief.note.md:7:9
[person] Brannoc Tolén | 1× -> /actors.yaml:15:1
  [note] Will the line reopen? | 1× · line 8 -> /brief.note.md:8:51
[country] Republic of Arven | 1× -> /actors.yaml:9:1
  [note] Will the line reopen? | 1× · line 6 -> /brief.note.md:6:13
[organization] Dock Workers’ Union -> /actors.yaml:20:1
`
    ))
  it('finds names as they are typed', () =>
    check(
      actorsView,
      { filter: 'tole' },
      `
[person] Brannoc Tolén | 1× -> /actors.yaml:15:1
  [note] Will the line reopen? | 1× · line 8 -> /brief.note.md:8:51
`
    ))
  it('puts many into groups by kind, and too many of a kind into ranges by name', () => {
    let { workspace } = world(
      many('/actors.yaml', 450, index => `schema: ${index < 210 ? 'Person' : 'Company'}, name: N ${index}`)
    )
    let groups = actorsView(workspace, {})
    assert.equal(drawn(groups), '[organization] Company | 240 >\n[person] Person | 210 >')
    let ranges = actorsView(workspace, { parent: groups[1].id })
    assert.equal(drawn(ranges), '[group] N 0 – N 199 | 200 >\n[group] N 200 – N 209 | 10 >')
    let found = ranges.flatMap(({ id }) => actorsView(workspace, { parent: id }).map(({ label }) => label))
    assert.deepEqual(
      found,
      Array.from({ length: 210 }, (_, index) => `N ${index}`)
    )
  })
  it('answers ids it does not know with nothing, or with the top', () => {
    let { workspace } = world(people)
    assert.deepEqual(actorsView(workspace, { parent: '["actor","gone"]' }), [])
    assert.equal(actorsView(workspace, { parent: 'no json' }).length, 4)
  })
})

describe('the view of sources', () => {
  it('lists them by title, with the notes that cite them', () =>
    check(
      sourcesView,
      {},
      `
[unchecked] A [tide](command:x) table | A · 2031 · 1× · no captured text -> /sources.yaml:1:1
  [note] Will the line reopen? | 1× · line 8 -> /brief.note.md:8:34
[source] Ferry talks end | reporting · B · 12 March 2031 · 3× -> /wire.source.md:1:1
  [note] Will the line reopen? | 3× · line 7 -> /brief.note.md:7:62
[unchecked] Nobody reads it | opinion · F · January 2032 · no captured text -> /sources.yaml:2:1
`
    ))
  for (let order of ['date', 'reliability', 'citations'])
    it(`by ${order}`, () => {
      let { workspace } = world(people + notes)
      let keys = sourcesView(workspace, { order }).map(({ record }) => record?.key)
      let wanted = { date: 'unused wire tables', reliability: 'tables wire unused', citations: 'wire tables unused' }
      assert.equal(keys.join(' '), wanted[order as keyof typeof wanted])
    })
  it('finds titles as they are typed', () =>
    check(
      sourcesView,
      { filter: 'talks' },
      `
[source] Ferry talks end | reporting · B · 12 March 2031 · 3× -> /wire.source.md:1:1
  [note] Will the line reopen? | 3× · line 7 -> /brief.note.md:7:62
`
    ))
  it('counts the quotations that no source was found to hold, as far as notes have been checked', () => {
    let quoting = (path: string, words: string) => `=== ${path}\nGap: Who said “${words}” [^wire].\n`
    let { workspace, text } = world(
      `${notes}${quoting('/b.note.md', 'boats will never sail')}${quoting('/c.note.md', 'they will sail in May')}`
    )
    let shown = () => {
      let { kind, description, tooltip } = sourcesView(workspace, {})[1]
      return `[${kind}] ${description} / ${tooltip?.split('\n').at(-1)}`
    }
    let checkNote = (path: string) => done(checkFile(workspace, path, text(path)))
    assert.equal(shown(), '[source] reporting · B · 12 March 2031 · 5× / [^wire], cited 5 times')
    checkNote('/brief.note.md')
    let most = '[source] reporting · B · 12 March 2031 · 5×'
    assert.equal(shown(), `${most} / 1 quotation in the 1 of 3 notes checked so far, all verified.`)
    checkNote('/b.note.md')
    checkNote('/c.note.md')
    most = '[doubtful] reporting · B · 12 March 2031 · 5× · 2 unverified'
    assert.equal(shown(), `${most} / 3 quotations, 2 not verified.`)
    // What changes is not known any more.
    workspace.set('/c.note.md', 'Nothing.\n')
    most = '[doubtful] reporting · B · 12 March 2031 · 4× · 1 unverified'
    assert.equal(shown(), `${most} / 2 quotations, 1 not verified.`)
    workspace.set('/sources.yaml', '')
    let [{ tooltip }] = sourcesView(workspace, {})
    assert.match(tooltip!, /cited 4 times$/)
  })
  it('puts many into groups by kind, those without one last', () => {
    let { workspace } = world(many('/sources.yaml', 101, index => `title: T ${index}${index ? ', kind: opinion' : ''}`))
    assert.equal(drawn(sourcesView(workspace, {})), '[group] Opinion | 100 >\n[group] Without a kind | 1 >')
  })
})

describe('the view of statements', () => {
  it('lists them by kind, with their evidence', () =>
    check(
      statementsView,
      {},
      `
[key judgement] Key judgements | 1
  [key judgement] Republic of Arven is likely to reopen the line. | Will the line reopen? · 1 for · 1 against -> /brief.note.md:6:1
    [evidence] Dalia Mehra said that “the first boats will sail in May”. | For -> /brief.note.md:7:3
    [against] the union doubts it. | Against -> /brief.note.md:8:3
    [evidence] one origin. | Because -> /brief.note.md:9:3
[judgement] Other judgements | 1
  [judgement] They wait. | plan.note.md -> /plan.note.md:1:1
[forecast] Forecasts | 1
  [forecast] It opens. | plan.note.md -> /plan.note.md:3:1
[fact] Facts | 1
  [fact] The boats sail. | Will the line reopen? -> /brief.note.md:13:1
[gap] Gaps | 1
  [gap] What Dalia Mehra knows of \`it\`. | Will the line reopen? -> /brief.note.md:15:1
`
    ))
  it('finds ids', () =>
    check(
      statementsView,
      { filter: 'KJ1' },
      `
[key judgement] Republic of Arven is likely to reopen the line. | Will the line reopen? · 1 for · 1 against -> /brief.note.md:6:1
  [evidence] Dalia Mehra said that “the first boats will sail in May”. | For -> /brief.note.md:7:3
  [against] the union doubts it. | Against -> /brief.note.md:8:3
  [evidence] one origin. | Because -> /brief.note.md:9:3
`
    ))
  it('finds no words that nobody wrote', () => check(statementsView, { filter: 'nowhere' }, ''))
})
