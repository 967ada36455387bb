import assert from 'node:assert'
import * as vscode from 'vscode'
import { completionsAt, openNew, placeCursorAfter, type, waitFor } from './support'

/** Does something again until the note has changed: a command does nothing before its list is there. */
async function untilChanged(document: vscode.TextDocument, command: string) {
  let written = document.getText()
  await waitFor(`${command} changes the note`, async () => {
    await vscode.commands.executeCommand(command)
    return document.getText() !== written
  })
}

describe('words of the sources', () => {
  it('complete a quotation as it is typed, close it and cite it', async () => {
    let editor = await openNew('quoting.note.md', '')
    let { document } = editor
    await type('Tolen said “You cannot tie up')
    // Sources are read in the background.
    await waitFor('the words are found', async () => {
      let { items } = await completionsAt(document.uri, editor.selection.active)
      return items.length > 0
    })
    await type(' ')
    await untilChanged(document, 'acceptSelectedSuggestion')
    await type('.')
    assert.equal(document.getText(), 'Tolen said “You cannot tie up a ferry with a press release” [^harbour-weekly].')
  })

  it('are found for a sentence, read and cited', async () => {
    let editor = await openNew('supported.note.md', 'Cold storage there is down to 310 pallet places. It is full.')
    placeCursorAfter(editor, 'storage')
    let asked = vscode.commands.executeCommand('provenote.findSupport')
    await untilChanged(editor.document, 'workbench.action.acceptSelectedQuickOpenItem')
    await asked
    assert.equal(
      editor.document.getText(),
      'Cold storage there is down to 310 pallet places [^readiness-report]. It is full.'
    )
  })
})
