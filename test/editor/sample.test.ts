import assert from 'node:assert'
import * as vscode from 'vscode'
import { diagnosticsOf, ready, uriOf, waitFor } from './support'

async function listed(folder: vscode.Uri): Promise<string[]> {
  let names: string[] = []
  for (let [name, type] of await vscode.workspace.fs.readDirectory(folder))
    if (type === vscode.FileType.Directory)
      names.push(...(await listed(vscode.Uri.joinPath(folder, name))).map(own => `${name}/${own}`))
    else names.push(name)
  return names.sort()
}

describe('the sample', () => {
  before(ready)

  it('is copied whole, as often as it is asked for', async () => {
    let extension = vscode.extensions.getExtension('provenote.provenote')!
    let copySample = extension.exports.copySample as (folder: vscode.Uri) => Promise<vscode.Uri>
    let first = await copySample(uriOf('copies'))
    let second = await copySample(uriOf('copies'))
    assert.deepEqual(
      [first, second].map(uri => uri.path.split('/').pop()),
      ['provenote-sample', 'provenote-sample-2']
    )
    let wanted = await listed(vscode.Uri.joinPath(extension.extensionUri, 'example'))
    for (let copy of [first, second]) assert.deepEqual(await listed(copy), wanted)
    let { uri } = await vscode.workspace.openTextDocument(vscode.Uri.joinPath(first, 'draft.note.md'))
    await waitFor('findings in the copy', () => diagnosticsOf(uri).length > 10)
    await vscode.workspace.fs.delete(uriOf('copies'), { recursive: true })
  })
})
