/** A real server process and a client that speaks to it over stdio. Nothing here sleeps: everything waits for messages. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import {
  type ClientCapabilities,
  createProtocolConnection,
  type Diagnostic,
  ErrorCodes,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type Range,
  ResponseError,
  type StarRequestHandler,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  type WorkspaceEdit
} from 'vscode-languageserver/node'
import { URI } from 'vscode-uri'
import { fixture } from '../fixture'

/** As VS Code introduces itself, as far as it matters here. */
export let capabilities: ClientCapabilities = {
  workspace: {
    configuration: true,
    workspaceFolders: true,
    workspaceEdit: {
      documentChanges: true,
      resourceOperations: ['create', 'rename', 'delete'],
      changeAnnotationSupport: { groupsOnLabel: true }
    },
    didChangeConfiguration: { dynamicRegistration: true },
    didChangeWatchedFiles: { dynamicRegistration: true }
  },
  window: { workDoneProgress: true, showDocument: { support: true } },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    completion: {
      completionItem: {
        documentationFormat: ['markdown', 'plaintext'],
        labelDetailsSupport: true,
        insertReplaceSupport: true
      }
    },
    definition: { linkSupport: true },
    rename: { prepareSupport: true },
    publishDiagnostics: { relatedInformation: true, codeDescriptionSupport: true, versionSupport: true }
  }
}

export interface SessionOptions {
  capabilities?: ClientCapabilities
  settings?: unknown
  initializationOptions?: unknown
  /** Start with these folders inside the one that is made, or of another scheme, instead of with that. */
  folders?: string[]
  /** Start without a folder. */
  noFolder?: boolean
  /** Answers every request of the server's with an error. */
  refuses?: boolean
  /** Knows no request of the server's. */
  bare?: boolean
  /** Files of a folder `memfs:/w` that only the client can read; there is no other. */
  served?: { [path: string]: string | Uint8Array }
  /** Files that are not text. */
  bytes?: { [path: string]: Uint8Array }
}

let refused = ['workspace/configuration', 'window/workDoneProgress/create', 'client/registerCapability']

/** Runs a test against a server on a folder with the files of a fixture, then ends the server and removes the folder. */
export async function withServer(
  files: string,
  test: (session: Session) => Promise<void>,
  options: SessionOptions = {}
) {
  let folder = realpathSync(mkdtempSync(join(tmpdir(), 'provenote-')))
  let parsed = fixture(files)
  for (let { path, text } of parsed.files) write(join(folder, path), text)
  for (let [path, bytes] of Object.entries(options.bytes ?? {})) write(join(folder, path), bytes)
  let session = new Session(folder, options)
  session.cursor = parsed.cursor && { path: parsed.cursor.path, offset: parsed.cursor.from }
  try {
    await session.start()
    await test(session)
  } finally {
    await session.end()
    rmSync(folder, { recursive: true, force: true })
  }
}

export function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
}

export class Session {
  cursor?: { path: string; offset: number }
  result!: InitializeResult
  readonly connection: ProtocolConnection
  readonly published = new Map<string, PublishDiagnosticsParams>()
  /** Of each message with findings, the file. */
  readonly publishes: string[] = []
  /** The findings of each message, in the order in which they came. */
  readonly history: PublishDiagnosticsParams[] = []
  /** How often the server has asked to be asked for findings again. */
  refreshes = 0
  readonly logged: string[] = []
  viewsChanged = 0
  readonly progress: { token: string | number; value: { kind: string; percentage?: number; message?: string } }[] = []
  readonly registered: string[] = []
  /** Requests of the server's to a client that knows none. */
  readonly asked: string[] = []
  readonly stderr: string[] = []
  private readonly process: ChildProcess
  private readonly texts = new Map<string, string>()
  private readonly versions = new Map<string, number>()
  private waiting: (() => void)[] = []
  exited = false

