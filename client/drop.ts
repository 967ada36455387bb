import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type DropResult, drop as dropRequest } from '../server/lsp/protocol'

/** Files of sources, actors and notes that are dropped onto a note come to be cited, mentioned and linked there. */
export function dropping(client: BaseLanguageClient) {
  let provider: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, _position, data, token) {
      let list = (await data.get('text/uri-list')?.asString()) ?? ''
      let dropped = list.split(/\r?\n/).filter(line => line && !line.startsWith('#'))
      if (dropped.length === 0 || !client.isRunning()) return undefined
      let uri = client.code2ProtocolConverter.asUri(document.uri)
      let offer = await client.sendRequest<DropResult>(dropRequest, { uri, dropped }, token)
      if (!offer) return undefined
      let edit = new vscode.DocumentDropEdit(offer.insertText)
      // Newer ones show it in the list of ways to drop.
      return Object.assign(edit, { title: offer.title })
    }
  }
  let registered = vscode.languages.registerDocumentDropEditProvider({ language: 'provenote' }, provider)
  return { provider, dispose: () => registered.dispose() }
}
