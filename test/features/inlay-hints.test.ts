import assert from 'node:assert'
import { defaultOptions } from '../../server/core/options'
import { toOffset, toPosition } from '../../server/features/convert'
import { inlayHint, inlayHintResolve } from '../../server/features/inlay-hints'
import { world } from './support'

let sources = `
=== /sources.yaml
wire: {title: Ferry talks end, author: Ilse Bransome, container-title: Strait Wire, issued: 2031-03-12, reliability: B, reliability-note: "Right four times in five"}
plain: {title: Harbour notes}
hostile: {title: "<img src=x> [a](command:quit)\\u202e and much more than fits into a hint"}
`

/** The hints of the open note, each at its place in the text as `⟨…⟩`, and what is shown when somebody rests on them. */
function checkHints(source: string, expected: string, ...tooltips: string[]) {
  let { workspace, path, text } = world(source + sources)
  workspace.configure({ ...defaultOptions, hints: { citations: true, likelihood: true } })
  let own = text(path)
  let lines = workspace.lines(path)
  let range = { start: { line: 0, character: 0 }, end: toPosition(lines, own.length) }
  let found = inlayHint(workspace, path, range) ?? []
  let at = (hint: (typeof found)[number]) => toOffset(own, lines, hint.position)
  let shown = found
    .sort((a, b) => at(b) - at(a))
    .reduce((all, hint) => `${all.slice(0, at(hint))}⟨${hint.label}⟩${all.slice(at(hint))}`, own)
  assert.equal(shown.trimEnd().slice(-expected.length), expected)
  assert.deepEqual(
    found.reverse().map(hint => inlayHintResolve(workspace, hint).tooltip),
    tooltips
  )
}

describe('inlay hints', () => {
  it('name the source of a citation, with date and reliability', () =>
    checkHints(
      '<|>It sails [^wire, p. 2] or not [^plain][^gone].',
      'It sails [^wire, p. 2]⟨Strait Wire · 12 March 2031 · B⟩ or not [^plain]⟨Harbour notes⟩[^gone].',
      'Ilse Bransome, “Ferry talks end”, Strait Wire, 12 March 2031\nReliability B: Right four times in five',
      '“Harbour notes”'
    ))
  it('give the band of a likelihood term', () =>
    checkHints(
      '<|>---\nprofile: phia\n---\nJudgement: It is highly likely to sail.',
      'Judgement: It is highly likely⟨≈80 – ≈90%⟩ to sail.',
      '“highly likely” in PHIA probability yardstick'
    ))
  it('show what a stranger wrote as plain text, and not all of it', () =>
    checkHints(
      '<|>It sails [^hostile].',
      'It sails [^hostile]⟨<img src=x> [a](command:quit) a…⟩.',
      '“<img src=x> [a](command:quit) and much more than fits into a hint”'
    ))
  it('are for the range that is asked for', () => {
    let { workspace, path } = world(`<|>[^wire]\n\n[^plain]\n${sources}`)
    workspace.configure({ ...defaultOptions, hints: { citations: true, likelihood: true } })
    let range = { start: { line: 2, character: 0 }, end: { line: 3, character: 0 } }
    assert.deepEqual(
      inlayHint(workspace, path, range)?.map(({ label }) => label),
      ['Harbour notes']
    )
  })
  it('show no sources unless somebody wants them', () => {
    let { workspace, path } = world(`<|>---\nprofile: icd203\n---\nIt is likely [^wire].\n\nIt is likely.\n${sources}`)
    let range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } }
    assert.deepEqual(
      inlayHint(workspace, path, range)?.map(({ label }) => label),
      ['55-80%']
    )
    workspace.configure({ ...defaultOptions, hints: { citations: false, likelihood: false } })
    assert.deepEqual(inlayHint(workspace, path, range), [])
  })
})
