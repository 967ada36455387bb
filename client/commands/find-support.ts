import {
  commands,
  type Position as EditorPosition,
  ProgressLocation,
  type QuickPickItem,
  type TextDocument,
  ThemeIcon,
  Uri,
  WorkspaceEdit,
  window,
  workspace
} from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import {
  type FindSupportResult,
  type Position,
  findSupport as request,
  type SupportingPassage
} from '../../server/lsp/protocol'
import { failed } from '../failed'

interface Item extends QuickPickItem {
  passage: SupportingPassage
}

let open = { iconPath: new ThemeIcon('go-to-file'), tooltip: 'Open the passage' }

/**
 * Lists the passages that may support a sentence, to be read: choosing one cites its source, the button beside it opens it. The
 * sentence is that of the cursor, or the one a code action names.
 */
export async function findSupport(client: BaseLanguageClient, uri?: unknown, position?: Position) {
  // From a menu it is the menu's own argument.
  let isNamed = typeof uri === 'string'
  let document = isNamed
    ? await workspace.openTextDocument(Uri.parse(uri as string))
    : window.activeTextEditor?.document
  let cursor = window.activeTextEditor?.selection.active
  let at = isNamed && position ? client.protocol2CodeConverter.asPosition(position) : cursor
  if (document?.languageId !== 'provenote' || !at) {
    window.showInformationMessage('Open a note first, and put the cursor in a sentence of it.')
    return
  }
  let { version } = document
  let found = await ask(client, document, at)
  if (found === undefined) return
  if (!found?.passages.length) {
    let where = found ? 'No passage of a source shares enough with this sentence.' : 'There is no sentence here.'
    window.showInformationMessage(where)
    return
  }
  let passage = await choose(client, found)
  if (passage) await cite(client, document, version, passage)
}

// Undefined once the failure has been told, or the writer has lost patience.
async function ask(client: BaseLanguageClient, document: TextDocument, at: EditorPosition) {
  let location = { location: ProgressLocation.Window, title: 'Reading the sources' }
  try {
    await client.start()
    return await window.withProgress(location, () =>
      client.sendRequest<FindSupportResult>(request, {
        uri: client.code2ProtocolConverter.asUri(document.uri),
        position: client.code2ProtocolConverter.asPosition(at)
      })
    )
  } catch {
    failed(client, 'The sources could not be searched.')
    return undefined
  }
}

function choose(client: BaseLanguageClient, found: NonNullable<FindSupportResult>) {
  let list = window.createQuickPick<Item>()
  list.title = 'Find support'
  list.placeholder = found.words
  list.matchOnDetail = true
  list.ignoreFocusOut = true
  list.items = found.passages.map(passage => ({
    label: `“${passage.words}”`,
    // Beside long words it would be cut off.
    detail: `${[passage.key, passage.published].filter(Boolean).join(' · ')} — ${passage.why}`,
    buttons: [open],
    passage
  }))
  return new Promise<SupportingPassage | undefined>(done => {
    list.onDidTriggerItemButton(({ item: { passage } }) => show(client, passage))
    list.onDidAccept(() => {
      done(list.selectedItems[0]?.passage)
      list.hide()
    })
    list.onDidHide(() => {
      done(undefined)
      list.dispose()
    })
    list.show()
  })
}

// Beside the note, and the list stays: it is read before it is cited.
async function show(client: BaseLanguageClient, { uri, range }: SupportingPassage) {
  let selection = client.protocol2CodeConverter.asRange(range)
  let place = { selection, preview: true, preserveFocus: true, viewColumn: -2 }
  await window.showTextDocument(client.protocol2CodeConverter.asUri(uri), place)
}

async function cite(client: BaseLanguageClient, document: TextDocument, version: number, passage: SupportingPassage) {
  if (document.version !== version) {
    window.showInformationMessage('The note has changed meanwhile: ask again.')
    return
  }
  let edit = new WorkspaceEdit()
  edit.replace(document.uri, client.protocol2CodeConverter.asRange(passage.edit.range), passage.edit.newText)
  await workspace.applyEdit(edit)
  await commands.executeCommand('workbench.action.focusActiveEditorGroup')
}
