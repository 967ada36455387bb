import type { BaseLanguageClient } from 'vscode-languageclient'

/** Starts the server anew: what is open is told to it again, and the files are read again. */
export async function restartServer(client: BaseLanguageClient) {
  if (client.needsStop()) await client.stop()
  await client.start()
}
