import type { Source } from '../model'
import { isWrapped } from '../paragraphs'
import { type LineLabels, lineLabels } from '../turns'
import { isDamaged } from './damage'
import { compact, decodeAll, decodeSlice, type Encoded, encode, encodedLater, standsAt } from './encoded'
import { type Folded, fold } from './fold'

/**
 * The captured text of a source. Kept as the file's UTF-8 bytes, folded when first asked for: no string of the whole text stays.
 * All offsets that leave it are those of the file.
 */
export interface Captured {
  source: Source
  /** The whole file's text, decoded when asked for; only the texts asked for last are remembered. */
  text(): string
  /** A piece of it: nothing else is decoded. */
  slice(from: number, to: number): string
  /** Whether the words stand at an offset, character by character. */
  standsAt(words: string, offset: number): boolean
  folded(): Folded
  /** Whether extraction has damaged words of it: hyphens at line ends, split ligatures, marks of footnotes. */
  damaged(): boolean
  /** Labels of lines that may open a speaker's turn. */
  labels(): LineLabels
  /** Whether its lines are wrapped; if not, each is a paragraph. */
  wrapped(): boolean
}

/** The texts decoded last, shared by the sources of one workspace. */
export type Recent = { encoded: Encoded; text: string }[]

/** `bodyFrom` of the source must be set. */
export function captured(source: Source, text: string, recent: Recent = []): Captured {
  return new CapturedText(source, encode(text), recent)
}

/** A captured text as it is kept between two runs; its bytes are had when first asked for. */
export interface KeptText {
  length: number
  bytes: () => Uint8Array
}

/** What is to be kept of a captured text, so that `capturedOf` gives it back. */
export function keptText(own: Captured): KeptText {
  let { encoded } = own as CapturedText
  return { length: encoded.length, bytes: () => encoded.bytes }
}

export function capturedOf(source: Source, { length, bytes }: KeptText, recent: Recent): Captured {
  return new CapturedText(source, encodedLater(length, bytes), recent)
}

// A class, so that there are no functions of each text: of thousands, what one question touches lies together.
class CapturedText implements Captured {
  private known: Folded | undefined
  private isDamaged: boolean | undefined
  private isWrapped: boolean | undefined
  private lines: LineLabels | undefined

  constructor(
    readonly source: Source,
    readonly encoded: Encoded,
    private readonly recent: Recent
  ) {}

  text() {
    let { encoded, recent } = this
    let known = recent.find(own => own.encoded === encoded)
    if (known) return known.text
    let text = decodeAll(encoded)
    recent.unshift({ encoded, text })
    if (recent.length > 8) recent.pop()
    return text
  }
  slice(from: number, to: number) {
    return decodeSlice(this.encoded, from, to)
  }
  standsAt(words: string, offset: number) {
    return standsAt(this.encoded, words, offset)
  }
  folded() {
    if (!this.known) {
      this.known = fold(this.text(), this.source.bodyFrom)
      this.known.text = compact(this.known.text)
    }
    return this.known
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
}
