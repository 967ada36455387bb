import assert from 'node:assert'
import type { CodeAction, WorkspaceEdit } from 'vscode-languageserver-types'
import { type CodeActionRequest, codeActions } from '../../server/features/code-actions'
import { type EditSupport, toOffset, toPath, toRange } from '../../server/features/convert'
import { diagnostics } from '../../server/features/diagnostics'
import { done, world } from './support'

let support = {
  relatedInformation: true,
  pages: 'file:///rules',
  documentChanges: true,
  createFiles: true,
  versionOf: (path: string) => (path === '/a.note.md' ? 7 : null)
}

/** The fixes offered where the cursor, or the selection, is: each title with the lines as they are after it; `+` before those of new files. */
function checkFixes(source: string, ...expected: string[]) {
  assert.deepEqual(
    offered(source).map(({ action, after }) => `${action.title}: ${after}`),
    expected
  )
}

function offered(source: string, asked: Partial<CodeActionRequest> = {}, able: EditSupport = support) {
  let { workspace, path, offset, to, text } = world(source)
  let lines = workspace.lines(path)
  let range = toRange(lines, { from: offset, to })
  let all = done(diagnostics(workspace, path, text(path), support)).diagnostics
  let request = { range, diagnostics: all, ...asked }
  let actions = done(codeActions(workspace, path, request, { ...support, ...able }))
  return actions.map(action => ({ action, after: applied(action.edit!, text, path => workspace.lines(path)) }))
}

// The changed lines, and new files.
function applied(edit: WorkspaceEdit, text: (path: string) => string, lines: (path: string) => Int32Array): string {
  let created = ''
  let shown: string[] = []
  let changes =
    edit.documentChanges ??
    Object.entries(edit.changes!).map(([uri, edits]) => ({ textDocument: { uri, version: null }, edits }))
  for (let change of changes) {
    if ('kind' in change) {
      created = toPath(change.kind === 'create' ? change.uri : '')
      continue
    }
    let path = toPath(change.textDocument.uri)
    let before = path === created ? '' : text(path)
    let after = before
    for (let one of [...change.edits].reverse()) {
      let starts = path === created ? Int32Array.of(0) : lines(path)
      let from = toOffset(before, starts, one.range.start)
      let to = toOffset(before, starts, one.range.end)
      after = after.slice(0, from) + ('newText' in one ? one.newText : '') + after.slice(to)
    }
    let kept = new Set(before.split('\n'))
    let changed = after.split('\n').filter(line => !kept.has(line))
    shown.push(`${path === created ? `+${path} ` : ''}${changed.join('⏎')}`)
  }
  return shown.join(' | ')
}

let ferry = `
=== /actors.yaml
mehra: {name: Dalia Mehra}
=== /wire.source.md
---
title: Ferry talks
---
The first boats will sail in May.
`

describe('quick fixes', () => {
  it('are offered for the finding at the cursor', () =>
    checkFixes(
      `Gap: Where @meh<|>ro is.\n${ferry}`,
      'Change to mehra (Dalia Mehra): Gap: Where @mehra is.',
      'Add mehro to actors.yaml: mehro:⏎  schema: LegalEntity⏎  name: Mehro'
    ))
  it('may change other files', () => {
    let [, add] = offered(`Gap: Where @meh<|>ro is.\n${ferry}`)
    let [change] = add.action.edit!.documentChanges!
    assert.deepEqual('textDocument' in change && change.textDocument, { uri: 'file:///actors.yaml', version: null })
  })
  it('carry the version of the open file', () => {
    let [change] = offered(`Gap: Where @meh<|>ro is.\n${ferry}`)
    let [edit] = change.action.edit!.documentChanges!
    assert.deepEqual('textDocument' in edit && edit.textDocument, { uri: 'file:///a.note.md', version: 7 })
  })
  it('are for the diagnostic they were asked for, and quick fixes', () => {
    let [{ action }] = offered(`Gap: Where @meh<|>ro is.\n${ferry}`)
    assert.equal(action.kind, 'quickfix')
    assert.equal(action.diagnostics?.[0].code, 'unknown-actor')
  })
  it('are not offered elsewhere', () => checkFixes(`Gap: Whe<|>re @mehro is.\n${ferry}`))
  it('are not offered for what the client did not ask about', () =>
    assert.deepEqual(
      offered(`Gap: Where @meh<|>ro is.\n${ferry}`, {
        diagnostics: [
          {
            range: { start: { line: 9, character: 0 }, end: { line: 9, character: 1 } },
            message: '',
            source: 'provenote',
            code: 'syntax'
          }
        ]
      }),
      []
    ))
  it('are not offered when other kinds are asked for', () => {
    assert.deepEqual(offered(`Gap: Where @meh<|>ro is.\n${ferry}`, { only: ['refactor'] }), [])
    assert.equal(offered(`Gap: Where @meh<|>ro is.\n${ferry}`, { only: ['quickfix'] }).length, 2)
  })
  it('create files where the client can', () => {
    let source = 'It sails [^harbour<|>-weekly].\n'
    let shown = (able: EditSupport) => offered(source, {}, able).map(({ action }) => action.title)
    assert.ok(
      shown(support).some(title => /create/i.test(title)),
      String(shown(support))
    )
    assert.deepEqual(shown({ ...support, createFiles: false }), [])
  })
  it('write plain changes for a client without versions', () => {
    let [{ action }] = offered(`Gap: Where @meh<|>ro is.\n${ferry}`, {}, { ...support, documentChanges: false })
    assert.deepEqual(Object.keys(action.edit?.changes ?? {}), ['file:///a.note.md'])
  })
  it('prefer the only one', () => {
    let preferred = (source: string) =>
      offered(source).map(({ action }: { action: CodeAction }) => !!action.isPreferred)
    assert.deepEqual(preferred('She said “it sails<|>" today.\n'), [true])
    assert.deepEqual(preferred(`Gap: Where @meh<|>ro is.\n${ferry}`), [false, false])
  })

  describe('for the whole file', () => {
    let misspelt = `
=== /actors.yaml
mehra: {name: Dalia Mehra, misspelling: [Dalia Mera]}
`
    it('put all of one rule together, where there are several', () => {
      checkFixes(
        `Dalia M<|>era sails.\n\nDalia Mera “waits".\n\nDalia Mera eats.\n${misspelt}`,
        'Change to Dalia Mehra: Dalia Mehra sails.',
        'Fix all of misspelt-name in this file: Dalia Mehra sails.⏎Dalia Mehra “waits".⏎Dalia Mehra eats.'
      )
      checkFixes(`Dalia M<|>era sails “soon".\n${misspelt}`, 'Change to Dalia Mehra: Dalia Mehra sails “soon".')
    })
    it('are of all rules when asked for as a source action, and guess nothing', () => {
      for (let only of ['source', 'source.fixAll', 'source.fixAll.provenote']) {
        let [{ action, after }, ...others] = offered(`Dalia Mera “wai<|>ts".\n\nGap: Where @mehro is.\n${misspelt}`, {
          only: [only]
        })
        assert.deepEqual([others, action.kind], [[], 'source.fixAll.provenote'])
        assert.equal(after, 'Dalia Mehra “waits”.')
      }
      assert.deepEqual(offered(`Dalia Mera wai<|>ts.\n${misspelt}`, { only: ['source.organizeImports'] }), [])
      assert.deepEqual(offered(`Gap: Where @meh<|>ro is.\n${ferry}`, { only: ['source.fixAll'] }), [])
    })
  })
})
