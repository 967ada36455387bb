import type { FileOperationOptions, ShowDocumentParams } from 'vscode-languageserver'
import { type Change, lostWith, type Move, move, type Place } from '../core'
import { toLocation, toPath } from '../features/convert'
import { toChange } from '../features/convert-change'
import type { Server } from './state'

// Folders, too, and files that are none of ours: a source may name one as its original.
let all = { filters: [{ pattern: { glob: '**/*' } }] }
export let fileOperations: FileOperationOptions = {
  willRename: all,
  didRename: all,
  willDelete: all,
  didDelete: all,
  didCreate: all
}

/** What follows from files that are moved or removed in the client's explorer. They wait for all files to be known. */
export function answerFileOperations(server: Server, indexed: () => Promise<unknown>) {
  let { connection, workspace, client, documents } = server
  let support = { ...client.edits, versionOf: (path: string) => documents.version(path) ?? null }

  connection.workspace.onWillRenameFiles(async ({ files }) => {
    let edit = await server.guard('renaming files', async () => {
      await indexed()
      let moves = files.map(({ oldUri, newUri }) => ({ from: toPath(oldUri), to: toPath(newUri) }))
      let { ownMoves } = server
      server.ownMoves = undefined
      // Once a text has changed the places tell themselves what is left to do.
      if (
        ownMoves?.changes === documents.changes &&
        moves.every(({ from, to }) => ownMoves.moves.has(`${from}\n${to}`))
      )
        return null
      await refresh(moved(moves).change)
      let { change, left } = moved(moves)
      for (let sentence of left) connection.window.showWarningMessage(sentence)
      return change.edits.length > 0 ? toChange(workspace, change, support, 'Follow the moved file') : null
    })
    return edit ?? null
  })
  connection.workspace.onWillDeleteFiles(async ({ files }) => {
    await server.guard('deleting files', async () => {
      await indexed()
      documents.sync()
      let lost = lostWith(
        workspace,
        files.map(({ uri }) => toPath(uri))
      )
      // Not waited for: a client cannot be kept from deleting, only told what it means.
      if (lost.length > 0) server.guard('deleting files', () => warn(server, lost))
    })
    return null
  })

  function moved(moves: Move[]) {
    documents.sync()
    return move(workspace, moves)
  }

  // Places in files that nobody has open are as they were read last: they are read again, in case a watcher is slow.
  async function refresh({ edits }: Change) {
    let paths = new Set(edits.map(edit => edit.path))
    await server.files.load([...paths].filter(path => server.files.listed.has(path)))
  }
}

/** For clients that tell of files sooner than their watchers, or have none. */
export function followFileOperations({ connection }: Server, add: (path: string, change: 'changed' | 'gone') => void) {
  connection.workspace.onDidCreateFiles(({ files }) => {
    for (let { uri } of files) add(toPath(uri), 'changed')
  })
  connection.workspace.onDidDeleteFiles(({ files }) => {
    for (let { uri } of files) add(toPath(uri), 'gone')
  })
  connection.workspace.onDidRenameFiles(({ files }) => {
    for (let { oldUri, newUri } of files) {
      add(toPath(oldUri), 'gone')
      add(toPath(newUri), 'changed')
    }
  })
}

async function warn({ connection, client, workspace }: Server, lost: { message: string; places: Place[] }[]) {
  let [{ places }] = lost
  let more = lost.length > 3 ? ` And ${lost.length - 3} more.` : ''
  let message = `${lost
    .slice(0, 3)
    .map(own => own.message)
    .join(' ')}${more}`
  if (!client.showDocument) return connection.window.showWarningMessage(message)
  let title = 'Show where'
  // Before the answer, for by then the place may have been forgotten.
  let { uri, range } = toLocation(workspace, places[0].path, places[0])
  let chosen = await connection.window.showWarningMessage(message, { title })
  let shown: ShowDocumentParams = { uri, selection: range, takeFocus: true }
  if (chosen?.title === title) await connection.window.showDocument(shown)
}
