import { commands, env, Range, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { actors, sources, type TreeLine, type ViewResult } from '../../server/lsp/protocol'
import { rangeOf, uriOf } from '../views/tree-item'
import { showReferences } from './show-references'

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
  let { insert } = line
  let { selections, document } = editor
  await editor.edit(edit => {
    for (let selection of selections) {
      let before = document.lineAt(selection.start.line).text.slice(0, selection.start.character)
      edit.replace(selection, isApart(before, insert) ? insert : ` ${insert}`)
    }
  })
  await window.showTextDocument(document, editor.viewColumn)
}

// Behind these a mention is none; a citation may touch the end of a sentence, and another citation.
function isApart(before: string, insert: string) {
  return !(insert.startsWith('@') ? /[\p{L}\p{N}_.@/\\]$/u : /[\p{L}\p{N}”"»)]$/u).test(before)
}

export async function copyKey(line?: TreeLine) {
  if (line?.record) await env.clipboard.writeText(line.record.key)
}

/** Everywhere an actor or a source is mentioned or cited, in the editor's own list of references. */
export async function findUses(client: BaseLanguageClient, line?: TreeLine) {
  let { document, at } = (await placeOf(client, line)) ?? {}
  if (!document || !at) return
  let { asUri, asPosition } = client.code2ProtocolConverter
  await showReferences(client, asUri(document.uri), asPosition(at))
}

/** Renames a key everywhere, as the editor does it. */
export async function renameKey(client: BaseLanguageClient, line?: TreeLine) {
  let { document, at } = (await placeOf(client, line)) ?? {}
  if (!document || !at) return
  await window.showTextDocument(document, { selection: new Range(at, at) })
  await commands.executeCommand('editor.action.rename')
}

// Where a key is written in a file that the server can be asked about: a note that uses it, else its record. A bibliography is none.
async function placeOf(client: BaseLanguageClient, line?: TreeLine) {
  if (!line?.record || !line.at) return undefined
  await client.start()
  let [used] = await client.sendRequest<ViewResult>(line.record.kind === 'actor' ? actors : sources, {
    parent: line.id
  })
  let place = used?.at ?? line.at
  return { document: await workspace.openTextDocument(uriOf(place)), at: rangeOf(place).start }
}
