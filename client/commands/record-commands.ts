import { commands, env, Position, Uri, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type TreeLine, type UsesResult, uses } from '../../server/lsp/protocol'
import { rangeOf, uriOf } from '../views/tree-item'

/** Opens the record, or the place, that a line leads to. */
export async function openRecord(line?: TreeLine) {
  if (line?.at) await window.showTextDocument(uriOf(line.at), { selection: rangeOf(line.at), preview: false })
}

/** Writes what a note says of an actor or a source at the cursor of the note in the editor. */
export async function insertReference(line?: TreeLine) {
  let editor = window.activeTextEditor
  if (!line?.insert) return
  if (editor?.document.languageId !== 'provenote') {
    window.showInformationMessage('Open a note first: it goes where the cursor is.')
    return
  }
  // A mention ends where a letter does; a space keeps the words before apart.
  let { insert } = line
  let { selections, document } = editor
  await editor.edit(edit => {
    for (let selection of selections) {
      let before = document.lineAt(selection.start.line).text.slice(0, selection.start.character)
      edit.replace(selection, /[\p{L}\p{N}_.@/\\]$/u.test(before) && insert.startsWith('@') ? ` ${insert}` : insert)
    }
  })
  await window.showTextDocument(document, editor.viewColumn)
}

export async function copyKey(line?: TreeLine) {
  if (line?.record) await env.clipboard.writeText(line.record.key)
}

/** Everywhere an actor or a source is mentioned or cited, in the editor's own list of references. */
export async function findUses(client: BaseLanguageClient, line?: TreeLine) {
  if (!line?.record || !line.at) return
  let found = await usesOf(client, line)
  if (!found) return
  if (found.length === 0) {
    window.showInformationMessage(`Nothing mentions or cites ${line.label}.`)
    return
  }
  let locations = found.map(place => client.protocol2CodeConverter.asLocation(place))
  await commands.executeCommand('editor.action.showReferences', uriOf(line.at), rangeOf(line.at).start, locations)
}

/** Renames a key everywhere, as the editor does it: from its record, or from where it is used if its file's name is the key. */
export async function renameKey(client: BaseLanguageClient, line?: TreeLine) {
  if (!line?.record || !line.at) return
  let own = rangeOf(line.at)
  let used = own.isEmpty ? (await usesOf(client, line))?.[0] : undefined
  let at = used ? { uri: Uri.parse(used.uri), start: rangeOf(used).start } : { uri: uriOf(line.at), start: own.start }
  await window.showTextDocument(at.uri, { selection: { start: at.start, end: at.start } as never })
  await commands.executeCommand('editor.action.rename', [at.uri, new Position(at.start.line, at.start.character)])
}

async function usesOf(client: BaseLanguageClient, { record }: TreeLine): Promise<UsesResult | undefined> {
  try {
    await client.start()
    return await client.sendRequest<UsesResult>(uses, record)
  } catch {
    window.showErrorMessage('The uses could not be looked up. The Provenote output says why.')
    return undefined
  }
}
