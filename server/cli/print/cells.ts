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
  if (isPlain(piece))
    return Array.from(piece, (shown, index) => ({ shown, width: 1, from: from + index, to: from + index + 1 }))
  let found: Cell[] = []
  let column = 0
  for (let { segment, index } of new Intl.Segmenter().segment(piece)) {
    let shown = segment === '\t' ? ' '.repeat(tabStop - (column % tabStop)) : visible(segment)
    let width = widthOf(shown)
    found.push({ shown, width, from: from + index, to: from + index + segment.length })
    column += width
  }
  return found
}

/** Columns that text takes which has been made visible. */
export function widthOf(shown: string): number {
  return isPlain(shown) ? shown.length : stringWidth()(shown, { countAnsiEscapeCodes: true })
}

// Loaded when first asked for: its expressions take longer to set up than all of ours, and most text is plain.
let stringWidth = (): typeof import('string-width').default => require('string-width').default

/** Whether each character is shown as itself, in a column of its own: Latin letters and the marks they are written with. */
export function isPlain(text: string): boolean {
  return /^[ -~\u00a1-\u00a8\u00aa-\u00ac\u00af-\u02ff\u2010-\u2027\u20ac]*$/.test(text)
}
