import assert from 'node:assert'
import * as vscode from 'vscode'
import { hoverAt, openNew, rangeOf, ready, uriOf, waitFor, waitForRules, write } from './support'

async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(uriOf(path))).getText()
}

async function exists(path: string): Promise<boolean> {
  return vscode.workspace.fs.stat(uriOf(path)).then(
    () => true,
    () => false
  )
}

/** Renames what stands behind some words, as F2 does. */
async function rename({ uri }: vscode.TextDocument, position: vscode.Position, name: string): Promise<void> {
  let edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
    'vscode.executeDocumentRenameProvider',
    uri,
    position,
    name
  )
  assert.ok(await vscode.workspace.applyEdit(edit), 'the edit is applied')
}

async function move(from: string, to: string): Promise<void> {
  let edit = new vscode.WorkspaceEdit()
  edit.renameFile(uriOf(from), uriOf(to))
  assert.ok(await vscode.workspace.applyEdit(edit), 'the file is moved')
}

/** Waits until the server has read the source, and with it the files written before. */
async function known(document: vscode.TextDocument, citation: string): Promise<void> {
  let position = rangeOf(document, citation).end.translate(0, -1)
  await waitFor('the source is known', async () => (await hoverAt(document.uri, position)).includes('A list of boats'))
}

let source =
  '---\ntitle: A list of boats\nauthor: A. Writer\npublisher: B\nissued: 2031-01-02\n---\nIt names three boats.\n'

describe('renaming', () => {
  before(ready)

  it('a source changes its file’s name and every citation once, in files that are open and in others', async () => {
    await write('other.note.md', 'Gap: What [the list](boats.source.md) says [^boats], [^boats].\n')
    await write('boats.source.md', source)
    let { document } = await openNew('renaming.note.md', 'Gap: What the list says [^boats], and [^boats] again.\n')
    await known(document, '[^boats]')
    await rename(document, rangeOf(document, '[^boa').end, 'list-of-boats')
    assert.equal(document.getText(), 'Gap: What the list says [^list-of-boats], and [^list-of-boats] again.\n')
    await waitFor(
      'the file has another name',
      async () => (await exists('list-of-boats.source.md')) && !(await exists('boats.source.md'))
    )
    assert.equal(
      await textOf('other.note.md'),
      'Gap: What [the list](list-of-boats.source.md) says [^list-of-boats], [^list-of-boats].\n'
    )
    assert.equal(await textOf('list-of-boats.source.md'), source)
    await known(document, '[^list-of-boats]')
    await rename(document, rangeOf(document, '[^list').end, 'boats')
    assert.equal(document.getText(), 'Gap: What the list says [^boats], and [^boats] again.\n')
    assert.equal(await textOf('other.note.md'), 'Gap: What [the list](boats.source.md) says [^boats], [^boats].\n')
    await waitForRules(document.uri)
  })

  it('says why it is refused', async () => {
    let { document } = await openNew('refused.note.md', 'Gap: What @mehra says.\n')
    let asked = rename(document, rangeOf(document, '@me').end, 'a b')
    await assert.rejects(asked, /“a b” is no key of an actor/)
  })

  it('a file in the explorer has links and keys follow', async () => {
    await write('followed.note.md', 'Gap: What is there? {#g1}\n')
    await write('counts.source.md', source)
    let { document } = await openNew('moving.note.md', 'Gap: As [there](followed.note.md#g1), says [^counts].\n')
    await known(document, '[^counts]')
    await move('followed.note.md', 'notes/moved.note.md')
    await waitFor('the link follows', () => document.getText().includes('(notes/moved.note.md#g1)'))
    await move('counts.source.md', 'sources/tally.source.md')
    await waitFor('the key follows', () => document.getText().includes('[^tally]'))
    await waitForRules(document.uri)
  })
})
