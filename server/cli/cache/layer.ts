import { randomUUID } from 'node:crypto'
import { openStore, type Store, writeStore } from '../../disk/cache/store'
import { type Packed, pack, type Search, unpack } from './searches'

/** What is kept of one file. */
export interface Entry {
  path: string
  /** Of the file; empty if it is gone. */
  hash: string
  /** What was found, as JSON; none if that is not known. */
  report?: Uint8Array
  /** Whether the report has fingerprints. */
  hasPrints?: boolean
  /** What was asked to find it: as long as the answers are what they were, so is the report. */
  questions?: string[]
  searches?: Search[]
  /** What was printed of it, and how many findings it has of each severity. */
  printed?: string
  counts?: number[]
  /** Of its records, as JSON. */
  prints?: Uint8Array
}

interface Head {
  id: string
  under?: string
  style: string
  today: string
  paths: string[]
  hashes: string[]
  questions: string[]
  /** Paths of the texts that were found in searches. */
  texts: string[]
}

/**
 * Entries of many files, written at one time. What is most, the reports, is only read of the entry that is asked for, and the entries' numbers
 * lie together in one piece, so that thousands are opened in a few milliseconds.
 */
export class Layer {
  readonly head: Head
  /** Where what an entry has of each kind begins. */
  private readonly starts: Int32Array
  private text: string | undefined
  private allSearches: Packed | undefined
  private numberOfText: Map<string, number> | undefined

  private constructor(
    private readonly store: Store,
    private readonly numbers: Int32Array
  ) {
    this.head = store.head as Head
    let { length } = this.head.paths
    this.starts = new Int32Array(length * width)
    for (let column of [columns.questions, columns.printed, columns.searches, columns.words]) {
      let at = column === columns.questions ? length * width : 0
      for (let index = 0; index < length; index++) {
        this.starts[index * width + column] = at
        at += this.number(index, column)
      }
    }
  }

  /** @param under the id of the layer that this one must have been written over */
  static open(path: string, stamp: string, under?: string): Layer | undefined {
    let store = openStore(path, stamp)
    let numbers = store?.piece(0)
    if (store && numbers && (store.head as Head).under === under) return new Layer(store, integers(numbers))
    store?.close()
    return undefined
  }

  hasReport = (index: number) => (this.number(index, columns.flags) & flags.report) !== 0
  hasPrints = (index: number) => (this.number(index, columns.flags) & flags.prints) !== 0

  counts(index: number): number[] {
    return [...this.numbers.subarray(index * width + columns.counts, index * width + columns.counts + severities)]
  }

  /** 1 for each question that is one of those meant; undefined if none is. */
  marks(isMeant: (question: string) => number): Uint8Array | undefined {
    let marks = Uint8Array.from(this.head.questions, isMeant)
    return marks.includes(1) ? marks : undefined
  }

  /** Whether one that is marked was asked. */
  asks(index: number, marks: Uint8Array | undefined): boolean {
    if (!marks) return false
    let from = this.start(index, columns.questions)
    for (let at = from; at < from + this.number(index, columns.questions); at++)
      if (marks[this.numbers[at]] === 1) return true
    return false
  }

  printed(index: number): string | undefined {
    if (!(this.number(index, columns.flags) & flags.printed)) return undefined
    this.text ??= Buffer.from(this.store.piece(1) ?? '').toString()
    let printed = this.start(index, columns.printed)
    let own = this.text.slice(printed, printed + this.number(index, columns.printed))
    return own.length === this.number(index, columns.printed) ? own : undefined
  }

  /** What was looked for in all texts; undefined if that is lost. */
  searches(index: number): Search[] | undefined {
    let own = this.packed(index)
    return own && unpack(own, number => this.head.texts[number])
  }

