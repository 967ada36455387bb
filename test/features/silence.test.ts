import assert from 'node:assert'
import { toOffset, toRange } from '../../server/features/convert'
import { diagnostics } from '../../server/features/diagnostics'
import { silences } from '../../server/features/silence'
import { applied } from './apply'
import { done, world } from './support'

let support = {
  documentChanges: true,
  createFiles: true,
  versionOf: () => null,
  relatedInformation: true,
  open: 'open'
}

/** The actions at the cursor, each with the text it leaves, where `|` is the cursor: then what was silenced is found no more. */
function checkSilences(source: string, ...expected: [title: string, after: string][]) {
  let { workspace, path, offset, to, text } = world(source)
  let found = () => done(diagnostics(workspace, path, workspace.texts.get(path)!, support)).diagnostics
  let range = toRange(workspace.lines(path), { from: offset, to })
  let own = found().filter(
    ({ range: { start, end } }) => start.line <= range.start.line && range.start.line <= end.line
  )
  let actions = silences(workspace, path, { range, diagnostics: own }, support)
  let before = text(path)
  let left = actions.map(({ title, edit, command, diagnostics: [silenced] = [] }) => {
    let after = applied(edit!, new Map([[path, before]])).get(path)!
    workspace.set(path, after, true)
    let again = found().filter(({ code, range }) => code === silenced.code && isSame(range, silenced.range))
    assert.deepEqual(again, [], title)
    let [, { start }] = command!.arguments!
    let at = toOffset(after, workspace.lines(path), start)
    workspace.set(path, before, true)
    return [title, `${after.slice(0, at)}|${after.slice(at)}`]
  })
  assert.deepEqual(left, expected)
}

// The same words, a line further down.
let isSame = (a: { start: { line: number; character: number } }, b: typeof a) =>
  a.start.line === b.start.line + 1 && a.start.character === b.start.character

describe('silencing a rule', () => {
  it('is offered for the paragraph and for the note, with the cursor where the reason goes', () =>
    checkSilences(
      '---\ntitle: x\n---\nOne.\n\nGap: Who @no<|>body is.\n',
      [
        'Silence unknown-actor here…',
        '---\ntitle: x\n---\nOne.\n\n<!-- provenote-ignore unknown-actor -- | -->\nGap: Who @nobody is.\n'
      ],
      [
        'Silence unknown-actor in this note…',
        '---\ntitle: x\n---\n<!-- provenote-ignore-file unknown-actor -- | -->\nOne.\n\nGap: Who @nobody is.\n'
      ]
    ))
  it('stands before the line on which the paragraph begins', () =>
    checkSilences(
      'Gap: A long line\nand @nobody<|> in it.\n',
      [
        'Silence unknown-actor here…',
        '<!-- provenote-ignore unknown-actor -- | -->\nGap: A long line\nand @nobody in it.\n'
      ],
      [
        'Silence unknown-actor in this note…',
        '<!-- provenote-ignore-file unknown-actor -- | -->\nGap: A long line\nand @nobody in it.\n'
      ]
    ))
  it('leaves a statement its evidence', () => {
    let { workspace, path, offset, to } = world('Gap: What?\n- For: one.\n- For: @nobody<|> knows.\n')
    let range = toRange(workspace.lines(path), { from: offset, to })
    let all = done(diagnostics(workspace, path, workspace.texts.get(path)!, support)).diagnostics
    for (let { edit } of silences(workspace, path, { range, diagnostics: all }, support)) {
      let after = applied(edit!, new Map([[path, workspace.texts.get(path)!]])).get(path)!
      assert.equal(workspace.parse(path, after).statements.filter(({ parent }) => parent !== undefined).length, 2)
    }
  })
  it('keeps line ends of Windows', () =>
    checkSilences(
      'Gap: Who @nobody<|> is.\r\n',
      ['Silence unknown-actor here…', '<!-- provenote-ignore unknown-actor -- | -->\r\nGap: Who @nobody is.\r\n'],
      [
        'Silence unknown-actor in this note…',
        '<!-- provenote-ignore-file unknown-actor -- | -->\r\nGap: Who @nobody is.\r\n'
      ]
    ))
  it('is not offered for what speaks of suppressions', () =>
    checkSilences('<!-- provenote-ignore un<|>known-actor -- no longer so -->\nHe met nobody.\n'))
  it('is offered for front matter in the note alone', () =>
    checkSilences('---\ntlp: <|>puce\n---\nText.\n', [
      'Silence invalid-tlp in this note…',
      '---\ntlp: puce\n---\n<!-- provenote-ignore-file invalid-tlp -- | -->\nText.\n'
    ]))
  it('is offered in a very long note to a writer who asks, not to a client that looks by itself', () => {
    let { workspace, path, offset, to } = world(`Gap: Who @no<|>body is.\n${'\nGap: What?\n'.repeat(20_000)}`)
    let range = toRange(workspace.lines(path), { from: offset, to })
    let diagnostic = { range, code: 'unknown-actor', source: 'provenote', message: '' }
    let count = (triggerKind: 1 | 2) =>
      silences(workspace, path, { range, diagnostics: [diagnostic], triggerKind }, support).length
    assert.deepEqual([count(1), count(2)], [2, 0])
  })
  it('is not offered in a list of records', () => checkSilences('=== /actors.yaml\na: {sche<|>ma: Persn, name: A}\n'))
})
