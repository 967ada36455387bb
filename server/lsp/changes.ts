import {
  type CancellationToken,
  type Disposable,
  LSPErrorCodes,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams,
  type WorkspaceEdit
} from 'vscode-languageserver'
import { isRefusal, type Refusal } from '../core'
import { toPath } from '../features/convert'
import { linkedEditing } from '../features/linked-editing'
import { merge, mergeReaches } from '../features/merge-actors'
import { drop, paste } from '../features/paste'
import { prepareRename, rename, renameReaches } from '../features/rename'
import { asking, stopped } from './asking'
import {
  type DropParams,
  type DropResult,
  drop as dropRequest,
  type MergeActorsParams,
  type MergeActorsResult,
  mergeActors as mergeRequest,
  type PasteParams,
  type PasteResult,
  paste as pasteRequest
} from './protocol'
import type { Server } from './state'

/** Requests that change many files. They wait for all files to be known: what was not read yet would be left behind. */
export function answerChanges(server: Server, indexed: () => Promise<unknown>) {
  let { connection, workspace, client, documents, today } = server
  let { at, within } = asking(server)
  let support = { ...client.edits, versionOf: (path: string) => documents.version(path) ?? null }

  connection.languages.onLinkedEditingRange(
    at('linked editing', (path, offset) => linkedEditing(workspace, path, offset))
  )
  connection.onPrepareRename(async (params, token) =>
    orError(await at('rename', (path, offset) => prepareRename(workspace, path, offset))(params, token))
  )
  connection.onRenameRequest(async (params, token) => {
    await orCancelled(indexed(), token)
    await refresh(params, token)
    if (token.isCancellationRequested) return stopped(token)
    let ask = at('rename', (path, offset, { newName }: RenameParams) =>
      rename(workspace, path, offset, newName, support)
    )
    let answer = orError(await ask(params, token))
    if (answer && !(answer instanceof ResponseError)) remember(answer)
    return answer
  })

  connection.onRequest<PasteResult, void>(
    pasteRequest,
    async ({ uri, range, text }: PasteParams, token: CancellationToken) => {
      let ask = within('paste', path => paste(workspace, path, range, text, support, today()))
      return (await ask({ textDocument: { uri } }, token)) ?? []
    }
  )
  connection.onRequest<DropResult | undefined, void>(
    dropRequest,
    ({ uri, dropped }: DropParams, token: CancellationToken) =>
      within('drop', path => drop(workspace, path, dropped.map(toPath)))({ textDocument: { uri } }, token)
  )
  connection.onRequest<MergeActorsResult, void>(
    mergeRequest,
    async ({ gone, kept }: MergeActorsParams, token: CancellationToken) => {
      let result = await server.guard('merging actors', async () => {
        await orCancelled(indexed(), token)
        documents.sync()
        await reload(mergeReaches(workspace, gone, kept), token)
        if (token.isCancellationRequested) return stopped(token)
        let texts = await textsOf([...workspace.actorsOf(gone), ...workspace.actorsOf(kept)].map(({ path }) => path))
        documents.sync()
        return merge(workspace, gone, kept, texts, support)
      })
      return result ?? { refused: 'The actors could not be merged. The Provenote output says why.' }
    }
  )

  // A client that makes this edit asks what follows from the moved file, perhaps before it has changed a word: nothing more does.
  function remember({ documentChanges = [] }: WorkspaceEdit) {
    let moves = new Set<string>()
    for (let change of documentChanges)
      if ('kind' in change && change.kind === 'rename') moves.add(`${toPath(change.oldUri)}\n${toPath(change.newUri)}`)
    server.ownMoves = { moves, changes: documents.changes }
  }

  async function textsOf(paths: string[]): Promise<Map<string, string>> {
    let texts = new Map<string, string>()
    for (let path of paths) {
      let read = workspace.texts.has(path) ? { text: workspace.texts.get(path)! } : await server.files.read(path)
      if ('text' in read) texts.set(path, read.text)
    }
    return texts
  }

  // Places in files that nobody has open are as they were read last: they are read again, in case a watcher is slow.
  async function refresh(params: TextDocumentPositionParams, token: CancellationToken) {
    let reached = await at('rename', (path, offset) => renameReaches(workspace, path, offset))(params, token)
    if (!Array.isArray(reached)) return
    await server.guard('rename', () => reload(reached, token))
  }

  async function reload(paths: string[], token: CancellationToken) {
    let stop = () => token.isCancellationRequested
    await server.files.load(
      paths.filter(path => server.files.listed.has(path)),
      { stop }
    )
  }
}

/** Waits for some work, but no longer than the request is wanted. */
async function orCancelled(work: Promise<unknown>, token: CancellationToken) {
  let listener: Disposable | undefined
  let cancelled = new Promise<void>(done => {
    listener = token.onCancellationRequested(() => done())
  })
  await Promise.race([work, cancelled])
  listener?.dispose()
}

function orError<T extends object>(
  answer: T | Refusal | null | ResponseError<void>
): Exclude<T, Refusal> | null | ResponseError<void> {
  if (!answer || answer instanceof ResponseError) return answer
  return isRefusal(answer)
    ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refused)
    : (answer as Exclude<T, Refusal>)
}
