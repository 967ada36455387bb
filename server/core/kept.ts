import type { FileSummary } from './file-summary'
import { type Facts, factsOf, type Recent, revived, type WordFilter } from './verify'

/** A file's summary as data that can be written down. */
export interface Kept {
  /** JSON. */
  data: string
  lines: Int32Array
  /** Of a captured text. */
  filter?: WordFilter
}

/** The same, read again. What is behind a function is had when it is asked for; of a captured text that may be never. */
export interface Reread extends Pick<Kept, 'data' | 'lines'> {
  filter: () => WordFilter | undefined
  /** The file's text in UTF-8, without a byte-order mark: by far the most of all, and not kept. */
  bytes: () => Uint8Array
}

interface Data {
  file: Omit<FileSummary, 'lines' | 'captured'>
  facts?: Facts
}

export function keep({ lines, captured, ...file }: FileSummary): Kept {
  let data: Data = { file, facts: captured && factsOf(captured) }
  return { data: JSON.stringify(data), lines, filter: captured?.filter() }
}

/** The summary that was kept, for `Workspace.restore`. */
export function revive({ data, lines, ...text }: Reread, recent: Recent): FileSummary {
  let { file, facts }: { file: FileSummary; facts?: Facts } = JSON.parse(data)
  file.lines = lines
  if (facts) file.captured = revived(file.sources[0], { facts, ...text }, recent)
  return file
}
