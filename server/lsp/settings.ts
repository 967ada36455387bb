import { DidChangeConfigurationNotification } from 'vscode-languageserver'
import { optionsFromSettings } from '../core'
import type { Server } from './state'

/** Follows the editor's settings: asks for them where the client answers, else takes what it sends. */
export async function followSettings(server: Server, changed: () => void): Promise<void> {
  let { connection, client } = server
  let section = 'provenote'
  let take = (settings: unknown) => {
    let { options, problems } = optionsFromSettings(settings)
    for (let problem of problems) connection.console.warn(`Setting: ${problem}`)
    server.workspace.configure(options)
  }
  let ask = async () => take(await connection.workspace.getConfiguration(section))
  connection.onDidChangeConfiguration(({ settings }) =>
    server.guard('settings', async () => {
      if (client.configuration) await ask()
      else take((settings as { provenote?: unknown } | null)?.provenote)
      changed()
    })
  )
  if (client.configurationChanges)
    server.guard('settings', () => connection.client.register(DidChangeConfigurationNotification.type, { section }))
  if (client.configuration) await server.guard('settings', ask)
}
