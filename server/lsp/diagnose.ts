import type { Diagnostic } from 'vscode-languageserver'
import { toUri } from '../features/convert'
import { diagnostics } from '../features/diagnostics'
import { pump } from './pump'
import type { Server } from './state'

/** Checks that take longer than this, in milliseconds, wait that long first: the writer may still be typing. */
let patience = 30

/**
 * Keeps the findings of open files in front of the writer. The file that was touched last is checked first, in slices; a check
 * whose file has changed meanwhile is dropped. Typing in a note is answered at once; in one that takes long to check, when the
 * writer pauses.
 */
export class Diagnoser {
  /** Most urgent first. */
  private waiting: string[] = []
  private timer: ReturnType<typeof setTimeout> | undefined
  private running = false
  private cost = 0
  private held = true
  /** Counts touches: a running check gives way to a newer one. */
  private touches = 0
  /** Files, open or not, that the client shows findings of. */
  private readonly shown = new Set<string>()

  /** Whether findings of files that nobody has open are shown: they are once the whole workspace has been checked. */
  keepsClosed = false

  /** Settles once records are known. */
  readonly released: Promise<void>
  private letGo = () => {}
  private refreshing: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly server: Server) {
    this.released = new Promise(done => {
      this.letGo = done
    })
  }

  /** The file has changed, or something its findings depend on. */
  touch(path: string) {
    this.touches++
    this.waiting = [path, ...this.waiting.filter(other => other !== path)]
    this.schedule()
  }

  touchAll() {
    // Findings and views depend on the same things.
    this.server.announce()
    this.server.refresh('all')
    if (this.server.client.pull) return this.refresh()
    this.waiting = [...new Set([...this.waiting, ...this.server.documents.paths()])]
    this.schedule()
  }

  /** Records are known: from now on a finding means something. Until then every name would be unknown. */
  release() {
    this.held = false
    this.letGo()
    this.touchAll()
  }

  // Many changes, one question.
  private refresh() {
    if (!this.server.client.pullAgain) return
    this.refreshing ??= setTimeout(() => {
      this.refreshing = undefined
      this.server.guard('diagnostics', () => this.server.connection.languages.diagnostics.refresh())
    }, patience)
  }

  async publish(path: string, found: Diagnostic[], version?: number) {
    if (this.server.client.pull) return
    // Of a file that is open an empty answer says that it has been checked.
    if (found.length === 0 && !this.shown.has(path) && version === undefined) return
    if (found.length > 0) this.shown.add(path)
    else this.shown.delete(path)
    let uri = this.server.documents.uri(path) ?? toUri(path)
    await this.server.connection.sendDiagnostics({ uri, version, diagnostics: found })
  }

  private schedule() {
    if (this.server.client.pull || this.held || this.running || this.timer !== undefined || this.waiting.length === 0)
      return
    let wait = this.cost > patience ? patience : 0
    this.timer = setTimeout(() => this.server.guard('diagnostics', () => this.run()), wait)
  }

  private async run() {
    this.timer = undefined
    this.running = true
    try {
      this.server.documents.sync()
      let path = this.waiting.shift()
      if (path !== undefined) await this.check(path)
    } finally {
      this.running = false
      this.schedule()
    }
  }

  private async check(path: string) {
    let { workspace, documents, client, today } = this.server
    let text = workspace.texts.get(path)
    let version = documents.version(path)
    if (text === undefined || version === undefined) return
    let begun = performance.now()
    let { touches } = this
    let stop = () => this.touches !== touches
    let check = (atOnce: boolean) =>
      pump(diagnostics(workspace, path, text, client.diagnostics, { today: today(), atOnce }), stop)
    // What is known is shown before passages like altered words are looked for.
    let done = await check(true)
    this.cost = performance.now() - begun
    if (done?.checked.open) {
      if (documents.version(path) === version) await this.publish(path, done.diagnostics, version)
      done = await check(false)
    }
    if (!done) {
      // Its turn comes again, after what is newer.
      if (!this.waiting.includes(path)) this.waiting.push(path)
    } else if (documents.version(path) === version) await this.publish(path, done.diagnostics, version)
  }
}
