/**
 * What is offered for pasting and dropping, as VS Code asks for it. Its own commands reach no provider in a page that a test drives: they
 * paste the text of the clipboard without the events of a paste.
 */
import assert from 'node:assert'
import * as vscode from 'vscode'
import { hoverAt, openNew, placeCursorAfter, rangeOf, ready, uriOf, waitFor, write } from './support'

interface Offer {
  insertText: string
  title?: string
  additionalEdit?: vscode.WorkspaceEdit
}
type Ask = (
  document: vscode.TextDocument,
  place: unknown,
  data: vscode.DataTransfer,
  ...more: unknown[]
) => Promise<Offer>

let address = 'https://strait.example/pasted'
let source = `---\ntitle: A pasted list\nURL: ${address}\nauthor: A. Writer\npublisher: B\nissued: 2031-01-02\n---\nText.\n`
let none = new vscode.CancellationTokenSource().token

function providers() {
  let { put } = vscode.extensions.getExtension('provenote.provenote')!.exports
  return put as {
    paste: { provider: { provideDocumentPasteEdits: (...args: Parameters<Ask>) => Promise<Offer[] | undefined> } }
    drop: { provider: { provideDocumentDropEdits: Ask } }
  }
}

function dataOf(type: string, text: string): vscode.DataTransfer {
  let data = new vscode.DataTransfer()
  data.set(type, new vscode.DataTransferItem(text))
  return data
}

describe('putting into a note', () => {
  let document: vscode.TextDocument
  before(async () => {
    await ready()
    await write('pasted.source.md', source)
    ;({ document } = await openNew('paste.note.md', 'Gap: What [^pasted] is there \n'))
    let { end } = rangeOf(document, '[^past')
    await waitFor('the source is known', async () => (await hoverAt(document.uri, end)).includes('A pasted list'))
  })

  let paste = async (text: string) => {
    let range = rangeOf(document, 'there ').with(rangeOf(document, 'there ').end)
    let data = dataOf('text/plain', text)
    return (await providers().paste.provider.provideDocumentPasteEdits(document, [range], data, {}, none)) ?? []
  }

  it('an address that is pasted can cite the source that has it', async () => {
    let offers = await paste(address)
    assert.deepEqual(
      offers.map(({ insertText, title }) => [insertText, title]),
      [['[^pasted]', 'Cite pasted']]
    )
    assert.equal(offers[0].additionalEdit, undefined)
  })

  it('an address of no source can make a new one', async () => {
    let [{ insertText, additionalEdit }] = await paste(`“Three boats” ${address}/other-list`)
    assert.equal(insertText, '“Three boats” [^other-list]')
    assert.ok(await vscode.workspace.applyEdit(additionalEdit!))
    let made = await waitFor('the source is made', () =>
      vscode.workspace.textDocuments.find(({ uri }) => uri.path.endsWith('/other-list.source.md'))
    )
    assert.match(made.getText(), /URL: "https:\/\/strait\.example\/pasted\/other-list"/)
  })

  it('any other text is pasted as it is', async () => {
    assert.deepEqual(await paste('three boats'), [])
    let editor = await openNew('plain.note.md', 'Gap: What is there \n')
    await vscode.env.clipboard.writeText(address)
    placeCursorAfter(editor, 'there ')
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction')
    await waitFor('the address', () => editor.document.getText() === `Gap: What is there ${address}\n`)
  })

  it('a source that is dropped is cited', async () => {
    let data = dataOf('text/uri-list', uriOf('pasted.source.md').toString())
    let offer = await providers().drop.provider.provideDocumentDropEdits(
      document,
      new vscode.Position(0, 0),
      data,
      none
    )
    assert.equal(offer.insertText, '[^pasted]')
  })
})
