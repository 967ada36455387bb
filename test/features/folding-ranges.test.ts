import assert from 'node:assert'
import { foldingRange } from '../../server/features/folding-ranges'
import { world } from './support'

/** The ranges as `first–last` lines, from 0. */
function checkFolding(source: string, ...expected: string[]) {
  let { workspace, path } = world(source)
  let found = foldingRange(workspace, path)?.map(
    ({ startLine, endLine, kind }) => `${startLine}–${endLine}${kind ? ` ${kind}` : ''}`
  )
  assert.deepEqual(found ?? [], expected)
}

describe('folding', () => {
  it('folds front matter and sections within sections', () =>
    checkFolding('---\ntitle: x\n---\n<|># A\n\nText.\n\n## B\n\nText.\n\n# C\n', '0–2', '3–9', '7–9'))
  it('folds a statement with its evidence, and each item', () =>
    checkFolding('<|>Judgement: x\n- For: y\n  and more\n- Against: z\n\nText.\n', '0–3', '1–2'))
  it('folds block quotes, comments and code', () =>
    checkFolding(
      '<|>> one\n> two\n\n<!-- a\nb -->\n\n```\nx\n```\n\nA paragraph\nof two lines.\n',
      '0–1',
      '3–4 comment',
      '6–8'
    ))
  it('folds a source’s front matter and pages, and no headings of its text', () =>
    checkFolding(
      '=== /w.source.md\n<|>---\ntitle: x\n---\n<!-- p. 1 -->\n# One\ntext\n<!-- p. 2 -->\nTwo\n',
      '0–2',
      '3–5',
      '6–7'
    ))
  it('leaves lists of records to the editor', () => {
    let { workspace, path } = world('=== /actors.yaml\n<|>a:\n  name: A\n')
    assert.equal(foldingRange(workspace, path), undefined)
  })
  it('keeps the longest where a client takes only a few', () => {
    let { workspace, path } = world('<|># A\n\nx\n\n## B\n\nx\n\n## C\n\nx\n')
    assert.deepEqual(
      foldingRange(workspace, path, 1)?.map(({ startLine }) => startLine),
      [0]
    )
  })
})