  constructor(
    readonly folder: string,
    readonly options: SessionOptions
  ) {
    this.process = spawn(process.execPath, ['dist/server.js', '--stdio'], { stdio: 'pipe' })
    this.process.on('exit', () => {
      this.exited = true
      this.woken()
    })
    this.process.stderr!.on('data', data => this.stderr.push(String(data)))
    this.connection = createProtocolConnection(
      new StreamMessageReader(this.process.stdout!),
      new StreamMessageWriter(this.process.stdin!)
    )
    let on = (method: string, act: (params: never) => void) =>
      this.connection.onNotification(method, params => {
        act(params as never)
        this.woken()
      })
    on('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.published.set(params.uri, params)
      this.publishes.push(params.uri)
      this.history.push(params)
    })
    on('window/logMessage', ({ message }: { message: string }) => this.logged.push(message))
    on('window/showMessage', ({ message }: { message: string }) => this.logged.push(message))
    on('$/progress', (params: Session['progress'][number]) => this.progress.push(params))
    on('provenote/namesChanged', () => this.logged.push('names changed'))
    on('provenote/viewsChanged', () => this.viewsChanged++)
    let { served = {}, refuses, bare } = this.options
    if (bare) {
      let refuse: StarRequestHandler = method => {
        this.asked.push(method)
        return new ResponseError(ErrorCodes.MethodNotFound, `No ${method} here`)
      }
      let all = this.connection as unknown as { onRequest(handler: StarRequestHandler): void }
      all.onRequest(refuse)
      this.connection.listen()
      return
    }
    if (refuses) {
      for (let method of refused)
        this.connection.onRequest(method, () => {
          throw Error(`No ${method} here`)
        })
      this.connection.listen()
      return
    }
    this.connection.onRequest('workspace/configuration', () => [this.options.settings ?? {}])
    this.connection.onRequest('window/workDoneProgress/create', () => null)
    this.connection.onRequest(
      'window/showMessageRequest',
      ({ message, actions = [] }: { message: string; actions?: object[] }) => {
        this.logged.push(message)
        this.woken()
        return actions[0] ?? null
      }
    )
    this.connection.onRequest('window/showDocument', ({ uri, selection }: { uri: string; selection: Range }) => {
      this.logged.push(`shown ${uri.slice(this.uri('').length)} ${selection.start.line}:${selection.start.character}`)
      this.woken()
      return { success: true }
    })
    this.connection.onRequest('workspace/diagnostic/refresh', () => {
      this.refreshes++
      this.woken()
      return null
    })
    this.connection.onRequest('provenote/listFiles', () => Object.keys(served).map(path => `memfs:${path}`))
    this.connection.onRequest('provenote/readFile', ({ uri }: { uri: string }) => {
      let content = served[uri.replace('memfs:', '')]
      if (content === undefined) return null
      let bytes = Buffer.from(content)
      return { size: bytes.length, base64: bytes.toString('base64') }
    })
    this.connection.onRequest(
      'client/registerCapability',
      ({ registrations }: { registrations: { method: string }[] }) => {
        this.registered.push(...registrations.map(registration => registration.method))
        this.woken()
        return null
      }
    )
    this.connection.listen()
  }

  async start() {
    let folder = { uri: this.options.served ? 'memfs:/w' : this.uri(''), name: 'test' }
    let folders = this.options.folders?.map(path => ({
      uri: path.includes(':') ? path : this.uri(path),
      name: path
    })) ?? [folder]
    this.result = await this.connection.sendRequest('initialize', {
      processId: process.pid,
      rootUri: this.options.noFolder ? null : folder.uri,
      workspaceFolders: this.options.noFolder ? null : folders,
      capabilities: this.options.capabilities ?? capabilities,
      initializationOptions: this.options.bare
        ? undefined
        : (this.options.initializationOptions ?? { files: !!this.options.served })
    })
    await this.connection.sendNotification('initialized', {})
  }

  async end() {
    if (!this.exited) {
      await this.connection.sendRequest('shutdown')
      await this.connection.sendNotification('exit')
      await this.until('the server ends', () => this.exited)
    }
    this.connection.dispose()
    this.process.kill()
  }

  uri(path: string): string {
    return URI.file(this.folder + path).toString()
  }

  /** Waits until a message has made it true. */
  async until(what: string, holds: () => boolean): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    let late = new Promise<never>((_, fail) => {
      timer = setTimeout(
        () => fail(Error(`Waited in vain: ${what}\n${this.logged.join('\n')}${this.stderr.join('')}`)),
        40_000
      )
    })
    try {
      while (!holds()) {
        if (this.exited) throw Error(`The server has ended: ${what}\n${this.stderr.join('')}`)
        await Promise.race([late, new Promise<void>(done => this.waiting.push(done))])
      }
    } catch (error) {
      if (!holds()) throw error
    } finally {
      clearTimeout(timer)
    }
  }
  private woken() {
    let waiting = this.waiting
    this.waiting = []
    for (let done of waiting) done()
  }

  /** Has a request of the server's answered with null, and what asked for it told. */
  answer(method: string, act: () => void) {
    this.connection.onRequest(method, () => {
      act()
      this.woken()
      return null
    })
  }

  /** All files have been read. */
  indexed() {
    return this.until('indexed', () => this.progress.some(({ value }) => value.kind === 'end'))
  }

  /** Opens a file; with its text on the disk if none is given. */
  open(path: string, text = readFileSync(this.folder + path, 'utf8')) {
    this.texts.set(path, text)
    this.versions.set(path, 1)
    return this.openUri(this.uri(path), text)
  }
  openUri(uri: string, text: string) {
    return this.connection.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'provenote', version: 1, text }
    })
  }
  close(path: string) {
    this.texts.delete(path)
    return this.connection.sendNotification('textDocument/didClose', { textDocument: { uri: this.uri(path) } })
  }
  text(path: string): string {
    return this.texts.get(path)!
  }

  /** Replaces some words of an open file, as an editor does: by the range alone. */
  edit(path: string, words: string, by: string) {
    let text = this.text(path)
    let at = text.indexOf(words)
    if (at < 0) throw Error(`${path} does not hold “${words}”`)
    let range = { start: positionAt(text, at), end: positionAt(text, at + words.length) }
    this.texts.set(path, text.slice(0, at) + by + text.slice(at + words.length))
    return this.changed(path, { range, text: by })
  }
  /** The same by a client that sends the whole text each time. */
  retype(path: string, words: string, by: string) {
    let text = this.text(path).replace(words, () => by)
    this.texts.set(path, text)
    return this.changed(path, { text })
  }
  private changed(path: string, ...contentChanges: TextDocumentContentChangeEvent[]) {
    let version = this.versions.get(path)! + 1
    this.versions.set(path, version)
    return this.connection.sendNotification('textDocument/didChange', {
      textDocument: { uri: this.uri(path), version },
      contentChanges
    })
  }

  /** Sends a request about a place: right behind some words, or at the fixture's cursor. */
  ask<R>(method: string, path: string, words: string, more: object = {}): Promise<R> {
    let text = this.texts.get(path) ?? readFileSync(this.folder + path, 'utf8')
    let position = positionAt(text, text.indexOf(words) + words.length)
    return this.connection.sendRequest(method, {
      textDocument: { uri: this.uri(path) },
      position,
      ...more
    }) as Promise<R>
  }

  /** The findings of a file, once they are as wanted: `rule at words`, in their order. */
  async findings(path: string, ...wanted: string[]): Promise<Diagnostic[]> {
    let uri = this.uri(path)
    let shown = () => this.show(path, this.published.get(uri)?.diagnostics ?? [])
    try {
      await this.until(`findings of ${path}`, () => {
        let known = this.published.get(uri)
        let current = known?.version === undefined || known.version === this.versions.get(path)
        return !!known && current && shown() === wanted.join('\n')
      })
    } catch (error) {
      throw Error(`${error}\nFindings are:\n${shown()}`)
    }
    return this.published.get(uri)!.diagnostics
  }
  private show(path: string, diagnostics: Diagnostic[]): string {
    let text = this.texts.get(path) ?? readFileSync(this.folder + path, 'utf8')
    return diagnostics.map(({ code, range }) => `${code} at ${textIn(text, range)}`).join('\n')
  }

  /** Applies an edit to the open files and the disk, as an editor does, and tells the server. */
  async apply({ documentChanges = [] }: WorkspaceEdit) {
    for (let change of documentChanges) {
      if ('kind' in change) {
        if (change.kind === 'create') write(URI.parse(change.uri).fsPath, '')
        if (change.kind === 'rename') renameSync(URI.parse(change.oldUri).fsPath, URI.parse(change.newUri).fsPath)
        if (change.kind === 'delete') rmSync(URI.parse(change.uri).fsPath)
        continue
      }
      let file = URI.parse(change.textDocument.uri).fsPath
      let path = file.slice(this.folder.length)
      let text = this.texts.get(path) ?? readFileSync(file, 'utf8')
      for (let edit of [...change.edits].reverse()) {
        if (!('newText' in edit)) throw Error('A text edit is expected')
        text =
          text.slice(0, offsetAt(text, edit.range.start)) + edit.newText + text.slice(offsetAt(text, edit.range.end))
      }
      if (this.texts.has(path)) {
        this.texts.set(path, text)
        await this.changed(path, { text })
      } else write(file, text)
    }
  }

  /** Tells the server what has changed on the disk: 1 made, 2 written, 3 gone. */
  watched(...changes: [path: string, type: 1 | 2 | 3][]) {
    return this.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: changes.map(([path, type]) => ({ uri: this.uri(path), type }))
    })
  }
}

export function positionAt(text: string, offset: number): Position {
  let lines = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: lines.length - 1, character: lines[lines.length - 1].length }
}

export function offsetAt(text: string, { line, character }: Position): number {
  let starts = [0]
  for (let found of text.matchAll(/\r\n|\r|\n/g)) starts.push(found.index + found[0].length)
  return starts[line] + character
}

export function textIn(text: string, { start, end }: Range): string {
  return text.slice(offsetAt(text, start), offsetAt(text, end))
}
