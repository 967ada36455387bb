import type { CompletionList } from 'vscode-languageserver-types'
import type { Workspace } from '../../core'
import { type CompletionSupport, completion } from './index'
import { quotationCompletion } from './quotation'

/**
 * What is offered at the offset, whatever it was that asked. After a space, which is typed at every word, that is a name that
 * was begun or a quotation's words; else what may be written there, and where that is nothing, a quotation's words. Yields while
 * sources are searched.
 *
 * @param trigger the character typed, when it was that which asked
 */
export function* completionFor(
  workspace: Workspace,
  path: string,
  offset: number,
  support: CompletionSupport,
  trigger?: string
): Generator<void, CompletionList | undefined> {
  let found = completion(workspace, path, offset, support, trigger === ' ')
  if (found && found.items.length > 0) return found
  return (yield* quotationCompletion(workspace, path, offset, support, trigger === undefined)) ?? found
}
