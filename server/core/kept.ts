import type { FileSummary } from './file-summary'
import { keptBytes, type Recent, revived } from './verify'

/** A file's summary as data that can be written down. */
export interface Kept {
  /** JSON. */
  data: string
  lines: Int32Array
  /** Bytes of the file's text, asked for where it is a captured text: of by far the largest files the largest part. */
  text?: () => Uint8Array
}

export function keep({ lines, captured, ...file }: FileSummary): Kept {
  return { data: JSON.stringify(file), lines, text: captured && (() => keptBytes(captured)) }
}

/** The summary that was kept, for `Workspace.restore`. Its captured text is had when first asked for. */
export function revive({ data, lines, text }: Kept, recent: Recent): FileSummary {
  let file: FileSummary = JSON.parse(data)
  let [source] = file.sources
  file.lines = lines
  if (text && source?.bodyFrom !== undefined) file.captured = revived(source, text, recent)
  return file
}
