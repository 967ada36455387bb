import type { Span } from '../model'
import { destinationEnd, spaceEnd, titleEnd } from './destination'

/** A link reference definition, `[label]: destination "title"`: spans without its line's end. */
export interface DefinitionAt extends Span {
  /** Normalised. */
  label: string
  destinationSpan: Span
}

/** End of the link reference definitions at the start of a paragraph (CommonMark 4.7); they go to `found`. */
export function definitionsEnd(text: string, at: number, found?: DefinitionAt[]): number {
  while (at < text.length) {
    let end = definitionEnd(text, at, found)
    if (end < 0) break
    at = end
  }
  return at
}

let labelPattern = /[ ]{0,3}\[((?:[^[\]\\]|\\[\s\S]){1,999})\]:/y

function definitionEnd(text: string, at: number, found?: DefinitionAt[]): number {
  labelPattern.lastIndex = at
  let label = labelPattern.exec(text)
  if (!label || label[1].trim() === '') return -1
  let from = spaceEnd(text, at + label[0].length)
  let end = destinationEnd(text, from)
  if (end < 0 || (end === from && text[from] !== '<')) return -1
  // A title must be parted by white space and end its line; if it does not, the definition ends before it.
  let lineEnd = endOfLine(text, end)
  let title = spaceEnd(text, end)
  if (title > end) {
    let afterTitle = titleEnd(text, title)
    let whole = afterTitle < 0 ? -1 : endOfLine(text, afterTitle)
    if (whole >= 0) lineEnd = whole
  }
  if (lineEnd >= 0) {
    let angle = text[from] === '<' ? 1 : 0
    let destinationSpan = { from: from + angle, to: end - angle }
    found?.push({ from: at + label[0].indexOf('['), to: end, label: normalLabel(label[1]), destinationSpan })
  }
  return lineEnd
}

/** Labels are matched without regard to case and white space. */
export function normalLabel(label: string) {
  return label.trim().replace(/\s+/g, ' ').toLowerCase()
}

// The start of the next line if only blanks are left on this one, else -1.
function endOfLine(text: string, at: number): number {
  while (at < text.length && (text[at] === ' ' || text[at] === '\t')) at++
  if (at === text.length) return at
  if (text.startsWith('\r\n', at)) return at + 2
  return text[at] === '\n' || text[at] === '\r' ? at + 1 : -1
}
