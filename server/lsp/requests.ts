import {
  type CancellationToken,
  type CompletionItem,
  type CompletionParams,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type TextDocumentIdentifier
} from 'vscode-languageserver'
import { citedPassage } from '../features/cited-passage'
import { codeActions } from '../features/code-action'
import { completionFor } from '../features/completion-for'
import { completionResolve } from '../features/completion-resolve'
import { toOffset, toPath } from '../features/convert'
import { definition } from '../features/definition'
import { findSupport } from '../features/find-support'
import { hover } from '../features/hover'
import { names } from '../features/names'
import { checkWorkspace } from './check-workspace'
import {
  type CheckWorkspaceParams,
  checkWorkspace as checkRequest,
  type FindSupportParams,
  type FindSupportResult,
  findSupportCommand,
  names as namesRequest,
  citedPassage as passageRequest,
  findSupport as supportRequest
} from './protocol'
import { pump } from './pump'
import type { Server } from './state'

/** Every request, a line each: what it asks of which feature. `indexed` settles once all files are known. */
export function answerRequests(server: Server, indexed: () => Promise<unknown>) {
  let { connection, workspace, client, documents, today } = server
  let edits = { ...client.edits, versionOf: (path: string) => documents.version(path) ?? null }
  let command = client.findSupport ? findSupportCommand : undefined
  let fixes = { ...client.diagnostics, ...edits, findSupport: command }

  connection.onHover(at('hover', (path, offset) => hover(workspace, path, offset, client.hover)))
  connection.onCompletion(
    at('completion', (path, offset, { context }: CompletionParams) =>
      completionFor(workspace, path, offset, client.completion, context?.triggerCharacter)
    )
  )
  connection.onCompletionResolve(item => resolve(item))
  connection.onDefinition(
    at('definition', (path, offset) => definition(workspace, path, offset, client.definitionLinks))
  )
  connection.onCodeAction(
    within('code actions', (path, { range, context }) =>
      codeActions(workspace, path, { range, ...context }, fixes, today())
    )
  )
  connection.onRequest(passageRequest, ({ uri, ...rest }, token: CancellationToken) =>
    at('cited passage', (path, offset) => citedPassage(workspace, path, offset))(
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

  /** A request about a place in an open file. */
  function at<T, P extends { position: Position }>(
    what: string,
    ask: (path: string, offset: number, params: P) => Work<T>
  ) {
    return within<T, P>(what, (path, params) => {
      let text = workspace.texts.get(path)!
      return ask(path, toOffset(text, workspace.lines(path), params.position), params)
    })
  }

  /** A request about an open file. It stops when it is cancelled or the file changes; a failure is logged and answered empty. */
  function within<T, P>(what: string, ask: (path: string, params: P) => Work<T>) {
    return async (
      params: P & { textDocument: TextDocumentIdentifier },
      token: CancellationToken
    ): Promise<T | null | ResponseError<void>> => {
      let answer = await server.guard(what, async () => {
        documents.sync()
        let path = toPath(params.textDocument.uri)
        if (!workspace.texts.has(path)) return null
        let version = documents.version(path)
        let stop = () => token.isCancellationRequested || documents.version(path) !== version
        return (await run(ask(path, params), stop)) ?? stopped(token)
      })
      return answer instanceof ResponseError ? answer : (answer?.value ?? null)
    }
  }

  async function resolve(item: CompletionItem) {
    return plain('completion', () => completionResolve(workspace, item, client.documentation), item)
  }

  async function plain<T>(what: string, ask: () => T, empty: T): Promise<T> {
    let answer = await server.guard(what, () => {
      documents.sync()
      return ask()
    })
    return answer ?? empty
  }
}

/** What a feature gives: the answer, or the work that leads to it. */
type Work<T> = T | Generator<void, T>

// Wrapped, because a feature may well answer undefined.
async function run<T>(work: Work<T>, stop: () => boolean): Promise<{ value: T } | undefined> {
  return isGenerator(work) ? pump(wrapped(work), stop) : { value: work }
}

function* wrapped<T>(work: Generator<void, T>): Generator<void, { value: T }> {
  return { value: yield* work }
}

function isGenerator<T>(work: Work<T>): work is Generator<void, T> {
  return typeof (work as Generator | undefined)?.next === 'function'
}

function stopped(token: CancellationToken): ResponseError<void> {
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
  return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed')
}
