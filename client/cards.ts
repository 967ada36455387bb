import { MarkdownString } from 'vscode'
import type { Middleware } from 'vscode-languageclient'
import { passageCommands } from '../server/lsp/protocol'

/**
 * Cards may link to the two commands that open and copy a passage, and to no other; and their fainter words are written as HTML, of
 * which VS Code lets nothing through that acts. Words of sources are escaped by the server either way.
 */
export let cards: Middleware = {
  async provideHover(document, position, token, next) {
    let found = await next(document, position, token)
    for (let part of found?.contents ?? []) {
      if (!(part instanceof MarkdownString)) continue
      part.isTrusted = { enabledCommands: passageCommands }
      part.supportHtml = true
    }
    return found
  }
}
