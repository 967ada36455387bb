import { commands, type ExtensionContext, Uri } from 'vscode'
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient'
import type { InitializationOptions, Position, TreeLine } from '../server/lsp/protocol'
import { cards } from './cards'
import { checkWorkspace } from './commands/check-workspace'
import { copyCitedPassage } from './commands/copy-cited-passage'
import { findSupport } from './commands/find-support'
import { firstSteps } from './commands/first-steps'
import { goToCitedPassage } from './commands/go-to-cited-passage'
import { mergeActors } from './commands/merge-actors'
import { newActor } from './commands/new-actor'
import { newNote } from './commands/new-note'
import { newSource } from './commands/new-source'
import { openPreview } from './commands/open-preview'
import { copySample, openSample, showSample } from './commands/open-sample'
import { copyKey, findUses, insertReference, openRecord, renameKey } from './commands/record-commands'
import { restartServer } from './commands/restart-server'
import { findUnlinkedNames, showReferences } from './commands/show-references'
import { dropping } from './drop'
import { answerFileRequests } from './files'
import { keepNames } from './names'
import { pasting } from './paste'
import { notePreview } from './preview'
import { suggestions } from './suggestions'
import { unnamedNotes } from './unnamed-notes'
import { checklist, fixFinding } from './views/checklist'
import { currentNote } from './views/notes'
import { statusBar } from './views/status-bar'
import { workspaceView, workspaceViews } from './views/workspace-view'

/** Any scheme: a note is a note on a disk, in a browser and in a virtual workspace. */
let documentSelector = [
  { language: 'provenote' },
  { language: 'provenote-source' },
  ...['**/{actors,sources,provenote}.yaml', '**/*.{actors,sources}.yaml'].map(pattern => ({ pattern }))
]

let client: BaseLanguageClient | undefined

/**
 * What both hosts share. Answers at once, before the server does: VS Code's Markdown preview waits for the plugin, and a
 * command that needs the server waits for it itself. Gives VS Code the plugin, and tests what the window shows.
 */
export function start(
  context: ExtensionContext,
  connect: (options: LanguageClientOptions) => BaseLanguageClient,
  storage?: string
) {
  let pages = Uri.joinPath(context.extensionUri, 'server/core/rules').toString()
  let initializationOptions: InitializationOptions = {
    files: true,
    findSupport: true,
    showReferences: true,
    pages,
    passageCommands: true,
    views: true,
    names: true,
    storage
  }
  let diagnosticCollectionName = 'provenote'
  let server = (client = connect({
    documentSelector,
    initializationOptions,
    diagnosticCollectionName,
    uriConverters: unnamedNotes(),
    middleware: { ...suggestions, ...cards }
  }))
  let add = (id: string, run: (...args: never[]) => unknown) =>
    context.subscriptions.push(commands.registerCommand(`provenote.${id}`, run))

  commands.executeCommand('setContext', 'provenote.active', true)
  add('newNote', newNote)
  add('newSource', newSource)
  add('newActor', newActor)
  add('checkWorkspace', () => checkWorkspace(server))
  add('goToCitedPassage', (place?: unknown) => goToCitedPassage(server, place))
  add('copyCitedPassage', (place?: unknown) => copyCitedPassage(server, place))
  add('findSupport', (uri?: unknown, position?: Position) => findSupport(server, uri, position))
  add('mergeActors', (line?: TreeLine) => mergeActors(server, line))
  add('openPreview', openPreview)
  add('findUnlinkedNames', () => findUnlinkedNames(server))
  add('showReferences', (uri: string, position: Position, found?: never[]) =>
    showReferences(server, uri, position, found)
  )

  let paste = pasting(server)
  let drop = dropping(server)
  context.subscriptions.push(...answerFileRequests(server), paste, drop)
  let names = keepNames(server)
  let note = currentNote()
  let list = checklist(server, note)
  add('openChecklist', list.open)
  add('fixFinding', fixFinding)
  add('openRecord', openRecord)
  add('insertReference', insertReference)
  add('copyKey', copyKey)
  add('findUses', (line?: TreeLine) => findUses(server, line))
  add('renameKey', (line?: TreeLine) => renameKey(server, line))
  add('firstSteps', firstSteps)
  add('restartServer', () => restartServer(server))
  add('openSample', () => openSample(context))
  let [actors, sources, statements] = workspaceViews.map(own => workspaceView(server, own))
  let status = statusBar(server, note)
  context.subscriptions.push(names, note, list, status, actors, sources, statements)
  // The client itself tells the user when the server cannot be started.
  server.start().catch(() => {})
  showSample(context).catch(() => {})
  return {
    extendMarkdownIt: notePreview(names.now),
    shown: { status: status.item, checklist: list.provider, actors, sources, statements },
    put: { paste, drop },
    copySample: (folder: Uri) => copySample(context.extensionUri, folder)
  }
}

export function stop() {
  return client?.stop()
}
