import { type TextEditor, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type CitedPassageResult, citedPassage } from '../../server/lsp/protocol'

/** From a citation or quotation to the words in the source, selected. */
export async function goToCitedPassage(client: BaseLanguageClient) {
  let editor = window.activeTextEditor
  if (!editor) return
  let found: CitedPassageResult
  try {
    found = await ask(client, editor)
  } catch {
    window.showErrorMessage('The cited passage could not be looked up. The Provenote output says why.')
    return
  }
  if (!found) {
    window.showInformationMessage('No citation here leads to a passage: its source has no captured text that holds it.')
    return
  }
  let selection = client.protocol2CodeConverter.asRange(found.range)
  await window.showTextDocument(client.protocol2CodeConverter.asUri(found.uri), { selection })
}

async function ask(client: BaseLanguageClient, { document, selection }: TextEditor) {
  await client.start()
  return client.sendRequest<CitedPassageResult>(citedPassage, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    position: client.code2ProtocolConverter.asPosition(selection.active)
  })
}
