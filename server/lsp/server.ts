import {
  type Connection,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind
} from 'vscode-languageserver'
import { fileKind, Workspace } from '../core'
import { toPath } from '../features/convert'
import { refactorKinds } from '../features/refactor'
import { legend } from '../features/semantic-tokens'
import { announcer } from './announce'
import { answerChanges } from './changes'
import { recheck } from './check-workspace'
import { type Client, clientOf } from './client'
import { clientHost } from './client-host'
import { Diagnoser } from './diagnose'
import { Documents } from './documents'
import { answerFileOperations, fileOperations, followFileOperations } from './file-operations'
import { Files } from './files'
import type { Host, Kept } from './host'
import { index } from './indexing'
import { type InitializationOptions, namesChanged, openCommand } from './protocol'
import { refresher } from './refresh'
import { answerRequests } from './requests'
import { followSettings } from './settings'
import type { Server } from './state'
import { answerViews } from './views'
import { reread, watch } from './watching'

/** What differs between the places a server runs in. */
export interface Entry {
  /** The machine's own files, where there are any. */
  disk?: Host
  /** What was kept of the machine's files in a folder that the client gives for it. Throws where there can be nothing. */
  kept?(folder: string, roots: readonly string[]): Kept
  /** ISO date. */
  today(): string
  /** Address of the folder with the rules' pages. */
  pages?: string
}

/** Serves one client until the connection ends. */
export function startServer(connection: Connection, entry: Entry) {
  connection.onInitialize(params => {
    let server = makeServer(connection, entry, params)
    let { documents, diagnoser, files } = server
    let working: Promise<unknown> = Promise.resolve()
    let ended = false
    let isIndexed = false
    let work = (what: string, run: () => Promise<unknown>) => {
      working = working.then(() => server.guard(what, run))
    }

    files.roots = rootsOf(params)
    let storage = (params.initializationOptions as InitializationOptions | undefined)?.storage
    if (storage !== undefined)
      server.guard('what was kept', () => void (files.kept = entry.kept?.(storage, files.roots)))
    documents.listen(
      connection,
      path => diagnoser.touch(path),
      path => server.guard('closing', () => close(server, path))
    )
    answerRequests(server, () => working)
    answerViews(server)
    answerChanges(server, () => working)
    answerFileOperations(server, () => working)
    connection.onInitialized(() => {
      let watching = watch(server)
      followFileOperations(server, watching.add)
      work('indexing', async () => {
        await followSettings(server, () => work('settings', () => reconfigured(server)))
        await watching.follow(files.roots)
        await index(server, files.roots, () => ended)
        isIndexed = true
      })
      if (server.client.folders)
        connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) =>
          work('folders', async () => {
            // What is a path's root may be another now.
            files.kept = undefined
            let gone = removed.map(folder => rootOf(folder.uri))
            files.roots = files.roots.filter(root => !gone.includes(root))
            let left = [...files.listed].filter(path => !server.workspace.rootOf(path))
            files.remove(left)
            let more = added.map(folder => rootOf(folder.uri))
            files.roots = [...files.roots, ...more]
            await watching.follow(files.roots)
            await index(server, more, () => ended)
            let isNew = (path: string) => more.some(root => path.startsWith(`${root}/`))
            await recheck(server, [...left, ...[...files.listed].filter(isNew)])
          })
        )
    })
    connection.onShutdown(async () => {
      ended = true
      if (isIndexed) await server.guard('keeping', () => files.keep(() => false))
    })
    return { ...result, capabilities: { ...result.capabilities, ...capabilitiesFor(server.client) } }
  })
  connection.listen()
}

// What a server may say to some clients only.
function capabilitiesFor({ pull, prepareRename, showDocument }: Client): ServerCapabilities {
  let diagnosticProvider = { identifier: 'provenote', interFileDependencies: true, workspaceDiagnostics: false }
  return {
    renameProvider: prepareRename ? { prepareProvider: true } : true,
    ...(showDocument ? { executeCommandProvider: { commands: [openCommand] } } : {}),
    ...(pull ? { diagnosticProvider } : {})
  }
}

let result: InitializeResult = {
  serverInfo: { name: 'provenote' },
  capabilities: {
    // Every client must know it, whatever it likes best, and offsets are such already.
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    hoverProvider: true,
    linkedEditingRangeProvider: true,
    completionProvider: { triggerCharacters: ['@', '^', '{', '=', ' '], resolveProvider: true },
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
    documentSymbolProvider: { label: 'Provenote' },
    workspaceSymbolProvider: true,
    callHierarchyProvider: true,
    selectionRangeProvider: true,
    foldingRangeProvider: true,
    semanticTokensProvider: { legend, full: { delta: true }, range: true },
    inlayHintProvider: { resolveProvider: true },
    codeLensProvider: { resolveProvider: true },
    codeActionProvider: { codeActionKinds: ['quickfix', 'source.fixAll', ...refactorKinds] },
    workspace: { workspaceFolders: { supported: true, changeNotifications: true }, fileOperations }
  }
}

function makeServer(connection: Connection, { disk, today, pages }: Entry, params: InitializeParams): Server {
  let client = clientOf(params, pages)
  let workspace = new Workspace()
  let server = { connection, workspace, client, today } as Server
  server.guard = async (what, run) => {
    try {
      return await run()
    } catch (error) {
      connection.console.error(`${what}: ${error instanceof Error ? error.stack : error}`)
      return undefined
    }
  }
  server.announce = announcer(server)
  server.refresh = refresher(server)
  let hosts = { disk, client: client.files ? clientHost(connection) : undefined }
  server.files = new Files(workspace, path => server.documents.has(path), hosts, connection)
  server.documents = new Documents(
    workspace,
    path => isOurs(path, server.files.roots),
    (path, reach) => {
      server.announce()
      if (reach === 'own') return server.refresh('own')
      server.diagnoser.touchAll()
      if (client.names && fileKind(path) !== 'note')
        server.guard('names', () => connection.sendNotification(namesChanged))
    }
  )
  server.diagnoser = new Diagnoser(server)
  return server
}

function rootsOf({ workspaceFolders, rootUri }: InitializeParams): string[] {
  return (workspaceFolders?.map(folder => folder.uri) ?? (rootUri ? [rootUri] : [])).map(rootOf)
}

let rootOf = (uri: string) => toPath(uri).replace(/\/$/, '')

// Other schemes than the folders' show a file's past or a copy of it; its records would stand there twice.
function isOurs(path: string, roots: string[]): boolean {
  let scheme = (path: string) => /^[A-Za-z][A-Za-z\d+.-]+(?=:)/.exec(path)?.[0] ?? 'file'
  let own = scheme(path)
  return own === 'file' || own === 'untitled' || roots.some(root => scheme(root) === own)
}

// What was typed and not saved is gone: the file is again what the disk says.
async function close(server: Server, path: string) {
  let { files, workspace, diagnoser } = server
  if (files.listed.has(path)) await files.load([path])
  else workspace.delete(path)
  if (diagnoser.keepsClosed) await recheck(server, [path])
  else await diagnoser.publish(path, [])
  diagnoser.touchAll()
}

// Which files are read depends on the settings, too.
async function reconfigured(server: Server) {
  for (let root of server.files.roots) await reread(server, root)
  server.diagnoser.touchAll()
}
