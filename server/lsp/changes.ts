import {
  type CancellationToken,
  LSPErrorCodes,
  type RenameParams,
  ResponseError,
  type TextDocumentPositionParams
} from 'vscode-languageserver'
import { isRefusal, type Refusal } from '../core'
import { linkedEditing } from '../features/linked-editing'
import { prepareRename, rename, renameReaches } from '../features/rename'
import { asking } from './asking'
import type { Server } from './state'

/** Requests that change many files. They wait for all files to be known: what was not read yet would be left behind. */
export function answerChanges(server: Server, indexed: () => Promise<unknown>) {
  let { connection, workspace, client, documents } = server
  let { at } = asking(server)
  let support = { ...client.edits, versionOf: (path: string) => documents.version(path) ?? null }

  connection.languages.onLinkedEditingRange(
    at('linked editing', (path, offset) => linkedEditing(workspace, path, offset))
  )
  connection.onPrepareRename(async (params, token) =>
    orError(await at('rename', (path, offset) => prepareRename(workspace, path, offset))(params, token))
  )
  connection.onRenameRequest(async (params, token) => {
    await indexed()
    await refresh(params, token)
    let ask = at('rename', (path, offset, { newName }: RenameParams) =>
      rename(workspace, path, offset, newName, support)
    )
    return orError(await ask(params, token))
  })

  // Places in files that nobody has open are as they were read last: they are read again, in case a watcher is slow.
  async function refresh(params: TextDocumentPositionParams, token: CancellationToken) {
    let reached = await at('rename', (path, offset) => renameReaches(workspace, path, offset))(params, token)
    if (!Array.isArray(reached)) return
    await server.guard('rename', () => server.files.load(reached.filter(path => server.files.listed.has(path))))
  }
}

function orError<T extends object>(
  answer: T | Refusal | null | ResponseError<void>
): Exclude<T, Refusal> | null | ResponseError<void> {
  if (!answer || answer instanceof ResponseError) return answer
  return isRefusal(answer)
    ? new ResponseError(LSPErrorCodes.RequestFailed, answer.refused)
    : (answer as Exclude<T, Refusal>)
}
