import { window } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'

/** Tells what did not work; the output of the server, which says why, is a button away. */
export async function failed(client: BaseLanguageClient, what: string) {
  let show = 'Show output'
  if ((await window.showErrorMessage(what, show)) === show) client.outputChannel.show()
}
