import { window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type CitedPassageResult, citedPassage } from '../../server/lsp/protocol'
import { askPassage } from './cited-passage'

/** From a citation or quotation to the words in the source, selected. */
export async function goToCitedPassage(client: BaseLanguageClient, place?: unknown) {
  let found = await askPassage<NonNullable<CitedPassageResult>>(client, citedPassage, place)
  if (!found) return
  let selection = client.protocol2CodeConverter.asRange(found.range)
  await window.showTextDocument(client.protocol2CodeConverter.asUri(found.uri), { selection })
}
