import type { Source } from '../model'
import { isWrapped } from '../paragraphs'
import { type LineLabels, lineLabels } from '../turns'
import { isDamaged } from './damage'
import { compact, decodeAll, decodeSlice, type Encoded, encode, standsAt } from './encoded'
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
  let encoded = encode(text)
  let folded: Folded | undefined
  let damaged: boolean | undefined
  let labels: LineLabels | undefined
  let wrapped: boolean | undefined
  let own: Captured = {
    source,
    text() {
      let known = recent.find(own => own.encoded === encoded)
      if (known) return known.text
      let text = decodeAll(encoded)
      recent.unshift({ encoded, text })
      if (recent.length > 8) recent.pop()
      return text
    },
    slice: (from, to) => decodeSlice(encoded, from, to),
    standsAt: (words, offset) => standsAt(encoded, words, offset),
    folded() {
      if (!folded) {
        folded = fold(own.text(), source.bodyFrom)
        folded.text = compact(folded.text)
      }
      return folded
    },
    damaged() {
      damaged ??= isDamaged(own.text().slice(source.bodyFrom))
      return damaged
    },
    labels() {
      labels ??= lineLabels(own.text(), source.bodyFrom ?? 0)
      return labels
    },
    wrapped() {
      wrapped ??= isWrapped(own.text(), source.bodyFrom ?? 0)
      return wrapped
    }
  }
  return own
}
