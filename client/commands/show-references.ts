import { commands, ProgressLocation, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Position, Range, ReferencesAsked } from '../../server/lsp/protocol'
import { failed } from '../failed'

interface Found {
  uri: string
  range: Range
}

/** Shows where something is named, beside the place that names it: what a code lens opens. Asks for the places unless they are given. */
export async function showReferences(client: BaseLanguageClient, uri: string, position: Position, given?: Found[]) {
  await show(client, uri, position, given ?? (await ask(client, uri, position, { includeDeclaration: false })))
}

/** Shows where the actor at the cursor is named, its names in running text that nobody has linked among them. */
export async function findUnlinkedNames(client: BaseLanguageClient) {
  let editor = window.activeTextEditor
  if (!editor) return
  let uri = client.code2ProtocolConverter.asUri(editor.document.uri)
  let position = client.code2ProtocolConverter.asPosition(editor.selection.active)
  let found: Found[]
  try {
    await client.start()
    let asked = { includeDeclaration: true, unlinkedNames: true }
    let title = 'Looking for names in all notes'
    let location = ProgressLocation.Window
    found = await window.withProgress({ title, location }, () => ask(client, uri, position, asked))
  } catch {
    failed(client, 'The names could not be looked for.')
    return
  }
  if (found.length > 0) return show(client, uri, position, found)
  window.showInformationMessage('No actor stands here: put the cursor on a mention or on an actor’s record.')
}

async function ask(client: BaseLanguageClient, uri: string, position: Position, context: ReferencesAsked) {
  let asked = { textDocument: { uri }, position, context }
  return (await client.sendRequest<Found[] | null>('textDocument/references', asked)) ?? []
}

async function show(client: BaseLanguageClient, uri: string, position: Position, found: Found[]) {
  let { protocol2CodeConverter: convert } = client
  await commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(position),
    found.map(convert.asLocation)
  )
}
