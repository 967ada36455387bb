// The extension where there is Node: desktop and remote. The server is a process of its own.
import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient, TransportKind } from 'vscode-languageclient/node'
import { start, stop } from './extension'
import { checkTasks } from './tasks'

export function activate(context: ExtensionContext) {
  let module = Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath
  let run = { module, transport: TransportKind.ipc }
  let debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6009'] } }
  context.subscriptions.push(checkTasks(context.extensionUri))
  return start(
    context,
    options => new LanguageClient('provenote', 'Provenote', { run, debug }, options),
    // VS Code's own folder for this workspace: nothing is put among the user's files.
    context.storageUri?.fsPath
  )
}

export let deactivate = stop
