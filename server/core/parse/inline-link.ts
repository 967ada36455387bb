import type { Definition, Span } from '../model'
import { normalLabel } from './definitions'
import { destinationEnd, spaceEnd, titleEnd } from './destination'
import type { Inline, Scan } from './inline'
import { citation } from './inline-citation'
import { actorKeyEnd } from './inline-mention'
import { opaqueTo } from './inline-raw'

/** `[`: a citation, else perhaps the start of a link or an image. */
export let openBracket: Inline = (scan, at) => {
  if (scan.text.charCodeAt(at + 1) === 94) {
    let end = citation(scan, at)
    if (end >= 0) return end
  }
  let outer = scan.brackets.at(-1)
  if (outer) outer.nested = true
  scan.inactive = Math.min(scan.inactive, scan.brackets.length)
  scan.brackets.push({ at, image: scan.text.charCodeAt(at - 1) === 33, nested: false })
  return at + 1
}

/** `]`: if a destination or a defined label follows, what was opened is a link (or a mention, `[words](@key)`). */
export let closeBracket: Inline = (scan, at) => {
  let open = scan.brackets.pop()
  // Links hold no links: brackets that are still open around one are text.
  if (!open || (!open.image && scan.brackets.length < scan.inactive)) return at + 1
  let isLink = () => {
    if (!open.image) scan.inactive = scan.brackets.length
  }
  let { text } = scan
  let inline = text[at + 1] === '(' ? inlineTail(text, at + 1) : undefined
  if (inline) {
    if (!open.image) pushLink(scan, open.at, at, inline)
    else scan.found.images.push({ destination: text.slice(inline.from, inline.to), from: scan.base + inline.from })
    isLink()
    return opaqueTo(scan, at + 1, inline.end)
  }
  if (text[at + 1] === '[') {
    let close = labelEnd(text, at + 1)
    let label = text.slice(at + 2, close)
    let isLabel = close > 0 && label.trim() !== ''
    let defined = isLabel ? scan.definitions.get(normalLabel(label)) : undefined
    if (defined) {
      if (!open.image) pushReference(scan, { from: open.at, to: close + 1 }, defined, { from: at + 2, to: close }, at)
      isLink()
      return opaqueTo(scan, at + 1, close + 1)
    }
    // Before a label that nobody defines words are text, whatever they would be alone; a citation is no label.
    if (isLabel && label[0] !== '^') return at + 1
  }
  if (scan.definitions.size > 0 && !open.nested && at - open.at < 1000) {
    let defined = scan.definitions.get(normalLabel(text.slice(open.at + 1, at)))
    if (defined) {
      let end = text.startsWith('[]', at + 1) ? at + 3 : at + 1
      if (!open.image) pushReference(scan, { from: open.at, to: end }, defined, { from: open.at + 1, to: at })
      isLink()
      return end
    }
  }
  return at + 1
}

/** `[words][label]`, or `[label]`, perhaps with `[]`: it leads where the label's definition says. */
function pushReference(scan: Scan, span: Span, defined: Definition, label: Span, wordsTo = label.to) {
  let { text, base, found } = scan
  found.links.push({
    from: base + span.from,
    to: base + span.to,
    destination: defined.destination,
    destinationSpan: defined.destinationSpan,
    words: text.slice(span.from + 1, wordsTo),
    label: { from: base + label.from, to: base + label.to }
  })
}

function labelEnd(text: string, at: number): number {
  for (let i = at + 1; i < Math.min(text.length, at + 1001); i++) {
    let c = text[i]
    if (c === ']') return i
    if (c === '[') return -1
    if (c === '\\') i++
  }
  return -1
}

interface Tail {
  /** The destination, and the end after the closing parenthesis. */
  from: number
  to: number
  end: number
}

function inlineTail(text: string, at: number): Tail | undefined {
  let from = spaceEnd(text, at + 1)
  let to = destinationEnd(text, from)
  if (to < 0) return undefined
  let end = spaceEnd(text, to)
  if (end > to) {
    let title = titleEnd(text, end)
    if (title > 0) end = spaceEnd(text, title)
  }
  if (text[end] !== ')') return undefined
  let angle = text[from] === '<'
  return { from: angle ? from + 1 : from, to: angle ? to - 1 : to, end: end + 1 }
}

function pushLink(scan: Scan, open: number, close: number, tail: Tail) {
  let { text, base, block, found } = scan
  let [from, to] = [base + open, base + tail.end]
  let words = text.slice(open + 1, close)
  let destination = text.slice(tail.from, tail.to)
  if (destination[0] === '@' && actorKeyEnd(destination, 1) === destination.length) {
    let keySpan = { from: base + tail.from + 1, to: base + tail.to }
    found.mentions.push({ from, to, key: destination.slice(1), keySpan, words, block })
  } else {
    let destinationSpan = { from: base + tail.from, to: base + tail.to }
    found.links.push({ from, to, destination, destinationSpan, words })
  }
}

let scheme = /(?:^|[^A-Za-z0-9])(?:https?|ftp)$/i

/** An address written out, `https://…` or `www.…`: GitHub makes it a link. Called at the colon and at a `w`. */
export let bareAddress: Inline = (scan, at) => {
  let { text } = scan
  let from = at
  if (text[at] === ':') {
    if (text[at + 1] !== '/' || text[at + 2] !== '/') return -1
    let before = scheme.exec(text.slice(Math.max(0, at - 6), at))
    if (!before) return -1
    from = at
  } else if (!text.startsWith('www.', at) || (at > 0 && !/[\s*_~(]/.test(text[at - 1]))) return -1
  let end = at
  while (end < text.length && text.charCodeAt(end) > 32 && text[end] !== '<') end++
  return opaqueTo(scan, from, trimAddress(text, at, end))
}

// Punctuation and quotation marks at the end, and closing brackets without a partner, are not part of the address.
function trimAddress(text: string, from: number, to: number): number {
  let stop = text.slice(from, to).search(/["“”„«»\]]|\[\^/)
  let end = stop < 0 ? to : from + stop
  let depth = 0
  for (let i = from; i < end; i++) {
    if (text[i] === '(') depth++
    else if (text[i] === ')') depth--
  }
  for (; end > from; end--) {
    let c = text[end - 1]
    if (c === ')' && depth < 0) depth++
    else if (!/[?!.,:*_~';]/.test(c)) break
  }
  return end
}
