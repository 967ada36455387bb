import type { Connection } from 'vscode-languageserver'
import { fileKind, type Options, type Problem, type Restored, type Workspace } from '../core'
import type { FileText, Host, Kept } from './host'
import { each, pump } from './pump'

/** What reading files may tell: how far it is, and what could not be read. */
export interface Reading {
  stop?: () => boolean
  progress?: (done: number, all: number) => void
}

/** The files of the workspace's folders that nobody has open, as their hosts say. */
export class Files {
  /** The folders' files as they were listed last, open ones among them. */
  readonly listed = new Set<string>()
  /** Files that are there and could not be read, with the reason. */
  readonly unread = new Map<string, Problem>()
  /** Only of the folders that the server began with. */
  kept: Kept | undefined
  private readonly latest = new Map<string, number>()
  private tickets = 0

  constructor(
    private readonly workspace: Workspace,
    private readonly isOpen: (path: string) => boolean,
    private readonly hosts: { disk?: Host; client?: Host },
    private readonly connection: Connection
  ) {}

  host(path: string): Host | undefined {
    // A path that begins with a scheme is on no disk.
    return /^[A-Za-z][A-Za-z\d+.-]+:\/\//.test(path) ? this.hosts.client : (this.hosts.disk ?? this.hosts.client)
  }

  /** The folders, without a `/` at the end. */
  get roots(): string[] {
    return this.workspace.roots
  }
  set roots(roots: string[]) {
    this.workspace.roots = roots
  }

  async list(root: string): Promise<string[]> {
    let paths: string[] = []
    for await (let path of this.host(root)?.list(root, this.options(root)) ?? []) paths.push(path)
    return paths
  }

  options(root: string): Options['files'] {
    return this.workspace.optionsFor(`${root}/`).files
  }

  async read(path: string): Promise<FileText> {
    let host = this.host(path)
    if (!host) return { ...refusal('Nobody can read this file'), missing: true }
    try {
      return await host.read(path, this.options(path).maxSize)
    } catch (error) {
      return refusal(`This file cannot be read: ${error instanceof Error ? error.message : error}`)
    }
  }

  /** Reads files anew and puts them into the workspace; those that are gone leave it. Open files stay as they are typed. */
  async load(paths: readonly string[], { stop = () => false, progress }: Reading = {}): Promise<void> {
    let done = 0
    await each(paths, 16, stop, async path => {
      await this.loadOne(path)
      progress?.(++done, paths.length)
    })
  }

  private async loadOne(path: string) {
    this.listed.add(path)
    let ticket = ++this.tickets
    this.latest.set(path, ticket)
    let read = await this.take(path)
    // A later reading, or the editor, knows better.
    if (this.latest.get(path) !== ticket) return
    this.latest.delete(path)
    if (this.isOpen(path)) return
    if (typeof read === 'function') {
      this.unread.delete(path)
      this.workspace.restore(path, read)
    } else if ('text' in read) {
      this.unread.delete(path)
      this.workspace.set(path, read.text)
    } else {
      this.workspace.delete(path)
      this.unread.delete(path)
      if (read.missing) this.listed.delete(path)
      else this.report(path, read.problem)
    }
  }

  private async take(path: string): Promise<FileText | Restored> {
    if (!this.kept || this.host(path) !== this.hosts.disk) return this.read(path)
    return this.kept.take(path, this.options(path).maxSize)
  }

  /** Keeps what the next server can use. Of an open file what is known is not what the disk holds. */
  async keep(stop: () => boolean) {
    let summaryOf = (path: string) => (this.isOpen(path) ? undefined : this.workspace.files.get(path))
    if (this.kept) await pump(this.kept.keeping(summaryOf), stop)
  }

  /** Nor is there anything left of what was kept. */
  keepNothing() {
    this.kept?.drop()
    this.kept = undefined
  }

  private report(path: string, problem: Problem) {
    this.connection.console.warn(`${path}: ${problem.message}`)
    this.unread.set(path, problem)
  }

  /** Takes files out of the workspace. Of those that are open only the editor says when they go. */
  remove(paths: Iterable<string>) {
    for (let path of paths) {
      this.latest.delete(path)
      this.listed.delete(path)
      this.unread.delete(path)
      if (!this.isOpen(path)) this.workspace.delete(path)
    }
  }
}

let refusal = (message: string) => ({ problem: { from: 0, to: 0, message } })

/** Records first: without them every name and source in a note would be unknown. */
export function inReadingOrder(paths: string[]): { config: string[]; records: string[]; notes: string[] } {
  let config: string[] = []
  let records: string[] = []
  let notes: string[] = []
  for (let path of paths) {
    let kind = fileKind(path)
    if (kind === 'config') config.push(path)
    else if (kind === 'note') notes.push(path)
    else if (kind) records.push(path)
  }
  return { config, records, notes }
}
