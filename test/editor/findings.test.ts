import assert from 'node:assert'
import * as vscode from 'vscode'
import {
  applyFix,
  diagnosticsOf,
  hoverAt,
  open,
  openNew,
  placeCursorAfter,
  rangeOf,
  ready,
  rulesOf,
  type,
  uriOf,
  waitFor,
  waitForRules,
  write
} from './support'

describe('findings', () => {
  before(ready)

  it('come and go while one types', async () => {
    let editor = await openNew('typed.note.md', '')
    let { document } = editor
    await type('They heard that “the first boats will sail in May”.')
    await waitForRules(document.uri, 'unsourced-quotation')
    // The closing mark came with the opening one, so that there was a finding before the last word was typed.
    let all = rangeOf(document, '“the first boats will sail in May”')
    await waitFor('the finding is of all words', () => diagnosticsOf(document.uri)[0]?.range.isEqual(all))
    assert.equal(diagnosticsOf(document.uri)[0].severity, vscode.DiagnosticSeverity.Warning)

    placeCursorAfter(editor, 'May”')
    await type(' [^wire-0312]')
    assert.equal(document.getText(), 'They heard that “the first boats will sail in May” [^wire-0312].')
    await waitForRules(document.uri)

    placeCursorAfter(editor, 'the first boats ')
    await type('not ')
    await waitForRules(document.uri, 'quote-altered')
  })

  it('follow the list of actors while it is edited', async () => {
    let { document } = await openNew('someone.note.md', 'Gap: Where @quarle was.\n')
    await waitForRules(document.uri, 'unknown-actor')

    let list = await vscode.window.showTextDocument(uriOf('actors.yaml'), { viewColumn: vscode.ViewColumn.Beside })
    placeCursorAfter(list, list.document.getText())
    await type('\nquarle:\nname: Hob Quarle')
    await waitForRules(document.uri)

    await vscode.commands.executeCommand('workbench.action.files.revert')
    await waitForRules(document.uri, 'unknown-actor')
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor')
  })

  it('follow files that another program writes', async () => {
    let { document } = await openNew('later.note.md', 'It sails [^later-report].\n')
    await waitForRules(document.uri, 'unknown-source')
    let record = '---\ntitle: A later report\nauthor: Karsa Line\nissued: 2031-03-12\n---\n\nIt sails.\n'
    await write('later-report.source.md', record)
    await waitForRules(document.uri)
    await vscode.workspace.fs.delete(uriOf('later-report.source.md'))
    await waitForRules(document.uri, 'unknown-source')
  })

  it('of closed files are shown once the workspace is checked', async () => {
    await write('closed.note.md', 'It sails [^nowhere].\n')
    let uri = uriOf('closed.note.md')
    await waitFor('the new file is known', async () => {
      // Its answer comes only when somebody has read the message.
      vscode.commands.executeCommand('provenote.checkWorkspace')
      return waitFor('findings', () => rulesOf(uri).length > 0, 1000).catch(() => undefined)
    })
    assert.deepEqual(rulesOf(uri), ['unknown-source'])
    assert.ok(rulesOf(uriOf('broken.actors.yaml')).includes('duplicate-key'))
    await write('closed.note.md', 'It sails [^wire-0312].\n')
    await waitForRules(uri)
    await vscode.commands.executeCommand('notifications.clearAll')
  })

  it('of the sample’s draft are one of each kind', async () => {
    let { document } = await open('draft.note.md')
    await waitFor('findings', () => rulesOf(document.uri).includes('quote-in-other-source'))
    let rules = rulesOf(document.uri)
    assert.deepEqual([...new Set(rules)], rules)
    let finding = diagnosticsOf(document.uri).find(({ message }) => message.includes('directorate-statement'))
    let [{ location }] = finding!.relatedInformation!
    assert.equal(location.uri.toString(), uriOf('sources/directorate-statement.source.md').toString())
  })

  it('of the sample’s brief are none', async () => {
    let { document } = await open('brief.note.md')
    // Findings come for the broken copy, so none for the brief means that it was checked and found well.
    let copy = await openNew('brief-copy.note.md', document.getText().replace('will sail in May', 'will sail in June'))
    await waitForRules(copy.document.uri, 'quote-altered')
    assert.deepEqual(rulesOf(document.uri), [])
  })

  it('of a note that nobody has saved yet are shown, and mended', async () => {
    let content = 'Gap: Where @mehra and @nobody were [^wire-0312].\n'
    let document = await vscode.workspace.openTextDocument({ language: 'provenote', content })
    await vscode.window.showTextDocument(document)
    await waitForRules(document.uri, 'unknown-actor')
    assert.match(await hoverAt(document.uri, rangeOf(document, '@mehra').end), /Sunniva Mehra/)
    await applyFix(document.uri, diagnosticsOf(document.uri)[0].range, 'Silence unknown-actor here')
    await waitForRules(document.uri, 'suppression-without-reason')
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor')
  })
})
