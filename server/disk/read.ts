import { isUtf8 } from 'node:buffer'
import { readFileSync, type Stats, statSync } from 'node:fs'
import { readFile as readBytes, stat } from 'node:fs/promises'
import type { Problem } from '../core/model'

/** A file's text, without a byte-order mark, and its bytes; or why it is not read, to be said once, at the start of the file. */
export type ReadFile = { text: string; bytes: Uint8Array } | { problem: Problem; missing?: boolean }

/** Reads a file of at most `maxSize` bytes. Never fails. */
export async function readFile(path: string, maxSize: number): Promise<ReadFile> {
  try {
    return refusal(await stat(path), maxSize) ?? decode(await readBytes(path))
  } catch (error) {
    return failure(error)
  }
}

/** The same at once, for callers with nothing else to do meanwhile: four times as fast for small files. */
export function readFileNow(path: string, maxSize: number): ReadFile {
  try {
    return refusal(statSync(path), maxSize) ?? decode(readFileSync(path))
  } catch (error) {
    return failure(error)
  }
}

/** The text of a file's bytes, which must be UTF-8. */
export function decode(bytes: Uint8Array): ReadFile {
  if (!isUtf8(bytes)) return { problem: atStart(notUtf8(bytes)) }
  let marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  let text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', marked ? 3 : 0)
  return { text, bytes }
}

// A pipe or a device would be waited for.
function refusal(stats: Stats, maxSize: number): ReadFile | undefined {
  if (!stats.isFile()) return { problem: atStart('This is not a file, and is not read') }
  if (stats.size <= maxSize) return undefined
  let message = `This file has ${megabytes(stats.size)}, more than the ${megabytes(maxSize)} of the option \`files.maxSize\`, and is not read`
  return { problem: atStart(message) }
}

function failure(error: unknown): ReadFile {
  let { code, message } = error as NodeJS.ErrnoException
  if (code === 'ENOENT' || code === 'ENOTDIR') return { problem: atStart('This file does not exist'), missing: true }
  if (code === 'EACCES' || code === 'EPERM') return { problem: atStart('This file may not be read: permission denied') }
  return { problem: atStart(`This file cannot be read: ${message}`) }
}

function notUtf8(bytes: Uint8Array): string {
  let [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))
    return 'This file is UTF-16, not UTF-8, and is not read: save it as UTF-8'
  return `This file is not UTF-8 from line ${firstBadLine(bytes)} on, and is not read: save it as UTF-8`
}

// A line break is never part of another character in UTF-8.
function firstBadLine(bytes: Uint8Array): number {
  for (let from = 0, line = 1; ; line++) {
    let end = bytes.indexOf(10, from)
    if (end < 0 || !isUtf8(bytes.subarray(from, end))) return line
    from = end + 1
  }
}

function megabytes(bytes: number): string {
  return bytes < 1e6 ? `${bytes} bytes` : `${(bytes / 1e6).toFixed(1)} MB`
}

function atStart(message: string): Problem {
  return { from: 0, to: 0, message }
}
