import { window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import type { CitedPassageParams } from '../../server/lsp/protocol'
import { failed } from '../failed'

/**
 * Asks the server about the passage that is cited at a place a card's link names, else at the cursor. Undefined when there is none or
 * it could not be asked, and the user has been told.
 */
export async function askPassage<T>(
  client: BaseLanguageClient,
  request: string,
  place: unknown
): Promise<T | undefined> {
  let asked = isPlace(place) ? place : cursorOf(client)
  if (!asked) return undefined
  try {
    await client.start()
    let found = await client.sendRequest<T | null>(request, asked)
    if (found) return found
  } catch {
    failed(client, 'The cited passage could not be looked up.')
    return undefined
  }
  window.showInformationMessage('No citation here leads to a passage: its source has no captured text that holds it.')
  return undefined
}

// From a menu it is the menu's own argument.
function isPlace(place: unknown): place is CitedPassageParams {
  let given = place as Partial<CitedPassageParams> | undefined
  return typeof given?.uri === 'string' && typeof given.position?.line === 'number'
}

function cursorOf(client: BaseLanguageClient): CitedPassageParams | undefined {
  let editor = window.activeTextEditor
  if (!editor) return undefined
  let { asUri, asPosition } = client.code2ProtocolConverter
  return { uri: asUri(editor.document.uri), position: asPosition(editor.selection.active) }
}
