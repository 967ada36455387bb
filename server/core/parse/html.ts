// HTML as CommonMark recognises it: nothing of our language is found inside. Every pattern is linear, because no two
// neighbouring parts can match the same characters.

let attribute = String.raw`\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>\x60]+|'[^']*'|"[^"]*"))?`
let tag = String.raw`<(?:[A-Za-z][A-Za-z0-9-]*(?:${attribute})*\s*/?|/[A-Za-z][A-Za-z0-9-]*\s*)>`
let inlineTag = new RegExp(tag, 'y')
let wholeLineTag = new RegExp(`^${tag}[ \\t]*$`)

let blockTags =
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
  'figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem ' +
  'nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'

/** How the seven kinds of HTML block begin and end (CommonMark 0.31, 4.6). An end of `undefined` is a blank line. */
let blockKinds: { start: RegExp; end?: RegExp; interrupts: boolean }[] = [
  {
    start: /^<(?:script|pre|style|textarea)(?:\s|>|$)/i,
    end: /<\/(?:script|pre|style|textarea)>/i,
    interrupts: true
  },
  { start: /^<!--/, end: /-->/, interrupts: true },
  { start: /^<\?/, end: /\?>/, interrupts: true },
  { start: /^<![A-Za-z]/, end: />/, interrupts: true },
  { start: /^<!\[CDATA\[/, end: /\]\]>/, interrupts: true },
  { start: new RegExp(`^</?(?:${blockTags.replaceAll(' ', '|')})(?:\\s|/?>|$)`, 'i'), interrupts: true },
  { start: wholeLineTag, interrupts: false }
]

export interface HtmlBlock {
  end?: RegExp
}

/** The HTML block that a line's content begins, if any. */
export function htmlBlockStart(content: string, inParagraph: boolean): HtmlBlock | undefined {
  return blockKinds.find(kind => (kind.interrupts || !inParagraph) && kind.start.test(content))
}

/** What kinds of inline HTML have been looked for and have no end further on: keeps unclosed ones linear. */
export type Unclosed = Set<string>

let spans: [open: string, close: string][] = [
  ['<![CDATA[', ']]>'],
  ['<?', '?>']
]

/** End of a tag, comment, processing instruction, declaration or CDATA section that begins at `at`, or -1. */
export function inlineHtmlEnd(text: string, at: number, unclosed: Unclosed): number {
  if (text.startsWith('<!--', at)) {
    if (text.startsWith('<!-->', at)) return at + 5
    if (text.startsWith('<!--->', at)) return at + 6
    return closing(text, '-->', at + 4, unclosed)
  }
  for (let [open, close] of spans) {
    if (text.startsWith(open, at)) return closing(text, close, at + open.length, unclosed)
  }
  if (/[A-Za-z]/.test(text.charAt(at + 2)) && text.charAt(at + 1) === '!') return closing(text, '>', at + 2, unclosed)
  inlineTag.lastIndex = at
  return inlineTag.test(text) ? inlineTag.lastIndex : -1
}

function closing(text: string, mark: string, from: number, unclosed: Unclosed) {
  if (unclosed.has(mark)) return -1
  let found = text.indexOf(mark, from)
  if (found < 0) unclosed.add(mark)
  return found < 0 ? -1 : found + mark.length
}