  /** The same as it is kept. */
  packed(index: number): Packed | undefined {
    let [numbers, text] = this.allSearches ? [] : [this.store.piece(2), this.store.piece(3)]
    if (numbers && text) this.allSearches = { numbers: integers(numbers), words: Buffer.from(text).toString() }
    if (!this.allSearches) return undefined
    let [searches, words] = [this.start(index, columns.searches), this.start(index, columns.words)]
    return {
      numbers: this.allSearches.numbers.subarray(searches, searches + this.number(index, columns.searches)),
      words: this.allSearches.words.slice(words, words + this.number(index, columns.words))
    }
  }

  /** Of the path of a text that was found in a search. */
  numberOf(path: string): number | undefined {
    this.numberOfText ??= new Map(this.head.texts.map((own, number) => [own, number]))
    return this.numberOfText.get(path)
  }

  report = (index: number) => this.store.piece(first + index * parts)
  prints = (index: number) => this.store.piece(first + index * parts + 1)

  /** All of it, to be written again; without its report if any of it is damaged. */
  entry(index: number, isPrinted: boolean): Entry {
    let { paths, hashes, questions } = this.head
    let [report, searches, prints] = [this.report(index), this.searches(index), this.prints(index)]
    let own: Entry = { path: paths[index], hash: hashes[index], prints }
    if (!this.hasReport(index) || !report || !searches) return own
    let from = this.start(index, columns.questions)
    let asked = this.numbers.subarray(from, from + this.number(index, columns.questions))
    return {
      ...own,
      report,
      hasPrints: this.hasPrints(index),
      questions: Array.from(asked, at => questions[at]),
      searches,
      printed: isPrinted ? this.printed(index) : undefined,
      counts: this.counts(index)
    }
  }

  close() {
    this.store.close()
  }

  private start(index: number, column: number): number {
    return this.starts[index * width + column]
  }
  private number(index: number, column: number): number {
    return this.numbers[index * width + column]
  }
}

/** Writes such a file. @param under the id of the layer that this one lies over */
export function writeLayer(
  path: string,
  stamp: string,
  given: Pick<Head, 'style' | 'today' | 'under'>,
  entries: readonly Entry[]
) {
  let known = new Map<string, number>()
  let texts = new Map<string, number>()
  let searches: Packed[] = []
  let numbers: number[] = []
  let asked: number[] = []
  for (let own of entries) {
    let { questions = [], counts = [0, 0, 0, 0], printed } = own
    let packed = pack(own.searches ?? [], path => numberIn(texts, path))
    searches.push(packed)
    let has =
      (own.report ? flags.report : 0) | (own.hasPrints ? flags.prints : 0) | (printed !== undefined ? flags.printed : 0)
    numbers.push(has, questions.length, printed?.length ?? 0, packed.numbers.length, packed.words.length, ...counts)
    for (let question of questions) asked.push(numberIn(known, question))
  }
  let head: Head = {
    id: randomUUID(),
    ...given,
    paths: entries.map(own => own.path),
    hashes: entries.map(own => own.hash),
    questions: [...known.keys()],
    texts: [...texts.keys()]
  }
  let pieces: Uint8Array[] = [
    bytesOf(Int32Array.from([...numbers, ...asked])),
    Buffer.from(entries.map(own => own.printed ?? '').join('')),
    Buffer.concat(searches.map(own => bytesOf(own.numbers))),
    Buffer.from(searches.map(own => own.words).join(''))
  ]
  for (let { report = none, prints = none } of entries) pieces.push(report, prints)
  writeStore(path, stamp, () => head, pieces)
}

function numberIn(known: Map<string, number>, word: string): number {
  let number = known.get(word)
  if (number === undefined) known.set(word, (number = known.size))
  return number
}

let integers = (bytes: Uint8Array) => new Int32Array(new Uint8Array(bytes).buffer)
let bytesOf = ({ buffer, byteOffset, byteLength }: Int32Array) => new Uint8Array(buffer, byteOffset, byteLength)

let severities = 4
let columns = { flags: 0, questions: 1, printed: 2, searches: 3, words: 4, counts: 5 }
let width = columns.counts + severities
let flags = { report: 1, prints: 2, printed: 4 }
/** Pieces before those of the entries, and how many each of these has. */
let first = 4
let parts = 2
let none = new Uint8Array()
