import type { Connection } from 'vscode-languageserver'
import { TextDocument } from 'vscode-languageserver-textdocument'
import type { FileSummary, Workspace } from '../core'
import { toPath } from '../features/convert'

/** What a change of an open file may matter to: its own findings alone, or those of other files as well. */
export type Reach = 'own' | 'all'

/**
 * The files open in the editor. Changes are put together as they come and reach the workspace when somebody asks (`sync`), so that a
 * burst of keystrokes is read once.
 */
export class Documents {
  private readonly open = new Map<string, TextDocument>()
  private readonly dirty = new Set<string>()
  /** How often an open text has been changed. */
  changes = 0

  /**
   * @param isOurs whether files of this path belong to the workspace; others (a diff's older version) are only looked at
   * @param changed called once for each file whose new text has reached the workspace
   */
  constructor(
    private readonly workspace: Workspace,
    private readonly isOurs: (path: string) => boolean,
    private readonly changed: (path: string, reach: Reach) => void
  ) {}

  /** @param touched called at each change, before it has reached the workspace */
  listen(connection: Connection, touched: (path: string) => void, closed: (path: string) => void) {
    let note = (path: string) => {
      if (!this.isOurs(path)) return
      this.dirty.add(path)
      touched(path)
    }
    connection.onDidOpenTextDocument(({ textDocument: { uri, languageId, version, text } }) => {
      this.open.set(toPath(uri), TextDocument.create(uri, languageId, version, text))
      note(toPath(uri))
    })
    connection.onDidChangeTextDocument(({ textDocument: { uri, version }, contentChanges }) => {
      let known = this.open.get(toPath(uri))
      if (!known) return
      this.changes++
      TextDocument.update(known, contentChanges, version)
      note(toPath(uri))
    })
    connection.onDidCloseTextDocument(({ textDocument: { uri } }) => {
      let path = toPath(uri)
      this.open.delete(path)
      this.dirty.delete(path)
      if (this.isOurs(path)) closed(path)
    })
  }

  /** Brings the workspace up to date with what has been typed. */
  sync() {
    for (let path of this.dirty) {
      this.dirty.delete(path)
      let before = this.workspace.files.get(path)
      this.workspace.set(path, this.open.get(path)!.getText(), true)
      this.changed(path, reachOf(before, this.workspace.files.get(path)))
    }
  }

  paths(): string[] {
    return [...this.open.keys()].filter(this.isOurs)
  }
  has(path: string): boolean {
    return this.open.has(path)
  }
  version(path: string): number | undefined {
    return this.open.get(path)?.version
  }
  /** The client's own spelling of a file's address. */
  uri(path: string): string | undefined {
    return this.open.get(path)?.uri
  }
}

// Typing in a note's or dossier's prose concerns nobody else; its ids, headings and record may.
function reachOf(before: FileSummary | undefined, after: FileSummary | undefined): Reach {
  if (!after || (after.kind !== 'note' && after.kind !== 'actor')) return 'all'
  return shared(before) === shared(after) ? 'own' : 'all'
}

function shared(file: FileSummary | undefined): string {
  let ids = file?.note?.statements.flatMap(statement => statement.id ?? [])
  let slugs = file?.note?.headings.map(heading => heading.slug)
  return JSON.stringify([ids ?? [], slugs ?? [], file?.actors ?? []])
}
