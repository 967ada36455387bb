/** A workspace of two folders that are on no disk: notes and actors in `memfs:/desk`, sources in `memfs:/archive`. */
import assert from 'node:assert'
import * as vscode from 'vscode'
import {
  completionsAt,
  definitionsAt,
  diagnosticsOf,
  hoverAt,
  open,
  openNew,
  placeCursorAfter,
  rangeOf,
  ready,
  rulesOf,
  waitFor,
  waitForRules,
  write
} from '../support'

let archive = (path: string) => vscode.Uri.parse(`memfs:/archive/${path}`)

describe('a workspace on no disk', () => {
  before(ready)

  it('is what it says', () => {
    let folders = vscode.workspace.workspaceFolders!.map(({ uri }) => uri.toString())
    assert.deepEqual(folders, ['memfs:/desk', 'memfs:/archive'])
  })

  it('is read, and its notes are checked', async () => {
    let { document } = await open('draft.note.md')
    // The last that comes: its source is in the other folder, which may be read later.
    await waitFor('findings', () => rulesOf(document.uri).includes('quote-altered'))
    let rules = rulesOf(document.uri)
    for (let rule of ['unknown-actor', 'unknown-source', 'quote-altered']) assert.ok(rules.includes(rule), rule)
    // What the other folder holds is known.
    let unknown = diagnosticsOf(document.uri).filter(({ message }) => /^No (source|actor) has the key/.test(message))
    assert.deepEqual(unknown.map(({ range }) => document.getText(range)).sort(), ['@ansty', 'harbor-weekly'])
  })

  it('shows the passage that a citation rests on, and leads to it', async () => {
    let { document } = await open('brief.note.md')
    let { start } = rangeOf(document, '[^wire-0312].')
    let card = await hoverAt(document.uri, start.translate(0, 4))
    assert.match(card, /\*\*The first boats will sail in May\*\*|The \*\*first boats will sail in May\*\*/)
    assert.match(card, /The source holds these words/)
    let [{ uri, range }] = await definitionsAt(document.uri, start.translate(0, 4))
    assert.equal(uri.toString(), archive('sources/wire-0312.source.md').toString())
    let source = await vscode.workspace.openTextDocument(uri)
    assert.match(source.getText(range), /first boats will sail in May/)
  })

  it('completes actors by their names', async () => {
    let { document, selection } = placed(await openNew('new.note.md', 'Gap: What @sunni'), '@sunni')
    let { items } = await completionsAt(document.uri, selection.active)
    assert.deepEqual(
      items
        .filter(({ label }) => typeof label !== 'string' && label.label === 'Sunniva Mehra')
        .map(own => own.insertText),
      ['@mehra']
    )
  })

  it('follows what others write in it', async () => {
    let { document } = await openNew('late.note.md', 'Gap: What @vell told @nobody.\n')
    await waitForRules(document.uri, 'unknown-actor', 'unknown-actor')
    await vscode.workspace.fs.writeFile(
      archive('late.actors.yaml'),
      new TextEncoder().encode('vell: {schema: Person, name: Corin Vell}\n')
    )
    await waitForRules(document.uri, 'unknown-actor')
    await vscode.workspace.fs.delete(archive('late.actors.yaml'))
    await waitForRules(document.uri, 'unknown-actor', 'unknown-actor')
  })

  it('is renamed in, over both folders', async () => {
    await write('own.note.md', 'Gap: What [^telex] says.\n')
    await vscode.workspace.fs.writeFile(
      archive('telex.source.md'),
      new TextEncoder().encode('---\ntitle: A telex\n---\n\nNothing to report.\n')
    )
    let { document } = await open('own.note.md')
    let at = rangeOf(document, 'telex').end
    await waitFor('the source', async () => (await hoverAt(document.uri, at)).includes('A telex'))
    let edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      document.uri,
      at,
      'telegram'
    )
    assert.ok(await vscode.workspace.applyEdit(edit))
    assert.equal(document.getText(), 'Gap: What [^telegram] says.\n')
    let renamed = await vscode.workspace.openTextDocument(archive('telegram.source.md'))
    assert.match(renamed.getText(), /Nothing to report/)
    await waitFor('the new key', async () => (await hoverAt(document.uri, at)).includes('A telex'))
  })
})

function placed(editor: vscode.TextEditor, words: string) {
  placeCursorAfter(editor, words)
  return editor
}
