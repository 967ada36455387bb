import { pageAt, pagesOf, sentenceAround, type Workspace } from '../core'
import { citedTarget } from './cited-passage'
import { sourceLine } from './words/describe'
import { plain } from './words/escape'

/**
 * What the citation or quotation at the offset relies on, to be pasted anywhere: the sentence, or sentences, of the source that
 * hold the words, and a line that says where they are from. Plain text. Undefined where no captured text holds them.
 */
export function* copiedPassage(
  workspace: Workspace,
  path: string,
  offset: number,
  source?: string
): Generator<void, { text: string } | undefined> {
  let target = yield* citedTarget(workspace, path, offset, source)
  let own = target && workspace.files.get(target.path)?.captured
  // The record of a source is no passage of it.
  if (!target || !own || target.shown) return undefined
  let page = pageAt(pagesOf(own.text(), own.source.bodyFrom ?? 0), target.from)
  let where = [plain(sourceLine(own.source)), page && `p. ${plain(page.page)}`, own.source.url && plain(own.source.url)]
  return { text: `${plain(sentenceAround(own, target).text)}\n— ${where.filter(Boolean).join(', ')}\n` }
}
