import { createHash } from 'node:crypto'
import { type Asked, fileKind, lineEnd } from '../../core'
import { openStore, type Store, writeStore } from '../../disk/cache/store'
import { type Lines, linesOf } from '../lines'
import type { FileReport, Reported } from '../report'

/**
 * What the check of each file found, kept for as long as everything it depends on is what it was: the file itself; all records and
 * configuration; of other notes those it asked for, which notes there are, or all of them, as `Workspace.observe` tells; the day, if it
 * asked for that; and, by the stamp, this program and what it was asked to check.
 */
export class Found {
  private readonly store: Store | undefined
  private readonly places = new Map<string, [entry: Entry, index: number]>()
  private readonly fresh = new Map<string, [entry: Entry, piece: Uint8Array]>()
  private readonly world: World
  private readonly before: World | undefined

  /**
   * @param files from path to hash, of all files that were read
   * @param today ISO date
   */
  constructor(
    private readonly path: string,
    private readonly stamp: string,
    private readonly files: ReadonlyMap<string, string>,
    today: string
  ) {
    this.world = worldOf(files, today)
    this.store = openStore(path, stamp)
    let { world, entries = [] } = (this.store?.head ?? {}) as Partial<Head>
    this.before = world
    if (world?.records !== this.world.records) return
    for (let [index, entry] of entries.entries()) if (this.holds(entry)) this.places.set(entry[0], [entry, index])
  }

  /** The report of a file that would be found again. Its text is empty but for the lines that its findings stand on. */
  find(path: string, hasPrints: boolean): FileReport | undefined {
    let [entry, index] = this.places.get(path) ?? []
    if (!entry || (hasPrints && !(entry[2] & prints))) return undefined
    let piece = this.store?.piece(index!)
    if (!piece) return undefined
    let { shown, ...report }: Kept = JSON.parse(Buffer.from(piece).toString())
    return { ...report, lines: linesFrom(shown), known: [] }
  }

  put(path: string, report: FileReport, asked: Asked & { today: boolean }, hasPrints: boolean) {
    let hash = this.files.get(path)
    if (hash === undefined) return
    let flags = (asked.paths ? paths : 0) | (asked.all ? all : 0) | (asked.today ? today : 0) | (hasPrints ? prints : 0)
    let others = [...asked.files].filter(own => own !== path && fileKind(own) === 'note')
    let { lines, known, ...rest } = report
    let kept: Kept = { ...rest, shown: shownLines(lines, report.findings) }
    let entry: Entry = [path, hash, flags, others.map(own => [own, this.files.get(own) ?? ''])]
    this.fresh.set(path, [entry, Buffer.from(JSON.stringify(kept))])
  }

  /** Writes what was put, and what holds on. */
  write() {
    let isSame = this.fresh.size === 0 && JSON.stringify(this.before) === JSON.stringify(this.world)
    if (isSame) return
    let head: Entry[] = []
    let pieces: Uint8Array[] = []
    for (let [path, [entry, index]] of this.places) {
      let piece = this.fresh.has(path) ? undefined : this.store?.piece(index)
      if (!piece) continue
      head.push(entry)
      pieces.push(piece)
    }
    for (let [entry, piece] of this.fresh.values()) {
      head.push(entry)
      pieces.push(piece)
    }
    let of = (count: number): Head => ({ world: this.world, entries: head.slice(0, count) })
    writeStore(this.path, this.stamp, of, pieces)
  }

  // Records and configuration are what they were.
  private holds([path, hash, flags, others]: Entry): boolean {
    let { before, world, files } = this
    if (files.get(path) !== hash || others.some(([own, was]) => (files.get(own) ?? '') !== was)) return false
    if (flags & paths && before!.paths !== world.paths) return false
    return !(flags & all && before!.all !== world.all) && !(flags & today && before!.today !== world.today)
  }
}

/** `others`: notes it asked for and their hashes then; empty of one that was not there. */
type Entry = [path: string, hash: string, flags: number, others: [path: string, hash: string][]]
interface Head {
  world: World
  entries: Entry[]
}
interface Kept extends Omit<FileReport, 'lines' | 'known'> {
  shown: ShownLines
}

let [paths, all, today, prints] = [1, 2, 4, 8]

/** Hashes of parts of all that there is. */
interface World {
  /** Everything but notes. */
  records: string
  /** Which files there are. */
  paths: string
  all: string
  today: string
}

function worldOf(files: ReadonlyMap<string, string>, today: string): World {
  let sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1))
  let hash = (parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')
  let records = sorted.filter(([path]) => fileKind(path) !== 'note')
  return { records: hash(records.flat()), paths: hash(sorted.map(([path]) => path)), all: hash(sorted.flat()), today }
}

/** The lines that findings stand on, by number, and whether the text is more than nothing. */
interface ShownLines {
  isText: boolean
  lines: [line: number, text: string][]
}

function shownLines({ text, starts }: Lines, findings: readonly Reported[]): ShownLines {
  let wanted = new Set<number>()
  for (let { range } of findings) {
    let [first, last] = [range.start.line, range.end.line]
    // Of a long stretch only the ends are shown.
    for (let line = first; line <= last; line++) if (line < first + 3 || line > last - 3) wanted.add(line)
  }
  let own = (line: number): [number, string] => [line, text.slice(starts[line], lineEnd(text, starts, line))]
  return { isText: text !== '', lines: [...wanted].sort((a, b) => a - b).map(own) }
}

function linesFrom({ isText, lines }: ShownLines): Lines {
  let text = ''
  let at = 0
  for (let [line, words] of lines) {
    text += '\n'.repeat(line - at) + words
    at = line
  }
  return linesOf(isText ? `${text}\n` : '')
}
