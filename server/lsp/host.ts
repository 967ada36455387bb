import type { FileSummary, Options, Problem, Restored } from '../core'

/** Where files are. The server never touches a disk itself: an entry brings one, or the client answers for its files. */
export interface Host {
  /** Paths of the files of our kinds inside a folder, without what is ignored. */
  list(root: string, options: Options['files']): AsyncIterable<string>
  /** The text of a file, without byte-order mark; or why it cannot be used. */
  read(path: string, maxSize: number): Promise<FileText>
  /** Tells which files may have changed, until it is ended; none is missed once it is `ready`. For clients that do not watch. */
  watch?(root: string, options: Options['files'], changed: (paths: string[]) => void): Watch
}

export interface Watch {
  ready: Promise<void>
  end(): void
}

/** What was kept of a disk's files since the last run. */
export interface Kept {
  /** As `Host.read`, or what takes the text's place: for files that nobody has open. */
  take(path: string, maxSize: number): FileText | Restored
  /** Keeps what the next run can use. @param summaryOf undefined if it is not that of the file as it was taken */
  keeping(summaryOf: (path: string) => FileSummary | undefined): Generator<void, void>
  /** Removes it all. */
  drop(): void
}

/** `missing`: there is no such file. */
export type FileText = { text: string } | { problem: Problem; missing?: boolean }
