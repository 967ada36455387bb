import {
  type CancellationToken,
  type CompletionItem,
  type CompletionParams,
  type Diagnostic,
  type DiagnosticServerCancellationData,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  LSPErrorCodes,
  ResponseError
} from 'vscode-languageserver'
import { citedPassage } from '../features/cited-passage'
import { codeActions } from '../features/code-actions'
import { completionFor } from '../features/completion/for'
import { completionResolve } from '../features/completion/resolve'
import { copiedPassage } from '../features/copied-passage'
import { diagnostics } from '../features/diagnostics'
import { findSupport } from '../features/find-support'
import { hover } from '../features/hover'
import { names } from '../features/names'
import { refactors } from '../features/refactor'
import { silences } from '../features/silence'
import { asking, stopped } from './asking'
import { checkWorkspace } from './check-workspace'
import { answerNavigation } from './navigation'
import {
  type CheckWorkspaceParams,
  type CitedPassageParams,
  type CopiedPassageResult,
  checkWorkspace as checkRequest,
  copiedPassage as copyRequest,
  type FindSupportParams,
  type FindSupportResult,
  findSupportCommand,
  names as namesRequest,
  openCommand,
  citedPassage as passageRequest,
  findSupport as supportRequest
} from './protocol'
import { answerSeeing } from './seeing'
import type { Server } from './state'

/** Every request, a line each: what it asks of which feature. `indexed` settles once all files are known. */
export function answerRequests(server: Server, indexed: () => Promise<unknown>) {
  let { connection, workspace, client, documents, today } = server
  let { at, within, plain } = asking(server)
  let edits = { ...client.edits, versionOf: (path: string) => documents.version(path) ?? null }
  let command = client.findSupport ? findSupportCommand : undefined
  let open = client.showDocument ? openCommand : undefined
  let fixes = { ...client.diagnostics, ...edits, findSupport: command, open }

  answerNavigation(server)
  answerSeeing(server)
  connection.onHover(at('hover', (path, offset) => hover(workspace, path, offset, client.hover)))
  connection.onCompletion(
    at('completion', (path, offset, { context }: CompletionParams) =>
      completionFor(workspace, path, offset, client.completion, context?.triggerCharacter)
    )
  )
  connection.onCompletionResolve(item => resolve(item))
  connection.onCodeAction(
    within('code actions', function* (path, { range, context }) {
      let asked = { range, ...context }
      let found = yield* codeActions(workspace, path, asked, fixes, today())
      return [
        ...found,
        ...silences(workspace, path, asked, fixes),
        ...refactors(workspace, path, asked, edits, today())
      ]
    })
  )
  connection.onExecuteCommand(async ({ command, arguments: [uri, selection] = [] }) => {
    if (command !== open || typeof uri !== 'string') return
    await server.guard('opening', () => connection.window.showDocument({ uri, selection, takeFocus: true }))
  })
  if (client.pull)
    connection.languages.diagnostics.on(async (params, token) => {
      await server.diagnoser.released
      return pulled(await diagnose(params, token))
    })
  connection.onRequest(passageRequest, ({ uri, ...rest }: CitedPassageParams, token: CancellationToken) =>
    at('cited passage', (path, offset) => citedPassage(workspace, path, offset, rest.source))(
      { textDocument: { uri }, ...rest },
      token
    )
  )
  connection.onRequest<CopiedPassageResult | undefined, void>(
    copyRequest,
    ({ uri, ...rest }: CitedPassageParams, token: CancellationToken) =>
      at('cited passage', (path, offset) => copiedPassage(workspace, path, offset, rest.source))(
        { textDocument: { uri }, ...rest },
        token
      )
  )
  connection.onRequest<FindSupportResult | undefined, void>(
    supportRequest,
    ({ uri, ...rest }: FindSupportParams, token: CancellationToken) =>
      at('support', (path, offset) => findSupport(workspace, path, offset))({ textDocument: { uri }, ...rest }, token)
  )
  connection.onRequest(namesRequest, () => plain('names', () => names(workspace), { actors: {}, sources: {} }))
  connection.onRequest(checkRequest, async (params: CheckWorkspaceParams | undefined, token: CancellationToken) => {
    await indexed()
    let checked = await server.guard('check', () => checkWorkspace(server, params ?? {}, token))
    return token.isCancellationRequested || !checked ? stopped(token) : checked
  })

  function diagnose(params: DocumentDiagnosticParams, token: CancellationToken) {
    return within('diagnostics', path =>
      diagnostics(workspace, path, workspace.texts.get(path)!, client.diagnostics, { today: today() })
    )(params, token)
  }

  async function resolve(item: CompletionItem) {
    return plain('completion', () => completionResolve(workspace, item, client.documentation), item)
  }
}

// A client that asked about a text that is no longer there is told to ask again.
function pulled(
  answer: { diagnostics: Diagnostic[] } | ResponseError<void> | null
): DocumentDiagnosticReport | ResponseError<DiagnosticServerCancellationData> {
  if (!(answer instanceof ResponseError)) return { kind: 'full', items: answer?.diagnostics ?? [] }
  if (answer.code !== LSPErrorCodes.ContentModified) return new ResponseError(answer.code, answer.message)
  return new ResponseError(LSPErrorCodes.ServerCancelled, answer.message, { retriggerRequest: true })
}
