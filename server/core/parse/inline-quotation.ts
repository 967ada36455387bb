import type { Inline, Scan } from './inline'

/** An opening mark still waiting for its partner. */
export interface OpenMark {
  at: number
  mark: string
}

/** What may close each opening mark. `„…”` is how Polish, Hungarian and Romanian write what German writes `„…“`. */
let closes: { [open: string]: string } = { '"': '"', '“': '”', '„': '“”', '«': '»', '»': '«' }

let open: Inline = (scan, at) => {
  scan.marks.push({ at, mark: scan.text[at] })
  return at + 1
}

/** `"`: closes if one is open, else opens; after a digit (6", 40°12'05") it is a unit and no mark. */
export let straightMark: Inline = (scan, at) => {
  let opened = scan.marks.at(-1)
  if (opened?.mark === '"') return close(scan, at)
  // A straight mark where a curly quotation is open and words end: a mismatched partner, if nothing closes it later.
  if (opened && endsWords(scan.text, at) && !standsAhead(scan, closes[opened.mark][0], at)) return mismatched(scan, at)
  if (/\d|[′'’]/.test(scan.text.charAt(at - 1)) && !/[\p{L}]/u.test(scan.text.charAt(at + 1))) return -1
  return open(scan, at)
}

/** `“` opens, or closes `„`. */
export let openDouble: Inline = (scan, at) => (scan.marks.at(-1)?.mark === '„' ? close(scan, at) : open(scan, at))
export let germanMark: Inline = open

/** `”` closes `“` and `„`; after a straight mark it is a mismatched partner. */
export let closeDouble: Inline = (scan, at) => {
  let opened = scan.marks.at(-1)
  if (!opened) return unpaired(scan, at)
  return closes[opened.mark].includes('”') ? close(scan, at) : mismatched(scan, at)
}

/** `«` and `»` each open or close, after the mark that is open. */
export let angleMark: Inline = (scan, at) => {
  let opened = scan.marks.at(-1)
  return opened && closes[opened.mark] === scan.text[at] ? close(scan, at) : open(scan, at)
}

function close(scan: Scan, at: number): number {
  let opened = scan.marks.pop()!
  // Marks inside another quotation belong to its words.
  if (scan.marks.length === 0) pushQuotation(scan, opened.at, at)
  return at + 1
}

function pushQuotation(scan: Scan, from: number, closing: number, continued?: boolean) {
  let { base, text, block } = scan
  scan.found.quotations.push({
    kind: 'inline',
    from: base + from,
    to: base + Math.min(closing + 1, text.length),
    inner: { from: base + from + 1, to: base + closing },
    words: text.slice(from + 1, closing),
    block,
    sentence: -1,
    citations: [],
    continued
  })
}

function mismatched(scan: Scan, at: number): number {
  let opened = scan.marks[scan.marks.length - 1]
  let span = { from: scan.base + at, to: scan.base + at + 1 }
  let right = closes[opened.mark][0]
  scan.found.problems.push({
    ...span,
    message: `The quotation opens with ${opened.mark} and closes with ${scan.text[at]}.`,
    fix: { title: `Close it with ${right}`, safe: true, edits: [{ ...span, path: '', newText: right }] }
  })
  return close(scan, at)
}

function unpaired(scan: Scan, at: number): number {
  let span = { from: scan.base + at, to: scan.base + at + 1 }
  scan.found.problems.push({ ...span, message: `This ${scan.text[at]} has no partner in its paragraph.` })
  return at + 1
}

// Whether the mark stands at or after the offset. Each stretch of text is searched once, so asking often stays linear.
function standsAhead(scan: Scan, mark: string, at: number): boolean {
  scan.ahead ??= new Map()
  let known = scan.ahead.get(mark) ?? -1
  if (known < at) {
    let found = scan.text.indexOf(mark, at)
    known = found < 0 ? scan.text.length : found
    scan.ahead.set(mark, known)
  }
  return known < scan.text.length
}

let endsWords = (text: string, at: number) =>
  !/\s|^$/.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + 1))

/**
 * At the end of a block, marks left open are unpaired; but a quotation of several paragraphs opens each of them with its
 * mark, and closes the last one only.
 */
export function endQuotations(scan: Scan) {
  let [opened, another] = scan.marks
  if (opened && !another && scan.next?.startsWith(opened.mark)) pushQuotation(scan, opened.at, scan.text.length, true)
  else for (let opened of scan.marks) unpaired(scan, opened.at)
}
