import { env, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type CopiedPassageResult, copiedPassage } from '../../server/lsp/protocol'
import { askPassage } from './cited-passage'

/** Puts what a citation or quotation relies on, with a line that says where it is from, on the clipboard. */
export async function copyCitedPassage(client: BaseLanguageClient, place?: unknown) {
  let found = await askPassage<NonNullable<CopiedPassageResult>>(client, copiedPassage, place)
  if (!found) return
  await env.clipboard.writeText(found.text)
  window.setStatusBarMessage('The cited passage is copied.', 4000)
}
