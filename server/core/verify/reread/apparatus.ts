import type { Unread } from '.'
import { spansOf } from './signs'

let pageBreak = /^[ \t]*<!-- p\. ([^\n>]{1,20}) -->[ \t]*\r?$|\f/gm
let pageNumber = /^[-–—•| ]{0,3}(page |p\. ?|seite )?(\d{1,4})( ?(?:\/|of|von|de) ?\d{1,4})?([-–—•| ]{0,3})$/i
let footnote = /^(?:[¹²³⁰⁴-⁹]{1,3}|[*†‡]{1,3}|\[\^?\d{1,3}\])\s?\S/

/**
 * Heads and feet of pages, and footnotes above these: lines beside a page's mark (or a form feed) that are a number, or that stand so
 * beside another mark, too, but for their figures. Lines between them and the mark go with them.
 */
export function* pageApparatus(text: string, from: number): Generator<Unread> {
  if (!text.includes('<!-- p. ') && !text.includes('\f')) return
  let breaks = [...spansOf(text, from, pageBreak)]
  // What is so short is no page.
  if (breaks.length === 0 || breaks.length * 100 > text.length) return
  let sides = breaks.flatMap(({ from, to }) => [linesBeside(text, from, -1), linesBeside(text, to, 1)])
  // Of a short page the same lines stand below one mark and above the next.
  let seen = new Map<string, Set<number>>()
  for (let { shape, from } of sides.flat()) seen.set(shape, (seen.get(shape) ?? new Set()).add(from))
  for (let [index, lines] of sides.entries()) {
    let page = Number(breaks[index >> 1].match[1]) - (index % 2 === 0 ? 1 : 0)
    let isHead = (words: string) =>
      /\s{2}/.test(words) && new RegExp(`^${page}\\s{2,}\\S|\\S\\s{2,}${page}$`).test(words)
    let count = lines.findIndex(
      line =>
        !isNumber(line.words, page) && !isHead(line.words) && (isFigure(line.words) || seen.get(line.shape)!.size < 2)
    )
    if (count < 0) count = lines.length
    // Above the foot, the notes to the page's text; the last of their lines stands next to the foot.
    if (index % 2 === 0) {
      let note = lines.slice(count).findLastIndex(line => footnote.test(line.words) || /^[_—–-]{5,}$/.test(line.words))
      if (note >= 0) count += note + 1
    }
    for (let { from, to } of lines.slice(0, count)) yield { from, to }
  }
}

let isFigure = (words: string) => /^\d+$/.test(words)

// A bare figure is the page's number only where it is that page's; “page 4 of 12” is always.
function isNumber(words: string, page: number): boolean {
  let found = pageNumber.exec(words)
  return !!found && (!!found[1] || !!found[3] || /[-–—•|]/.test(found[4]) || Number(found[2]) === page)
}

interface Line extends Unread {
  words: string
  /** Without its figures. */
  shape: string
}

// The nearest few lines with words on one side of an offset, nearest first.
function linesBeside(text: string, at: number, step: 1 | -1): Line[] {
  let near = step < 0 ? text.slice(Math.max(0, at - 1500), at) : text.slice(at, at + 1500)
  let start = step < 0 ? at - near.length : at
  let lines: Line[] = []
  for (let { 0: line, index } of near.matchAll(/[^\n\f]+/g)) {
    let words = line.trim()
    if (words === '' || (step > 0 && lines.length > 3)) continue
    lines.push({
      from: start + index,
      to: start + index + line.length,
      words,
      shape: words.toLowerCase().replace(/\d+/g, '#')
    })
  }
  return step < 0 ? lines.reverse().slice(0, 8) : lines
}

/** The number of a paragraph at the beginning of a line, in brackets or with a stop. */
export let paragraphNumber = /^[ \t]{0,8}(?:¶ ?|\[)?(\d{1,4})[.)\]/][ \t]{1,8}(?=\S)/gm

/** Whether the line that begins at the offset stands behind an empty one. */
export let startsParagraph = (text: string, at: number) =>
  at === 0 || /\n[ \t]{0,20}\r?\n$/.test(text.slice(Math.max(0, at - 24), at))

/** Numbers of paragraphs that count on: 14. …, 15. … */
export function* numberedParagraphs(text: string, from: number): Generator<Unread> {
  let found = [...spansOf(text, from, paragraphNumber)].filter(own => startsParagraph(text, own.from))
  let number = found.map(own => Number(own.match[1]))
  for (let [k, own] of found.entries())
    if (number[k - 1] === number[k] - 1 || number[k + 1] === number[k] + 1) yield { from: own.from, to: own.to }
}

// What a transcript notes and nobody says.
let noise =
  'laughter|laughs|laughing|chuckles?|applause|cheers|cheering|interruption|crosstalk|pause|long pause|music|boos|sighs|standing ovation|beifall|heiterkeit|zurufe?|gelächter|lachen|applaus|rires|applaudissements|risas|aplausos|risate|applausi|смех|аплодисменты|сміх|оплески|śmiech|oklaski'
let note = new RegExp(`[([](?:${noise})(?:(?:,| and| und| et| y| и) (?:${noise}))?[.!]?[)\\]]`, 'giu')

export function* spokenNotes(text: string, from: number): Generator<Unread> {
  yield* spansOf(text, from, note)
  // An address in a post is its link, not its words.
  if (text.includes('://')) yield* spansOf(text, from, /(?<![\w(<"'])https?:\/\/[^\s<>"'()[\]]{1,300}/g)
}
