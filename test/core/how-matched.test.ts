import assert from 'node:assert'
import { allowedIn, foldingsOf, sentenceAround, surroundingsOf } from '../../server/core'
import { verify } from '../../server/core/verify'
import { done, world } from '../features/support'

let body = `Chair: Who pays?

Tolén: “We do not pay,” he said – and that was not a “jest”.
The union’s\u00a0of\ufb01ce is wet; the talks\u00ad are… over.

<!-- p. 2 -->

**Nobody** pays on [the pier](https://strait.example), she\u2014the minister\u2014thinks, and nobody ever will.

It cost 4 500 crowns, as long-
winded reports said. “We go,” Tolén said, “and they stay.”
`

function captured() {
  let { workspace } = world(`=== /a.source.md\n---\ntitle: A\n---\n${body}`)
  return { workspace, own: workspace.captured('a')! }
}

/** What was folded away before the words were found; the verdict, where it is another. */
function checkFoldings(words: string, ...expected: string[]) {
  let { workspace, own } = captured()
  let { kind, passages } = done(verify(workspace, words, ['a']))
  assert.deepEqual(kind === 'folded' ? foldingsOf(own, passages[0], words) : [kind], expected)
}

function checkAllowed(words: string, ...expected: string[]) {
  let { workspace, own } = captured()
  let { kind, passages } = done(verify(workspace, words, ['a']))
  assert.equal(kind, 'edited')
  let shown = allowedIn(own, passages[0], words).map(({ kind, mark, words }) => `${mark ?? kind}: ${words}`)
  assert.deepEqual(shown, expected)
}

describe('how words were matched', () => {
  it('tells what was folded', () => {
    checkFoldings('We do not pay', 'exact')
    checkFoldings('we do not pay', 'capital')
    checkFoldings('a "jest"', 'marks')
    checkFoldings('he said - and that', 'dashes')
    checkFoldings('was not a\n“jest”', 'line break')
    checkFoldings('union’s office is wet', 'spaces', 'ligatures')
    checkFoldings("union's office", 'marks', 'spaces', 'ligatures')
    checkFoldings('the talks are... over', 'hidden signs', 'ellipsis')
    checkFoldings('nobody pays on the pier', 'capital', 'markdown')
    checkFoldings('Nobody ever will.', 'capital')
    checkFoldings('she – the minister – thinks', 'dashes')
    checkFoldings('that was not a “jest,”', 'stop')
  })
  it('tells what a second reading went through', () => {
    checkFoldings('It cost 4,500 crowns', 'figures')
    checkFoldings('as longwinded reports said', 'damage')
    checkFoldings('We go and they stay', 'between')
  })
  it('tells where the source has a page mark', () => checkFoldings('are… over. Nobody pays', 'page mark', 'markdown'))
  it('tells what the writer’s marks stand for', () => {
    checkAllowed('We do not pay […] that was not a “jest”', 'omitted: he said – and')
    checkAllowed('We do not pay,” [Tolén] said', '[Tolén]: he')
    checkAllowed('the [port] union’s office', '[port]: ')
    checkAllowed('[t]he union’s … is wet; the [long] talks', 'omitted: of\ufb01ce', '[long]: ')
  })
})

describe('the sentences next to a passage', () => {
  /** Around the sentence that holds the words. */
  function check(words: string, before: string, after: string) {
    let { own } = captured()
    let from = own.text().indexOf(words)
    let sentence = sentenceAround(own, { from, to: from + words.length })
    assert.deepEqual(surroundingsOf(own, sentence), { before, after })
  }
  it('are those before and behind, also of other paragraphs, over page marks', () => {
    check('We do not', 'Chair: Who pays?', 'The union’s\u00a0of\ufb01ce is wet; the talks\u00ad are… over.')
    check('pays on', 'The union’s\u00a0of\ufb01ce is wet; the talks\u00ad are… over.', '')
    check('Who pays', '', 'Tolén: “We do not pay,” he said – and that was not a “jest”.')
  })
  it('are none where only a headline stands', () => {
    let { workspace } = world('=== /a.source.md\n---\ntitle: A\n---\nA headline\n\nIt sails. It ends\n')
    let own = workspace.captured('a')!
    let from = own.text().indexOf('It sails')
    assert.deepEqual(surroundingsOf(own, { from, to: from + 9 }), { before: '', after: '' })
  })
})
