import assert from 'node:assert'
import * as vscode from 'vscode'
import { diagnosticsOf, open, openNew, rangeOf, ready, uriOf, waitFor, waitForRules } from './support'

/** Selects words in a note, runs a command and takes every question's first answer; returns the file it made. */
async function answered(command: string, words: string, path: string) {
  let editor = await openNew(`asking-for-${path}.note.md`, `Gap: What ${words} is.\n`)
  editor.selection = new vscode.Selection(rangeOf(editor.document, words).start, rangeOf(editor.document, words).end)
  vscode.commands.executeCommand(command)
  // The command does nothing while no question is asked.
  return waitFor(`${path} is shown`, async () => {
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem')
    let now = vscode.window.activeTextEditor
    return now?.document.uri.toString() === uriOf(path).toString() && now
  })
}

/** The text around the cursor. */
function withCursor({ document, selection }: vscode.TextEditor) {
  let at = document.offsetAt(selection.active)
  return `${document.getText().slice(0, at)}|${document.getText().slice(at)}`
}

describe('new files', () => {
  before(ready)

  it('are notes, with the day and the cursor below the heading', async () => {
    let editor = await answered('provenote.newNote', 'Who pays: the fare?', 'who-pays-the-fare.note.md')
    assert.match(
      withCursor(editor),
      /^---\ntitle: "Who pays: the fare\?"\nas-of: \d{4}-\d\d-\d\d\nstatus: draft\n---\n\n# Key judgements\n\n\|\n$/
    )
  })

  it('are sources, with a key that a note can cite at once', async () => {
    let { document } = await openNew('citing.note.md', 'It sails [^the-tide-tables].\n')
    await waitForRules(document.uri, 'unknown-source')
    let editor = await answered('provenote.newSource', 'The tide tables', 'the-tide-tables.source.md')
    assert.match(withCursor(editor), /^---\ntitle: The tide tables\nauthor: \|\ncontainer-title:\nissued:\n/)
    await vscode.window.showTextDocument(document)
    // Of when and whose it is, only the writer can say.
    await waitForRules(document.uri, 'source-incomplete')
  })

  it('are actors, whose names are offered at once', async () => {
    let editor = await answered('provenote.newActor', '@Hob Quarle', 'hob-quarle.actor.md')
    assert.equal(withCursor(editor), '---\nschema: Person\nname: Hob Quarle\nsummary: |\n---\n')
    let { document } = await openNew('naming.note.md', 'Gap: Where @hob-quarle was.\n')
    await waitForRules(document.uri)
  })

  it('have no findings of their own', async () => {
    for (let path of ['who-pays-the-fare.note.md', 'the-tide-tables.source.md', 'hob-quarle.actor.md']) {
      let { document } = await open(path)
      assert.deepEqual(diagnosticsOf(document.uri), [], path)
    }
  })
})
