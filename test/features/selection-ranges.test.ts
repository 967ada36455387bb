import assert from 'node:assert'
import type { SelectionRange } from 'vscode-languageserver-types'
import { Workspace } from '../../server/core'
import { toOffset, toPosition } from '../../server/features/convert'
import { selectionRanges } from '../../server/features/selection-ranges'
import { random } from '../random'
import { world } from './support'

/** What is selected as the selection grows, smallest first; line breaks as ⏎. */
function checkSelection(source: string, ...expected: string[]) {
  let { workspace, path, offset, text } = world(source)
  let spans = chainAt(workspace, path, text(path), offset)
  assert.deepEqual(
    spans.map(({ from, to }) => text(path).slice(from, to).replaceAll('\n', '⏎')),
    expected
  )
}

function chainAt(workspace: Workspace, path: string, text: string, offset: number) {
  let lines = workspace.lines(path)
  let [first] = selectionRanges(workspace, path, [toPosition(lines, offset)])!
  let spans: { from: number; to: number }[] = []
  for (let at: SelectionRange | undefined = first; at; at = at.parent)
    spans.push({ from: toOffset(text, lines, at.range.start), to: toOffset(text, lines, at.range.end) })
  return spans
}

describe('selection ranges', () => {
  it('grow from a word to the document', () =>
    checkSelection(
      'One.\n\n# A\n\nTwo. Three fo<|>ur five.\n',
      'four',
      'Three four five.',
      'Two. Three four five.',
      '# A⏎⏎Two. Three four five.',
      'One.⏎⏎# A⏎⏎Two. Three four five.⏎'
    ))
  it('through a quotation and a statement', () =>
    checkSelection(
      'Judgement: She said “it sa<|>ils soon” [^w].\n- For: it does.\n',
      'sails',
      'it sails soon',
      '“it sails soon”',
      'Judgement: She said “it sails soon” [^w].',
      'Judgement: She said “it sails soon” [^w].⏎- For: it does.',
      'Judgement: She said “it sails soon” [^w].⏎- For: it does.⏎'
    ))
  it('through a citation', () =>
    checkSelection('So [^wire, @meh<|>ra].', 'mehra', '@mehra', '[^wire, @mehra]', 'So [^wire, @mehra].'))
  it('through a record', () =>
    checkSelection(
      '=== /actors.yaml\nmehra:\n  alias: [D. Me<|>hra]\n',
      'Mehra',
      'D. Mehra',
      '[D. Mehra]',
      'alias: [D. Mehra]',
      '  alias: [D. Mehra]',
      'mehra:⏎  alias: [D. Mehra]',
      'mehra:⏎  alias: [D. Mehra]⏎'
    ))

  it('each hold the one before it and more, around the place, wherever it is', () => {
    let pick = random(5)
    let pieces = [
      '# H\n\n',
      'Judgement: a {#j}\n',
      '- For: b [^w, "c d"].\n',
      '> q “r” [^w]\n',
      '@arven ',
      '[x](@y) ',
      '“z ”',
      '\n',
      '\n\n',
      '---\nkey: v\n---\n',
      '{#a b=c}',
      '[l](#j) ',
      '`c` ',
      '<!-- d -->',
      '  - e\n',
      '𝒜’s '
    ]
    for (let round = 0; round < 300; round++) {
      let text = Array.from({ length: 1 + pick(14) }, () => pieces[pick(pieces.length)]).join('')
      let path = ['/a.note.md', '/a.actor.md', '/a.source.md', '/actors.yaml'][pick(4)]
      let workspace = new Workspace()
      workspace.set(path, text, true)
      for (let offset = 0; offset <= text.length; offset += 1 + pick(3)) {
        let spans = chainAt(workspace, path, text, offset)
        assert.deepEqual(spans.at(-1), { from: 0, to: text.length })
        assert.ok(spans[0].from <= offset && offset <= spans[0].to)
        for (let [index, { from, to }] of spans.entries())
          if (index > 0) {
            let inner = spans[index - 1]
            assert.ok(from <= inner.from && inner.to <= to && to - from > inner.to - inner.from, text)
          }
      }
    }
  })
})
