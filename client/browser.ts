// The extension in a browser: the server is a web worker without a disk, and asks the client for files.
import { type ExtensionContext, Uri } from 'vscode'
import { LanguageClient } from 'vscode-languageclient/browser'
import { start, stop } from './extension'

// Of the browser's own types only this is needed.
declare class Worker {
  constructor(address: string)
}

export function activate(context: ExtensionContext) {
  let worker = new Worker(Uri.joinPath(context.extensionUri, 'dist', 'worker.js').toString(true))
  return start(context, options => new LanguageClient('provenote', 'Provenote', worker, options))
}

export let deactivate = stop
