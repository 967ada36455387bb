import { type LineLabels, lineLabels } from '../labels'
import type { Source } from '../model'
import { isWrapped } from '../paragraphs'
import { isDamaged, mended } from './damage'
import { type Folded, fold } from './fold'
import { reread, withoutAsides } from './reread'
import { originalSlice, standsAt } from './unfold'
import { repeatedLabels } from './voices'
import { type WordFilter, wordFilter } from './word-filter'

/**
 * The captured text of a source, kept as the folded text and what folding replaced. All offsets that leave it are those of the file.
 * Refused: to fold a text that was just read when it is first searched. Until then it would lie in memory as it was, and what a burst of
 * work takes the system gets back late or never.
 */
export interface Captured {
  source: Source
  /** The whole file's text, put together when asked for; only the texts asked for last are remembered. */
  text(): string
  /** A piece of it: nothing else is put together. */
  slice(from: number, to: number): string
  /** Whether the words stand at an offset, character by character. */
  standsAt(words: string, offset: number): boolean
  folded(): Folded
  /** The text read a second time, for words that the first reading did not find; the first one where nothing is read otherwise. */
  reread(): Folded
  /** The second reading without what says who speaks, inside direct speech; the second one where there is none. */
  joined(): Folded
  /** The second reading with damaged words put together: to be compared with, never a pass, since a hyphen may be the word's own. */
  mended(): Folded
  /** Whether extraction has damaged words of it: hyphens at line ends, split ligatures, marks of footnotes. */
  damaged(): boolean
  /** Labels of lines that may open a speaker's turn. */
  labels(): LineLabels
  /** Whether its lines are wrapped; if not, each is a paragraph. */
  wrapped(): boolean
  /** Of its words, for `Filters`, which keep it. */
  filter(): WordFilter
}

/**
 * The texts asked for last, shared by the sources of one workspace, with the other readings of them: these are as large as the first, and are
 * asked for where words were not found.
 */
export type Recent = {
  own: Captured
  text: string
  again?: string
  reread?: Folded
  joined?: Folded
  mended?: Folded
}[]

/** `bodyFrom` of the source must be set. */
export function captured(source: Source, text: string, recent: Recent = []): Captured {
  return new CapturedText(source, folded(text, source), recent)
}

/** What has been worked out of a captured text, as JSON can hold it. */
export interface Facts {
  labels?: [label: string, places: number[]][]
  isDamaged?: boolean
  isWrapped?: boolean
}

/** What is had of a captured text when it is first asked for: the file's text as bytes, and its word filter, if that was kept. */
export interface Revived {
  facts: Facts
  bytes: () => Uint8Array
  filter: () => WordFilter | undefined
}

/** What is known so far, to be kept between two runs. */
export function factsOf(own: Captured): Facts {
  let { isDamaged, isWrapped, lines } = own as CapturedText
  return { isDamaged, isWrapped, labels: lines && [...lines] }
}

export function revived(source: Source, { facts, bytes, filter }: Revived, recent: Recent): Captured {
  let own = new CapturedText(source, () => decoder.decode(bytes()), recent)
  own.isDamaged = facts.isDamaged
  own.isWrapped = facts.isWrapped
  own.lines = facts.labels && new Map(facts.labels)
  own.kept = filter
  return own
}

let encoder = new TextEncoder()
let decoder = new TextDecoder('utf-8', { ignoreBOM: true })

// A class, so that there are no functions of each text: of thousands, what one question touches lies together.
class CapturedText implements Captured {
  isDamaged: boolean | undefined
  isWrapped: boolean | undefined
  lines: LineLabels | undefined
  // Most texts are read but in one way; to find that out takes as long as to fold them.
  private isReadOnce: boolean | undefined
  private isWithoutAsides: boolean | undefined
  kept: (() => WordFilter | undefined) | undefined

  constructor(
    readonly source: Source,
    private known: Folded | (() => string),
    private readonly recent: Recent
  ) {}

  text() {
    return this.asked().text
  }
  private asked(): Recent[number] {
    let { recent } = this
    let known = recent.find(({ own }) => own === this)
    if (known) return known
    let text = typeof this.known === 'function' ? this.known() : originalSlice(this.known, 0, Number.POSITIVE_INFINITY)
    known = { own: this, text }
    recent.unshift(known)
    if (recent.length > 8) recent.pop()
    return known
  }
  slice(from: number, to: number) {
    return originalSlice(this.folded(), from, to)
  }
  standsAt(words: string, offset: number) {
    return standsAt(this.folded(), words, offset)
  }
  folded() {
    if (typeof this.known === 'function') this.known = folded(this.text(), this.source)
    return this.known
  }
  reread(): Folded {
    if (this.isReadOnce) return this.folded()
    let asked = this.asked()
    let again = this.textAgain(asked)
    this.isReadOnce = again === asked.text
    asked.reread ??= this.isReadOnce ? this.folded() : fold(again, this.source.bodyFrom)
    return asked.reread
  }
  joined(): Folded {
    if (this.isWithoutAsides) return this.reread()
    let asked = this.asked()
    if (!asked.joined) {
      let text = this.textAgain(asked)
      let joined = withoutAsides(text, this.source.bodyFrom ?? 0)
      this.isWithoutAsides = joined === text
      asked.joined = this.isWithoutAsides ? this.reread() : fold(joined, this.source.bodyFrom)
    }
    return asked.joined
  }
  mended(): Folded {
    let asked = this.asked()
    asked.mended ??= this.damaged() ? fold(mended(this.textAgain(asked)), this.source.bodyFrom) : this.reread()
    return asked.mended
  }
  private textAgain(asked: Recent[number]): string {
    if (this.isReadOnce) return asked.text
    asked.again ??= reread(asked.text, this.source.bodyFrom ?? 0, repeatedLabels(this))
    return asked.again
  }
  damaged() {
    this.isDamaged ??= isDamaged(this.text().slice(this.source.bodyFrom))
    return this.isDamaged
  }
  labels() {
    this.lines ??= lineLabels(this.text(), this.source.bodyFrom ?? 0)
    return this.lines
  }
  wrapped() {
    this.isWrapped ??= isWrapped(this.text(), this.source.bodyFrom ?? 0)
    return this.isWrapped
  }
  filter() {
    return this.kept?.() ?? wordFilter(this.folded().text)
  }
}

function folded(text: string, { bodyFrom }: Source): Folded {
  let own = fold(text, bodyFrom)
  own.text = compact(own.text)
  return own
}

/**
 * The same text, in half the memory and searched twice as fast if it has nothing beyond Latin-1. JavaScript engines keep a string
 * made from pieces of one that holds a curly mark at two bytes a character, even when the mark is gone.
 */
function compact(text: string): string {
  if (/[^\0-\xff]/.test(text)) return text
  if (scratch.length < 2 * text.length) scratch = new Uint8Array(2 * text.length)
  return decoder.decode(scratch.subarray(0, encoder.encodeInto(text, scratch).written))
}
// One for all: what thousands of texts leave behind is not given back to the system.
let scratch = new Uint8Array(1 << 17)
