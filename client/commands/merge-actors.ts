import { type QuickPickItem, Uri, ViewColumn, window, workspace } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type MergeActorsResult,
  mergeActors as mergeRequest,
  type NamesResult,
  names as namesRequest,
  type Range,
  type TreeLine
} from '../../server/lsp/protocol'

/**
 * Makes one actor of two the writer chooses. Their records are shown side by side, then every change in the editor's own preview;
 * nothing is done before the writer has agreed there.
 *
 * @param line in the side bar, of the one that stays
 */
export async function mergeActors(client: BaseLanguageClient, line?: TreeLine) {
  await client.start()
  let { actors } = await client.sendRequest<NamesResult>(namesRequest)
  let items = Object.entries(actors).map(([key, name]): QuickPickItem => ({ label: name, description: `@${key}` }))
  items.sort((a, b) => a.label.localeCompare(b.label))
  let kept = line?.record?.key ?? (await choose(items, 'Merge two actors: the one that stays'))
  if (!kept) return
  let others = items.filter(item => item.description !== `@${kept}`)
  let gone = await choose(others, `Merge two actors: the one that becomes @${kept}`)
  if (!gone) return
  let result = await client.sendRequest<MergeActorsResult>(mergeRequest, { gone, kept })
  if ('refused' in result) {
    window.showWarningMessage(result.refused, { modal: true })
    return
  }
  await show(client, result.kept, ViewColumn.One)
  await show(client, result.gone, ViewColumn.Two)
  let edit = await client.protocol2CodeConverter.asWorkspaceEdit(result.edit as never)
  // Its parts ask for consent, so that the editor shows them first.
  if (edit) await workspace.applyEdit(edit, { isRefactoring: true })
}

async function choose(items: QuickPickItem[], title: string): Promise<string | undefined> {
  let placeHolder = 'Names and keys; identifiers are compared, never guessed.'
  let chosen = await window.showQuickPick(items, { title, placeHolder, matchOnDescription: true, ignoreFocusOut: true })
  return chosen?.description?.slice(1)
}

async function show(client: BaseLanguageClient, { uri, range }: { uri: string; range: Range }, viewColumn: ViewColumn) {
  let selection = client.protocol2CodeConverter.asRange(range)
  await window.showTextDocument(Uri.parse(uri), { viewColumn, selection, preview: false, preserveFocus: true })
}
