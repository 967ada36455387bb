// The extension in a browser: the server is a web worker without a disk, and asks the client for files.
import { type ExtensionContext, Uri, workspace } from 'vscode'
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient } from 'vscode-languageclient/browser'
import { start, stop } from './extension'

// Of the browser's own types only this is needed.
declare let Worker: new (address: string) => never

export function activate(context: ExtensionContext) {
  let script = Uri.joinPath(context.extensionUri, 'dist', 'worker.js')
  let server = async () => {
    let worker = new Worker(await addressOf(script))
    return { reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) }
  }
  return start(context, options => new LanguageClient('provenote', 'Provenote', server, options))
}

/** An extension that is served by a remote has files without an address in the browser; their bytes get one. */
async function addressOf(script: Uri) {
  if (/^https?$/.test(script.scheme)) return script.toString(true)
  let bytes = new Uint8Array(await workspace.fs.readFile(script))
  return URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }))
}

export let deactivate = stop
