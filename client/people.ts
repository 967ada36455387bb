import { CompletionItemKind, type CompletionItemLabel, CompletionList } from 'vscode'
import type { Middleware } from 'vscode-languageclient'

/** People have an icon of their own in VS Code's list of suggestions; the protocol knows no such kind. */
export let people: Middleware = {
  async provideCompletionItem(document, position, context, token, next) {
    let found = await next(document, position, context, token)
    for (let item of found instanceof CompletionList ? found.items : (found ?? []))
      if ((item.label as CompletionItemLabel).description === 'Person') item.kind = CompletionItemKind.User
    return found
  },
  async resolveCompletionItem(item, token, next) {
    let { kind } = item
    let resolved = await next(item, token)
    if (resolved) resolved.kind = kind
    return resolved
  }
}
