import { commands } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { Position, Range } from '../../server/lsp/protocol'

interface Found {
  uri: string
  range: Range
}

/** Shows where something is named, beside the place that names it: what a code lens opens. Asks for the places unless they are given. */
export async function showReferences(client: BaseLanguageClient, uri: string, position: Position, given?: Found[]) {
  let context = { includeDeclaration: false }
  let asked = { textDocument: { uri }, position, context }
  let found = given ?? (await client.sendRequest<Found[] | null>('textDocument/references', asked)) ?? []
  let { protocol2CodeConverter: convert } = client
  await commands.executeCommand(
    'editor.action.showReferences',
    convert.asUri(uri),
    convert.asPosition(position),
    found.map(convert.asLocation)
  )
}
