import type {
  InlayHintParams,
  ResponseError,
  SemanticTokens,
  SemanticTokensDelta,
  SemanticTokensDeltaParams,
  SemanticTokensRangeParams
} from 'vscode-languageserver'
import { codeLens, codeLensResolve } from '../features/code-lens'
import { toPath } from '../features/convert'
import { inlayHint, inlayHintResolve } from '../features/inlay-hints'
import { semanticTokens } from '../features/semantic-tokens'
import { asking } from './asking'
import { showReferencesCommand } from './protocol'
import type { Server } from './state'

/** The requests whose answers an editor shows among a note's own words, a line each. */
export function answerSeeing(server: Server) {
  let { connection, workspace, client, documents } = server
  let { within, plain } = asking(server)
  let show = client.showReferences ? showReferencesCommand : undefined
  let given = new Map<string, { resultId: string; data: number[] }>()
  let results = 0

  connection.languages.semanticTokens.on(async (params, token) =>
    kept(params.textDocument.uri, await tokens(params, token))
  )
  connection.languages.semanticTokens.onDelta(async (params: SemanticTokensDeltaParams, token) => {
    let before = given.get(toPath(params.textDocument.uri))
    let now = kept(params.textDocument.uri, await tokens(params, token))
    if (!('resultId' in now) || before?.resultId !== params.previousResultId) return now
    return delta(before.data, now)
  })
  connection.languages.semanticTokens.onRange(async (params: SemanticTokensRangeParams, token) => {
    let data = await within('colours', (path, { range }: SemanticTokensRangeParams) =>
      semanticTokens(workspace, path, range)
    )(params, token)
    return Array.isArray(data) ? { data } : (data ?? { data: [] })
  })
  connection.languages.inlayHint.on(
    within('hints', (path, { range }: InlayHintParams) => inlayHint(workspace, path, range))
  )
  connection.languages.inlayHint.resolve(hint => plain('hints', () => inlayHintResolve(workspace, hint), hint))
  connection.onCodeLens(within('lenses', path => codeLens(workspace, path)))
  connection.onCodeLensResolve(lens => plain('lenses', () => codeLensResolve(workspace, lens, show), lens))

  // A lens must have a command. Clients without ours are given one without a name, and some send it back when it is chosen.
  connection.onExecuteCommand(() => null)

  function tokens(...[params, token]: Parameters<ReturnType<typeof within<number[], object>>>) {
    return within<number[], object>('colours', path => semanticTokens(workspace, path))(params, token)
  }

  // The last answer for each open file, for the next to be told as what has changed since.
  function kept(uri: string, data: number[] | null | ResponseError<void>) {
    if (!Array.isArray(data)) return data ?? { data: [] }
    for (let path of given.keys()) if (!documents.has(path)) given.delete(path)
    let result = { resultId: String(++results), data }
    given.set(toPath(uri), result)
    return result
  }
}

// One edit: what differs between the beginning and the end that both share.
function delta(before: number[], { resultId, data }: SemanticTokens): SemanticTokensDelta {
  let shared = Math.min(before.length, data.length)
  let start = 0
  while (start < shared && before[start] === data[start]) start++
  let end = 0
  while (end < shared - start && before[before.length - 1 - end] === data[data.length - 1 - end]) end++
  let isSame = start === before.length && start === data.length
  let edit = { start, deleteCount: before.length - start - end, data: data.slice(start, data.length - end) }
  return { resultId, edits: isSame ? [] : [edit] }
}
