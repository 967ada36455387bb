import type { Connection } from 'vscode-languageserver'
import type { Workspace } from '../core'
import type { Client } from './client'
import type { Diagnoser } from './diagnose'
import type { Documents, Reach } from './documents'
import type { Files } from './files'

/** One server: everything its parts share. Made once the client has introduced itself. */
export interface Server {
  connection: Connection
  workspace: Workspace
  client: Client
  documents: Documents
  files: Files
  diagnoser: Diagnoser
  /** ISO date. */
  today(): string
  /** Moves of files that an answer of the server's own asked for, as `from`, line break, `to`; and how many changes there had been. */
  ownMoves?: { moves: Set<string>; changes: number }
  /** Something that a client's views show has changed. */
  announce(): void
  /** What a client shows among a note's words may have changed. */
  refresh(reach: Reach): void
  /** Runs what a client or a timer started: whatever goes wrong in it is logged, and never ends the server. */
  guard<T>(what: string, run: () => T | Promise<T>): Promise<T | undefined>
}
