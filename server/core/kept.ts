import type { FileSummary } from './file-summary'
import { capturedOf, type KeptText, keptText, type Recent } from './verify'

/** A file's summary as data that can be written down. */
export interface Kept {
  /** JSON. */
  data: string
  lines: Int32Array
  /** Bytes of a captured text: of by far the largest files the largest part. */
  text?: () => Uint8Array
}

interface Data {
  file: Omit<FileSummary, 'lines' | 'captured'>
  text?: Omit<KeptText, 'bytes'>
}

export function keep({ lines, captured, ...file }: FileSummary): Kept {
  let { bytes, ...text } = captured ? keptText(captured) : {}
  return { data: JSON.stringify({ file, ...(bytes && { text }) }), lines, text: bytes }
}

/** The summary that was kept, for `Workspace.restore`. Its captured text is had when first asked for. */
export function revive({ data, lines, text }: Kept, recent: Recent): FileSummary {
  let { file, text: about }: Data = JSON.parse(data)
  let captured = text && about && capturedOf(file.sources[0], { ...about, bytes: text }, recent)
  return { ...file, lines, ...(captured && { captured }) }
}
