import { commands, EventEmitter, type TreeDataProvider, window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type ChecklistResult, checklist as request, type TreeLine } from '../../server/lsp/protocol'
import type { CurrentNote } from './notes'
import { rangeOf, treeItem, uriOf } from './tree-item'

/** How long, in milliseconds, the checklist waits for the writer to pause. */
let patience = 300

/** The publish checklist of the current note, kept up with it while it is seen. */
export function checklist(client: BaseLanguageClient, note: CurrentNote) {
  let changed = new EventEmitter<void>()
  let timer: ReturnType<typeof setTimeout> | undefined
  let last: ChecklistResult = null

  let provider: TreeDataProvider<TreeLine> = {
    onDidChangeTreeData: changed.event,
    getTreeItem: treeItem,
    getChildren: line => (line ? (Array.isArray(line.children) ? line.children : []) : lines())
  }
  let view = window.createTreeView('provenote.checklist', { treeDataProvider: provider, showCollapseAll: true })

  async function lines(): Promise<TreeLine[]> {
    try {
      last = await ask(client, note)
    } catch {
      // The text has changed meanwhile: its new findings ask again.
    }
    view.description = last?.title
    view.message = last?.summary
    return last?.lines ?? []
  }

  let soon = () => {
    clearTimeout(timer)
    if (view.visible) timer = setTimeout(() => changed.fire(), patience)
  }
  let parts = [changed, view, note.changed(soon), view.onDidChangeVisibility(soon)]
  return {
    provider,
    /** Shows the view and puts the focus into it. */
    open: () => commands.executeCommand('provenote.checklist.focus'),
    dispose() {
      clearTimeout(timer)
      for (let part of parts) part.dispose()
    }
  }
}

async function ask(client: BaseLanguageClient, note: CurrentNote): Promise<ChecklistResult> {
  let uri = note.uri()
  if (!uri) return null
  await client.start()
  return client.sendRequest<ChecklistResult>(request, { uri: client.code2ProtocolConverter.asUri(uri) })
}

/** Goes to a finding and offers its fixes, as the light bulb does. */
export async function fixFinding(line?: TreeLine) {
  if (!line?.at) return
  await window.showTextDocument(uriOf(line.at), { selection: rangeOf(line.at) })
  await commands.executeCommand('editor.action.quickFix')
}
