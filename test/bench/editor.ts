import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createProtocolConnection,
  type InitializeParams,
  type Position,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter
} from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'

/** An editor with one file open: a real server process on a folder, spoken to over stdio. */
export function openEditor(folder: string) {
  // Beside the folder of the built tests.
  let server = spawn(process.execPath, [join(__dirname, '../../server.js'), '--stdio'], {
    stdio: ['pipe', 'pipe', 'inherit']
  })
  let connection = createProtocolConnection(
    new StreamMessageReader(server.stdout),
    new StreamMessageWriter(server.stdin)
  )
  let wanted: { version: number; done: () => void } | undefined
  let indexed: () => void
  let whenIndexed = new Promise<void>(done => {
    indexed = done
  })
  connection.onNotification('textDocument/publishDiagnostics', ({ version }: PublishDiagnosticsParams) => {
    if (version === wanted?.version) wanted?.done()
  })
  connection.onNotification('$/progress', ({ value }: { value: { kind: string } }) => {
    if (value.kind === 'end') indexed()
  })
  connection.onRequest('workspace/configuration', () => [{}])
  connection.onRequest('window/workDoneProgress/create', () => null)
  connection.onRequest('client/registerCapability', () => null)
  connection.listen()
  let uri = (path: string) => URI.file(join(folder, path)).toString()
  let file = ''
  let version = 1
  return {
    whenIndexed,
    initialize: () => connection.sendRequest('initialize', introduction(uri(''))),
    initialized: () => connection.sendNotification('initialized', {}),
    /** Opens a file; waits for what is found in it. */
    async open(path: string, text = readFileSync(join(folder, path), 'utf8')) {
      file = uri(path)
      let found = new Promise<void>(done => {
        wanted = { version, done }
      })
      let textDocument = { uri: file, languageId: 'provenote', version, text }
      await connection.sendNotification('textDocument/didOpen', { textDocument })
      return { found, text }
    },
    /** Replaces what stands between two places; settles when the findings of the new text are there. */
    type(start: Position, end: Position, text: string): Promise<void> {
      version++
      return new Promise(done => {
        wanted = { version, done }
        let textDocument = { uri: file, version }
        connection.sendNotification('textDocument/didChange', {
          textDocument,
          contentChanges: [{ range: { start, end }, text }]
        })
      })
    },
    complete: (position: Position) =>
      connection.sendRequest('textDocument/completion', { textDocument: { uri: file }, position }),
    /** Megabytes the server holds two minutes after it had nothing left to do; undefined where the system does not tell. */
    async memory(): Promise<number | undefined> {
      await idle(server.pid!)
      // What a burst of work has left behind V8 gives back some hundred seconds after it (its memory reducer's watchdog), at times sooner.
      await new Promise(done => setTimeout(done, 130_000))
      let status = procFile(server.pid!, 'status')
      return status === undefined ? undefined : Number(/^VmRSS:\s*(\d+) kB/m.exec(status)?.[1]) / 1e3
    },
    async close() {
      await connection.sendRequest('shutdown')
      await connection.sendNotification('exit')
      await new Promise(done => server.once('exit', done))
      connection.dispose()
    }
  }
}

export function positionAt(text: string, offset: number): Position {
  let before = text.slice(0, offset).split('\n')
  return { line: before.length - 1, character: before[before.length - 1].length }
}

function introduction(uri: string): Omit<InitializeParams, 'trace'> {
  return {
    processId: process.pid,
    rootUri: uri,
    workspaceFolders: [{ uri, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, workspaceFolders: true },
      window: { workDoneProgress: true },
      textDocument: {
        completion: { completionItem: { labelDetailsSupport: true, insertReplaceSupport: true } },
        publishDiagnostics: { relatedInformation: true, versionSupport: true }
      }
    }
  }
}

// Until the process has used no time for a while.
async function idle(pid: number) {
  let used = () => procFile(pid, 'stat')?.split(' ').slice(13, 15).join(' ')
  for (let quiet = 0, last = used(); quiet < 5 && last !== undefined; ) {
    await new Promise(done => setTimeout(done, 100))
    let now = used()
    quiet = now === last ? quiet + 1 : 0
    last = now
  }
}

function procFile(pid: number, name: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8')
  } catch {
    return undefined
  }
}
