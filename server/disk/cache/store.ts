import { randomUUID } from 'node:crypto'
import { closeSync, constants, fstatSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs'
import { crc32 } from 'node:zlib'

/** A file written by `writeStore`, opened. */
export interface Store {
  /** What was said of all pieces. */
  head: unknown
  /** How many there are. */
  size: number
  /** Undefined if the piece is damaged or cannot be read. */
  piece(index: number): Uint8Array | undefined
  close(): void
}

/**
 * A file of numbered pieces, each with its checksum, that are read one by one. Nothing in it is trusted: one that is cut off, damaged,
 * of another stamp, no file, or a symbolic link is as good as none.
 *
 * @param stamp who may read it: a word without blanks
 */
export function openStore(path: string, stamp: string): Store | undefined {
  let file: number | undefined
  try {
    // On a system without the flag, whoever gives the path has looked.
    file = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0))
    let store = read(file, stamp)
    if (store) return store
  } catch {}
  if (file !== undefined) closeSync(file)
  return undefined
}

function read(file: number, stamp: string): Store | undefined {
  let stats = fstatSync(file)
  let start = bytesAt(file, 0, Math.min(stats.size, mostStart))
  let line = start?.toString('latin1').split('\n', 1)[0] ?? ''
  let [name, own, sizes, check] = line.split(' ')
  if (!stats.isFile() || name !== format || own !== stamp) return undefined
  let [count, headLength] = sizes.split('+').map(Number)
  let length = count * 8 + headLength
  let table = length < stats.size ? bytesAt(file, line.length + 1, length) : undefined
  if (!table || crc32(table) !== Number(check)) return undefined
  let numbers = new Uint32Array(new Uint8Array(table.subarray(0, count * 8)).buffer)
  let head = JSON.parse(table.subarray(count * 8).toString())
  let starts = new Float64Array(count + 1)
  starts[0] = line.length + 1 + table.length
  for (let index = 0; index < count; index++) starts[index + 1] = starts[index] + numbers[index * 2]
  if (starts[count] !== stats.size) return undefined
  let ahead: { from: number; bytes: Uint8Array } = { from: 0, bytes: new Uint8Array() }
  return {
    head,
    size: count,
    piece(index) {
      let [from, length] = [starts[index], numbers[index * 2]]
      if (from < ahead.from || from + length > ahead.from + ahead.bytes.length) {
        let bytes = bytesAt(file, from, Math.min(Math.max(length, readAhead), stats.size - from))
        if (!bytes) return undefined
        ahead = { from, bytes }
      }
      let own = ahead.bytes.subarray(from - ahead.from, from - ahead.from + length)
      return crc32(own) === numbers[index * 2 + 1] ? own : undefined
    },
    close: () => closeSync(file)
  }
}

/**
 * Writes such a file, whole or not at all, over whatever has its name; a link there is replaced and not followed. Throws what the
 * system throws. At most `limit` bytes of pieces are written: the rest is left out, from the first that is too much. Yields often.
 *
 * @param head JSON, of so many pieces
 */
export function* writing(
  path: string,
  stamp: string,
  head: (count: number) => unknown,
  pieces: readonly Uint8Array[],
  limit = mostBytes
): Generator<void, void> {
  let count = 0
  for (let sum = 0; count < pieces.length && sum + pieces[count].length <= limit; count++) sum += pieces[count].length
  let numbers = new Uint32Array(count * 2)
  for (let index = 0; index < count; index++) {
    numbers[index * 2] = pieces[index].length
    numbers[index * 2 + 1] = crc32(pieces[index])
    yield
  }
  let said = Buffer.from(JSON.stringify(head(count)))
  let table = Buffer.concat([new Uint8Array(numbers.buffer), said])
  let start = Buffer.from(`${format} ${stamp} ${count}+${said.length} ${crc32(table)}\n`, 'latin1')
  let fresh = `${path}.${randomUUID()}.tmp`
  let file = openSync(fresh, 'wx', 0o600)
  try {
    for (let bytes of inChunks([start, table, ...pieces.slice(0, count)])) {
      writeAll(file, bytes)
      yield
    }
    closeSync(file)
    file = -1
    renameSync(fresh, path)
  } finally {
    if (file >= 0) closeSync(file)
    rmSync(fresh, { force: true })
  }
}

/** The same at once. */
export function writeStore(...given: Parameters<typeof writing>) {
  for (let _ of writing(...given));
}

let format = 'provenote-store-1'
let mostStart = 400
let readAhead = 64 * 1024
let mostBytes = 1024 * 1024 * 1024

function bytesAt(file: number, from: number, length: number): Buffer | undefined {
  let bytes = Buffer.allocUnsafe(length)
  for (let done = 0; done < length; ) {
    let count = readSync(file, bytes, done, length - done, from + done)
    if (count === 0) return undefined
    done += count
  }
  return bytes
}

function writeAll(file: number, bytes: Uint8Array) {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done)
}

// Thousands of small pieces in few writes.
function* inChunks(pieces: Iterable<Uint8Array>): Generator<Uint8Array> {
  let waiting: Uint8Array[] = []
  let length = 0
  for (let piece of pieces) {
    waiting.push(piece)
    length += piece.length
    if (length < 1024 * 1024) continue
    yield Buffer.concat(waiting)
    waiting = []
    length = 0
  }
  yield Buffer.concat(waiting)
}
