// The server as a web worker: it has no disk, and asks the client for files.
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser'
import { localDay } from './lsp/day'
import { startServer } from './lsp/server'

let port = globalThis as unknown as ConstructorParameters<typeof BrowserMessageReader>[0]
startServer(createConnection(new BrowserMessageReader(port), new BrowserMessageWriter(port)), {
  today: () => localDay(new Date())
})
