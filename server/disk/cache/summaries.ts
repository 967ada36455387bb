import {
  type Ahead,
  type FileSummary,
  fileKind,
  keep,
  type Recent,
  type Reread,
  type Restored,
  revive
} from '../../core'
import { type ReadFile, readFileNow } from '../read'
import { hashOf } from './hashes'
import { openStore, type Store, writing } from './store'

/**
 * Summaries of files as they were kept, by path and hash of the file's bytes. Captured texts are not among them: nobody's sources are
 * copied, and their bytes are read from where they stand when they are first asked for.
 */
export class Summaries {
  /** Whether every file that was read again was still what its hash says. If not, what was worked out is of neither. */
  isStill = true
  private opened: { store?: Store; places: Map<string, Place> } | undefined

  constructor(
    private readonly path: string,
    private readonly stamp: string
  ) {}

  /** Whether anybody has asked for one. */
  get isOpen(): boolean {
    return this.opened !== undefined
  }

  has(path: string, hash: string): boolean {
    return this.placeOf(path, hash) !== undefined
  }

  /** The summary of a file whose bytes have the hash; where none was kept, the file is read. Nothing happens before it is asked for. */
  find(path: string, hash: string): Restored {
    let summary = (recent: Recent) => {
      let place = this.placeOf(path, hash)
      let [data, lines] = place === undefined ? [] : [this.piece(place, 'data'), this.piece(place, 'lines')]
      if (!data || !lines) {
        let file = this.read(path, hash)
        return 'text' in file ? file.text : ''
      }
      let kept: Reread = {
        data: Buffer.from(data).toString(),
        lines: new Int32Array(new Uint8Array(lines).buffer),
        filter: () => filterOf(this.kept(path, hash)?.[2]),
        bytes: () => this.bytes(path, hash)
      }
      return revive(kept, recent)
    }
    return fileKind(path) === 'note' ? summary : Object.assign(summary, { ahead: () => this.ahead(path, hash) })
  }

  private ahead(path: string, hash: string): Ahead | undefined {
    let place = this.open().places.get(path)
    if (place?.hash !== hash) return undefined
    let { actors, sources } = place.keys ?? { actors: [], sources: [] }
    let filter = () => {
      let piece = this.piece(place.index, 'filter')
      // One that is damaged says nothing; an empty one, that there is no text.
      return piece?.length === 0 ? noWords : filterOf(piece)
    }
    return { actors, sources, filter: fileKind(path) === 'source' ? filter : undefined }
  }

  /** Reads a file again whose bytes had the hash. */
  read(path: string, hash: string | undefined, limit = Number.POSITIVE_INFINITY): ReadFile {
    let file = readFileNow(path, limit)
    if (!('text' in file) || hashOf(file.bytes) !== hash) this.isStill = false
    return file
  }

  /**
   * Writes the summaries of these files, if that is worth it: reading a few files again takes less time than writing all. Yields often;
   * what changes meanwhile is written as it is then.
   *
   * @param files from path to hash
   * @param summaryOf asked for those that are not kept yet; undefined if the summary is not that of the hash
   */
  *writing(files: ReadonlyMap<string, string>, summaryOf: (path: string) => FileSummary | undefined) {
    let { store, places } = this.open()
    // Configuration is always read.
    let wanted = [...files].filter(([path]) => fileKind(path) !== 'config')
    let missing = wanted.filter(([path, hash]) => !this.has(path, hash)).length
    let gone = [...places.keys()].filter(path => !files.has(path)).length
    if (store && missing + gone <= wanted.length * worthIt) return
    let head: Head = []
    let pieces: Uint8Array[] = []
    for (let [path] of wanted) {
      let hash = files.get(path)
      if (hash === undefined) continue
      let known = this.kept(path, hash)
      let summary = known ? undefined : summaryOf(path)
      let own = known ?? written(summary)
      if (!own) continue
      let keys = known ? places.get(path)!.keys : keysOf(summary!)
      head.push(keys ? [path, hash, keys] : [path, hash])
      pieces.push(...own)
      yield
    }
    if (!this.isStill) return
    // Not every system lets an open file be replaced.
    this.close()
    yield* writing(this.path, this.stamp, count => head.slice(0, count / parts.length), pieces)
    this.close()
  }

  close() {
    this.opened?.store?.close()
    this.opened = undefined
  }

  private open() {
    if (this.opened) return this.opened
    let store = openStore(this.path, this.stamp)
    let places = new Map<string, Place>()
    for (let [index, [path, hash, keys]] of ((store?.head ?? []) as Head).entries())
      places.set(path, { hash, index, keys })
    return (this.opened = { store, places })
  }

  // Of its text: without a byte-order mark.
  private bytes(path: string, hash: string): Uint8Array {
    let file = this.read(path, hash)
    if (!('text' in file)) return new Uint8Array()
    let { bytes } = file
    return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
  }

  private placeOf(path: string, hash: string): number | undefined {
    let place = this.open().places.get(path)
    return place?.hash === hash ? place.index : undefined
  }

  private piece(place: number, part: (typeof parts)[number]): Uint8Array | undefined {
    return this.open().store?.piece(place * parts.length + parts.indexOf(part))
  }

  // As it stands there, if all of it does.
  private kept(path: string, hash: string): Uint8Array[] | undefined {
    let place = this.placeOf(path, hash)
    let own = place === undefined ? [] : parts.flatMap(part => this.piece(place, part) ?? [])
    return own.length === parts.length ? own : undefined
  }
}

/** `keys`: of a file's records, if it has any. */
type Head = [path: string, hash: string, keys?: Keys][]
interface Keys {
  actors: string[]
  sources: string[]
}
interface Place {
  hash: string
  index: number
  keys?: Keys
}
let parts = ['data', 'lines', 'filter'] as const

function written(summary: FileSummary | undefined): Uint8Array[] | undefined {
  if (!summary) return undefined
  let { data, lines, filter } = keep(summary)
  let bytes = (array: Int32Array | Uint32Array) => new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
  return [Buffer.from(data), bytes(lines), filter ? bytes(filter) : new Uint8Array()]
}

let noWords = new Uint32Array(1)

function keysOf({ actors, sources }: FileSummary): Keys | undefined {
  if (actors.length + sources.length === 0) return undefined
  return { actors: actors.map(own => own.key), sources: sources.map(own => own.key) }
}

function filterOf(piece: Uint8Array | undefined): Uint32Array | undefined {
  return piece && piece.length > 0 ? new Uint32Array(new Uint8Array(piece).buffer) : undefined
}

// A share of all files.
let worthIt = 0.02
