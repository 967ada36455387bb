import stringWidth from 'string-width'
import { visible } from './visible'

/** What stands together on a screen: a letter with its marks, an emoji, or the sign for a character that is not shown as itself. */
export interface Cell {
  shown: string
  /** In columns of a terminal. */
  width: number
  /** UTF-16 offsets; `to` is exclusive. */
  from: number
  to: number
}

let tabStop = 4

/** The cells of a piece of a line. Offsets count from `from`, where the piece begins; tab stops from there, too. */
export function cells(piece: string, from: number): Cell[] {
  let found: Cell[] = []
  let column = 0
  for (let { segment, index } of segments(piece)) {
    let shown = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : visible(segment)
    let width = isPlain(shown) ? shown.length : stringWidth(shown, { countAnsiEscapeCodes: true })
    found.push({ shown, width, from: from + index, to: from + index + segment.length })
    column += width
  }
  return found
}

/** Columns that text takes which has been made visible. */
export function widthOf(shown: string): number {
  return isPlain(shown) ? shown.length : stringWidth(shown, { countAnsiEscapeCodes: true })
}

let isPlain = (text: string) => /^[ -~]*$/.test(text)

function segments(piece: string): Iterable<{ segment: string; index: number }> {
  if (!isPlain(piece)) return new Intl.Segmenter().segment(piece)
  return Array.from(piece, (segment, index) => ({ segment, index }))
}
