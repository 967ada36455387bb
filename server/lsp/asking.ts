import {
  type CancellationToken,
  LSPErrorCodes,
  type Position,
  ResponseError,
  type TextDocumentIdentifier
} from 'vscode-languageserver'
import { toOffset, toPath } from '../features/convert'
import { pump } from './pump'
import type { Server } from './state'

/** How requests are answered, whatever they ask. */
export function asking(server: Server) {
  let { workspace, documents } = server
  return { at, within, anywhere, plain }

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
    return (params: P & { textDocument: TextDocumentIdentifier }, token: CancellationToken) => {
      let path = toPath(params.textDocument.uri)
      let version = documents.version(path)
      let changed = () => documents.version(path) !== version
      return anywhere<T | undefined>(
        what,
        token,
        () => (workspace.texts.has(path) ? ask(path, params) : undefined),
        changed
      )
    }
  }

  /** A request about the workspace, which may take long. It stops when it is cancelled; a failure is logged and answered empty. */
  async function anywhere<T>(
    what: string,
    token: CancellationToken,
    ask: () => Work<T>,
    changed = () => false
  ): Promise<NonNullable<T> | null | ResponseError<void>> {
    let answer = await server.guard(what, async () => {
      documents.sync()
      let stop = () => token.isCancellationRequested || changed()
      return (await run(ask(), stop)) ?? stopped(token)
    })
    return answer instanceof ResponseError ? answer : (answer?.value ?? null)
  }

  /** A request about no file in particular. */
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

/** Why there is no answer. */
export function stopped(token: CancellationToken): ResponseError<void> {
  if (token.isCancellationRequested) return new ResponseError(LSPErrorCodes.RequestCancelled, 'Cancelled')
  return new ResponseError(LSPErrorCodes.ContentModified, 'The text has changed')
}
