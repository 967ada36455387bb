import { type FileSummary, type Kept, keep, revive, type Workspace } from '../../core'
import { readFileNow } from '../read'
import { openStore, type Store, writeStore } from './store'

/** What is put into `Workspace.restore`: a summary, or the file's text, of which it can be made. */
export type Restored = Parameters<Workspace['restore']>[1]

/**
 * Summaries of files as they were kept, by path and hash of the file's bytes. Captured texts are not among them: nobody's sources are
 * copied, and their bytes are read from where they stand when they are first asked for.
 */
export class Summaries {
  private opened: { store?: Store; places: Map<string, { hash: string; index: number }> } | undefined

  constructor(
    private readonly path: string,
    private readonly stamp: string
  ) {}

  /** Whether anybody has asked for one. */
  get isOpen(): boolean {
    return this.opened !== undefined
  }

  has(path: string, hash: string): boolean {
    return this.open().places.get(path)?.hash === hash
  }

  /** The summary of a file whose bytes have the hash; where none was kept, the file is read. Nothing happens before it is asked for. */
  find(path: string, hash: string): Restored {
    return recent => {
      let [data, lines] = this.pieces(path, hash)
      if (!data || !lines) return textOf(path)
      let kept: Kept = {
        data: Buffer.from(data).toString(),
        lines: new Int32Array(Uint8Array.from(lines).buffer),
        text: () => bytesOf(path)
      }
      return revive(kept, recent)
    }
  }

  /**
   * Writes the summaries of these files, if that is worth it: reading a few files again takes less time than writing all.
   *
   * @param files from path to hash
   * @param summaryOf asked for those that are not kept yet
   */
  write(files: ReadonlyMap<string, string>, summaryOf: (path: string) => FileSummary | undefined) {
    let { store, places } = this.open()
    let missing = [...files].filter(([path, hash]) => !this.has(path, hash)).length
    let gone = [...places.keys()].filter(path => !files.has(path)).length
    if (store && missing + gone <= files.size * worthIt) return
    let head: [path: string, hash: string][] = []
    let pieces: Uint8Array[] = []
    for (let [path, hash] of files) {
      let [data, lines] = this.pieces(path, hash)
      let summary = data && lines ? undefined : summaryOf(path)
      if (summary) {
        let kept = keep(summary)
        data = Buffer.from(kept.data)
        lines = new Uint8Array(kept.lines.buffer, kept.lines.byteOffset, kept.lines.byteLength)
      }
      if (!data || !lines) continue
      head.push([path, hash])
      pieces.push(data, lines)
    }
    writeStore(this.path, this.stamp, count => head.slice(0, count >> 1), pieces)
  }

  close() {
    this.opened?.store?.close()
    this.opened = undefined
  }

  private open() {
    if (this.opened) return this.opened
    let store = openStore(this.path, this.stamp)
    let places = new Map<string, { hash: string; index: number }>()
    let head = store?.head as [path: string, hash: string][] | undefined
    for (let [index, [path, hash]] of head?.entries() ?? []) places.set(path, { hash, index })
    return (this.opened = { store, places })
  }

  private pieces(path: string, hash: string): (Uint8Array | undefined)[] {
    let { store, places } = this.open()
    let place = places.get(path)
    return place?.hash === hash ? [store?.piece(2 * place.index), store?.piece(2 * place.index + 1)] : []
  }
}

// A share of all files.
let worthIt = 0.02

function textOf(path: string): string {
  let file = readFileNow(path, Number.POSITIVE_INFINITY)
  return 'text' in file ? file.text : ''
}

// Of its text: without a byte-order mark.
function bytesOf(path: string): Uint8Array {
  let file = readFileNow(path, Number.POSITIVE_INFINITY)
  if (!('text' in file)) return new Uint8Array()
  let { bytes } = file
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes
}
