import { CompletionItemKind, type CompletionItemLabel, CompletionList } from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/**
 * What VS Code's list of suggestions can do beyond the protocol: people have an icon of their own, and behind a field or an
 * attribute its values come up at once.
 */
export let suggestions: Middleware = {
  async provideCompletionItem(document, position, context, token, next) {
    let found = await next(document, position, context, token)
    for (let item of found instanceof CompletionList ? found.items : (found ?? [])) {
      if ((item.label as CompletionItemLabel).description === 'Person') item.kind = CompletionItemKind.User
      if ((item as { data?: { values?: boolean } }).data?.values)
        item.command = { title: 'Its values', command: 'editor.action.triggerSuggest' }
    }
    return found
  },
  async resolveCompletionItem(item, token, next) {
    let { kind } = item
    let resolved = await next(item, token)
    if (resolved) resolved.kind = kind
    return resolved
  }
}
