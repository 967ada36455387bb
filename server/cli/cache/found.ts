import { type Asked, fileKind, lineEnd, severities } from '../../core'
import { openStore, type Store, writeStore } from '../../disk/cache/store'
import { type Lines, linesOf } from '../lines'
import type { FileReport, Reported } from '../report'
import type { World } from './world'

/**
 * What the check of each file found, kept for as long as everything it depends on is what it was: the file itself; all records and
 * configuration; of other notes those it asked for, which notes there are, or all of them, as `Workspace.observe` tells; the day, if it
 * asked for that; and, by the stamp, this program and what it was asked to check.
 */
export class Found {
  private readonly store: Store | undefined
  private readonly before: Partial<Head>
  private readonly places = new Map<string, [entry: Entry, index: number]>()
  private readonly fresh = new Map<string, [entry: Entry, report: Uint8Array, printed: Uint8Array]>()

  /**
   * @param files from path to hash, of all files that were read
   * @param style how it is printed, as far as `repeat` is asked
   */
  constructor(
    private readonly path: string,
    private readonly stamp: string,
    private readonly files: ReadonlyMap<string, string>,
    private readonly world: World,
    private readonly style: string
  ) {
    this.store = openStore(path, stamp)
    this.before = (this.store?.head ?? {}) as Partial<Head>
    if (this.before.world?.records !== world.records) return
    for (let [index, entry] of this.before.entries?.entries() ?? [])
      if (this.holds(entry)) this.places.set(entry[0], [entry, index])
  }

  /** What was printed of a file whose report would be found again, and how many findings it has of each severity. */
  repeat(path: string): { printed: string; counts: number[] } | undefined {
    let [entry, index] = this.places.get(path) ?? []
    if (!entry?.[4] || this.before.style !== this.style) return undefined
    let printed = this.store?.piece(2 * index! + 1)
    return printed && { printed: Buffer.from(printed).toString(), counts: entry[4] }
  }

  /** The report of a file that would be found again. Its text is empty but for the lines that its findings stand on. */
  find(path: string, hasPrints: boolean): FileReport | undefined {
    let [entry, index] = this.places.get(path) ?? []
    if (!entry || (hasPrints && !(entry[2] & prints))) return undefined
    let report = this.store?.piece(2 * index!)
    if (!report) return undefined
    let { shown, ...rest }: Kept = JSON.parse(Buffer.from(report).toString())
    return { ...rest, lines: linesFrom(shown), known: [] }
  }

  put(path: string, report: FileReport, asked: Asked & { today: boolean }, hasPrints: boolean) {
    let hash = this.files.get(path)
    if (hash === undefined) return
    let flags = (asked.paths ? paths : 0) | (asked.all ? all : 0) | (asked.today ? today : 0) | (hasPrints ? prints : 0)
    let others = [...asked.files].filter(own => own !== path && fileKind(own) === 'note')
    let { lines, known, ...rest } = report
    let kept: Kept = { ...rest, shown: shownLines(lines, report.findings) }
    let entry: Entry = [path, hash, flags, others.map(own => [own, this.files.get(own) ?? ''])]
    this.fresh.set(path, [entry, Buffer.from(JSON.stringify(kept)), new Uint8Array()])
  }

  /** Keeps what was printed of a file, if that is all there is to it. */
  putPrinted(path: string, { findings }: FileReport, printed: string) {
    let [old, index] = this.places.get(path) ?? []
    let report = old && this.store?.piece(2 * index!)
    let [entry, own] = this.fresh.get(path) ?? [old, report]
    if (!entry || !own) return
    let counts = severities.map(severity => findings.filter(finding => finding.severity === severity).length)
    this.fresh.set(path, [[entry[0], entry[1], entry[2], entry[3], counts], own, Buffer.from(printed)])
  }

  /** Writes what was put, and what holds on. */
  write() {
    if (this.fresh.size === 0 && JSON.stringify(this.before.world) === JSON.stringify(this.world)) return
    let entries: Entry[] = []
    let pieces: Uint8Array[] = []
    let add = (entry: Entry, ...own: (Uint8Array | undefined)[]) => {
      if (!own[0] || !own[1]) return
      entries.push(entry)
      pieces.push(own[0], own[1])
    }
    for (let [path, [entry, index]] of this.places)
      if (!this.fresh.has(path))
        add(this.inStyle(entry), this.store?.piece(2 * index), this.store?.piece(2 * index + 1))
    for (let own of this.fresh.values()) add(...own)
    let { world, style } = this
    writeStore(this.path, this.stamp, count => ({ world, style, entries: entries.slice(0, count / 2) }), pieces)
  }

  // What was printed in another style is of no use.
  private inStyle([path, hash, flags, others, counts]: Entry): Entry {
    return this.before.style === this.style ? [path, hash, flags, others, counts] : [path, hash, flags, others]
  }

  // Records and configuration are what they were.
  private holds([path, hash, flags, others]: Entry): boolean {
    let { before, world, files } = this
    if (files.get(path) !== hash || others.some(([own, was]) => (files.get(own) ?? '') !== was)) return false
    if (flags & paths && before.world!.paths !== world.paths) return false
    return !(flags & all && before.world!.all !== world.all) && !(flags & today && before.world!.today !== world.today)
  }
}

/** `others`: notes it asked for and their hashes then; empty of one that was not there. `counts`: if what was printed is kept. */
type Entry = [path: string, hash: string, flags: number, others: [path: string, hash: string][], counts?: number[]]
interface Head {
  world: World
  style: string
  entries: Entry[]
}
interface Kept extends Omit<FileReport, 'lines' | 'known'> {
  shown: ShownLines
}

let [paths, all, today, prints] = [1, 2, 4, 8]

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
