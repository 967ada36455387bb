import { rmSync } from 'node:fs'
import { type Asked, type FileSummary, fileKind, severities } from '../../core'
import type { FileReport } from '../report'
import { type Changes, changesSince, findTheSame, questions } from './changes'
import { type Entry, Layer, writeLayer } from './layer'
import { type Print, printsOf } from './prints'
import { reportOf, shownOf } from './shown'

interface Place {
  layer: Layer
  index: number
}

/**
 * What the check of each file found, kept for as long as everything it depends on is what it was: the file itself; all configuration; of
 * other files, records and texts what it asked for, as `Workspace.observe` tells; the day, if it asked for that; and, by the stamp, this
 * program and what it was asked to check.
 *
 * All of it stands in one file, and what has changed since that was written in a second one, which is small and is written at each change.
 */
export class Found {
  private readonly base: Layer | undefined
  private readonly since: Layer | undefined
  private readonly before = new Map<string, Place>()
  private readonly changes: Changes | undefined
  private readonly lost = new Set<string>()
  private readonly fresh = new Map<string, Entry>()

  /**
   * @param path of the first file
   * @param files from path to hash, of all files that were read
   * @param style how it is printed, as far as `repeat` is asked
   * @param summaryOf asked for files that have changed
   */
  constructor(
    private readonly path: string,
    private readonly stamp: string,
    private readonly files: ReadonlyMap<string, string>,
    private readonly today: string,
    private readonly style: string,
    private readonly summaryOf: (path: string) => FileSummary | undefined
  ) {
    this.base = Layer.open(path, stamp)
    this.since = this.base && Layer.open(overOf(path), stamp, this.base.head.id)
    for (let layer of [this.base, this.since]) {
      let { paths = [], hashes = [] } = layer?.head ?? {}
      for (let [index, own] of paths.entries())
        if (hashes[index] === '') this.before.delete(own)
        else this.before.set(own, { layer: layer!, index })
    }
    let before = {
      paths: this.before.keys(),
      hash: (own: string) => this.hashBefore(own),
      prints: (own: string) => this.printsBefore(own)
    }
    this.changes = this.base && changesSince(before, files, summaryOf)
    if (this.changes) this.lose(this.changes)
  }

  /** What was printed of a file whose report would be found again, and how many findings it has of each severity. */
  repeat(path: string): { printed: string; counts: number[] } | undefined {
    let { layer, index } = this.holding(path) ?? {}
    let printed = layer?.head.style === this.style ? layer.printed(index!) : undefined
    return printed === undefined ? undefined : { printed, counts: layer!.counts(index!) }
  }

  /** The report of a file that would be found again. Its text is empty but for the lines that its findings stand on. */
  find(path: string, hasPrints: boolean): FileReport | undefined {
    let { layer, index } = this.holding(path) ?? {}
    if (!layer || (hasPrints && !layer.hasPrints(index!))) return undefined
    let report = layer.report(index!)
    return report && reportOf(JSON.parse(Buffer.from(report).toString()))
  }

  put(path: string, report: FileReport, asked: Asked & { today: boolean }, hasPrints: boolean) {
    let hash = this.files.get(path)
    if (hash === undefined) return
    this.fresh.set(path, {
      path,
      hash,
      report: Buffer.from(JSON.stringify(shownOf(report))),
      hasPrints,
      questions: questions(asked, path),
      searches: asked.searches,
      prints: this.printsNow(path)
    })
  }

  /** Keeps what was printed of a file, if that is all there is to it. */
  putPrinted(path: string, { findings }: FileReport, printed: string) {
    let own = this.entry(path)
    if (!own.report) return
    let counts = severities.map(severity => findings.filter(finding => finding.severity === severity).length)
    this.fresh.set(path, { ...own, printed, counts })
  }

  /** Writes what was put, and what holds on. */
  write() {
    let { base, since, changes, fresh, lost, files, style, today } = this
    if (base && changes && fresh.size + changes.paths.size + lost.size === 0) return
    let over = new Set([...fresh.keys(), ...lost, ...(changes?.paths ?? []), ...(since?.head.paths ?? [])])
    let isLittle = base && changes && over.size <= Math.max(50, files.size * mostOver)
    let entries = Array.from(isLittle ? over : files.keys(), path => this.entry(path))
    // Not every system lets an open file be replaced.
    since?.close()
    if (isLittle) return writeLayer(overOf(this.path), this.stamp, { under: base!.head.id, style, today }, entries)
    base?.close()
    rmSync(overOf(this.path), { recursive: true, force: true })
    writeLayer(this.path, this.stamp, { style, today }, entries)
  }

  // Whatever asked for what has changed.
  private lose(changes: Changes) {
    let { answers, paths, texts } = changes
    let isChanged = (layer: Layer) => (question: string) =>
      answers.has(question) || (question === 'today' && layer.head.today !== this.today) ? 1 : 0
    let marks = new Map([this.base, this.since].flatMap(own => (own ? [[own, own.marks(isChanged(own))]] : [])))
    for (let [path, { layer, index }] of this.before) {
      if (!layer.hasReport(index)) continue
      let searches = texts.length > 0 ? layer.packed(index) : undefined
      let holds =
        !paths.has(path) &&
        !layer.asks(index, marks.get(layer)!) &&
        (texts.length === 0 || (searches && findTheSame(searches, own => layer.numberOf(own), texts)))
      if (!holds) this.lost.add(path)
    }
  }

  private holding(path: string): Place | undefined {
    let place = this.changes && !this.lost.has(path) ? this.before.get(path) : undefined
    return place?.layer.hasReport(place.index) ? place : undefined
  }

  private entry(path: string): Entry {
    let own = this.fresh.get(path)
    let { layer, index } = this.holding(path) ?? {}
    if (own) return own
    // What was printed in another style is of no use.
    if (layer) return layer.entry(index!, layer.head.style === this.style)
    // Without a report only how the file was.
    return { path, hash: this.files.get(path) ?? '', prints: this.printsNow(path) }
  }

  private printsNow(path: string): Uint8Array | undefined {
    let hash = this.files.get(path)
    if (hash === undefined || !hasRecords(path)) return undefined
    let place = this.changes && !this.changes.paths.has(path) ? this.before.get(path) : undefined
    let known = place?.layer.prints(place.index)
    let summary = known ? undefined : this.summaryOf(path)
    return known ?? (summary && Buffer.from(JSON.stringify(printsOf(summary, hash))))
  }

  private hashBefore(path: string): string | undefined {
    let place = this.before.get(path)
    return place?.layer.head.hashes[place.index]
  }

  private printsBefore(path: string): Print[] | undefined {
    let { layer, index } = this.before.get(path)!
    let bytes = layer.prints(index)
    return bytes?.length ? JSON.parse(Buffer.from(bytes).toString()) : undefined
  }
}

let overOf = (path: string) => `${path}-since`
let hasRecords = (path: string) => fileKind(path) !== 'note' && fileKind(path) !== 'config'

/** Of all files: with more the first file is written anew. */
let mostOver = 0.1
