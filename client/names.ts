import { commands } from 'vscode'
import type { BaseLanguageClient } from 'vscode-languageclient'
import { type NamesResult, namesChanged, names as namesRequest } from '../server/lsp/protocol'

/**
 * The names the preview shows, kept at hand because a preview is rendered without waiting. Nothing is asked until a preview
 * first wants them; from then on they are asked for again, at most once a second, when the server says they have changed.
 */
export function keepNames(client: BaseLanguageClient) {
  let names: NamesResult = { actors: {}, sources: {} }
  let wanted = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function ask() {
    timer = undefined
    try {
      await client.start()
      names = await client.sendRequest<NamesResult>(namesRequest)
      await commands.executeCommand('markdown.preview.refresh')
    } catch {
      // Without names the preview shows keys.
    }
  }

  let listener = client.onNotification(namesChanged, () => {
    if (wanted) timer ??= setTimeout(ask, 1000)
  })

  return {
    now() {
      if (!wanted) ask()
      wanted = true
      return names
    },
    dispose() {
      listener.dispose()
      clearTimeout(timer)
    }
  }
}
