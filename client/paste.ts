import * as vscode from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type PasteResult, paste as pasteRequest } from '../server/lsp/protocol'

/** VS Code's interface for pasting, which 1.97 made stable; the extension runs in older ones, too, without it. */
interface Pasting {
  languages: {
    registerDocumentPasteEditProvider?(selector: object, provider: object, about: object): vscode.Disposable
  }
  DocumentPasteEdit: new (
    insertText: string,
    title: string,
    kind: Kind
  ) => { additionalEdit?: vscode.WorkspaceEdit; yieldTo?: Kind[] }
  DocumentDropOrPasteEditKind: { Empty: Kind; Text: Kind }
}
interface Kind {
  append(...parts: string[]): Kind
}

/** Offers a citation for an address that is pasted, or for words with their address. Unasked, what was copied is pasted as it is. */
export function pasting(client: BaseLanguageClient) {
  let { languages, DocumentPasteEdit, DocumentDropOrPasteEditKind } = vscode as unknown as Pasting
  if (!languages.registerDocumentPasteEditProvider) return { dispose() {} }
  let kind = DocumentDropOrPasteEditKind.Empty.append('provenote', 'citation')
  let provider = {
    async provideDocumentPasteEdits(
      document: vscode.TextDocument,
      [range]: readonly vscode.Range[],
      data: vscode.DataTransfer,
      _context: unknown,
      token: vscode.CancellationToken
    ) {
      let text = (await data.get('text/plain')?.asString()) ?? ''
      // Any other text is left to the editor without a question.
      if (!/https?:\/\//i.test(text) || text.length > 20_000 || !client.isRunning()) return undefined
      let offers = await client.sendRequest<PasteResult>(
        pasteRequest,
        {
          uri: client.code2ProtocolConverter.asUri(document.uri),
          range: client.code2ProtocolConverter.asRange(range),
          text
        },
        token
      )
      return Promise.all(
        offers.map(async ({ title, insertText, edit }) => {
          let offer = new DocumentPasteEdit(insertText, title, kind)
          if (edit) offer.additionalEdit = await client.protocol2CodeConverter.asWorkspaceEdit(edit as never)
          offer.yieldTo = [DocumentDropOrPasteEditKind.Text]
          return offer
        })
      )
    }
  }
  let about = { providedPasteEditKinds: [kind], pasteMimeTypes: ['text/plain'] }
  let registered = languages.registerDocumentPasteEditProvider({ language: 'provenote' }, provider, about)
  return { provider, dispose: () => registered.dispose() }
}
