import assert from 'node:assert'
import * as vscode from 'vscode'
import { definitionsAt, open, openNew, placeCursorAfter, rangeOf, ready, uriOf, waitFor } from './support'

/** Goes by a command from behind some words; returns the file it shows and the words selected there, or those at the cursor. */
async function goFrom(path: string, words: string, command: string) {
  let editor = await open(path)
  placeCursorAfter(editor, words)
  await vscode.commands.executeCommand(command)
  let { document, selection } = await waitFor('another file is shown', () => {
    let now = vscode.window.activeTextEditor
    return now && now.document !== editor.document && now
  })
  let at = document.offsetAt(selection.start)
  return {
    path: vscode.workspace.asRelativePath(document.uri),
    selected: document.getText(selection),
    ahead: document.getText().slice(at, at + 30)
  }
}

describe('going to', () => {
  before(ready)

  it('the very passage, from a citation', async () => {
    let { path, ahead } = await goFrom('brief.note.md', 'in May” [^wire', 'editor.action.revealDefinition')
    assert.deepEqual({ path, ahead }, { path: 'sources/wire-0312.source.md', ahead: 'The first boats will sail in M' })
  })

  it('the very passage, from a quotation', async () => {
    let { document } = await open('brief.note.md')
    let [{ uri, range }] = await definitionsAt(document.uri, rangeOf(document, 'a promise to nobody').start)
    let source = await vscode.workspace.openTextDocument(uri)
    assert.equal(vscode.workspace.asRelativePath(uri), 'sources/harbour-weekly.source.md')
    assert.equal(source.getText(range), 'a promise to nobody')
  })

  it('the record, from a mention', async () => {
    let { path, ahead } = await goFrom('brief.note.md', '@okley', 'editor.action.revealDefinition')
    assert.equal(path, 'actors.yaml')
    assert.match(ahead, /^okley:\n {2}schema: Person/)
  })

  it('the dossier, from a mention', async () => {
    let { path } = await goFrom('brief.note.md', '@mehra', 'editor.action.revealDefinition')
    assert.equal(path, 'actors/mehra.actor.md')
  })

  it('the cited passage, by the command, with the words selected', async () => {
    let { path, selected } = await goFrom('brief.note.md', 'in May” [^wire', 'provenote.goToCitedPassage')
    assert.deepEqual(
      { path, selected },
      { path: 'sources/wire-0312.source.md', selected: 'The first boats will sail in May' }
    )
  })

  it('nowhere, from a citation of nothing', async () => {
    let { document } = await openNew('nothing.note.md', 'It sails [^no-such-source].\n')
    assert.deepEqual(await definitionsAt(document.uri, rangeOf(document, 'no-such').end), [])
    assert.ok((await definitionsAt(uriOf('brief.note.md'), new vscode.Position(19, 8))).length > 0)
  })
})
