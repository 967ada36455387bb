import type { MarkupContent } from 'vscode-languageserver-types'
import { escaped, plain } from './escape'

/** How a card is written: as Markdown, or as plain text for clients that show no Markdown. */
export interface Format {
  kind: 'markdown' | 'plaintext'
  /** Words that are not ours, shown as they are. */
  text(words: string): string
  strong(formatted: string): string
  faint(formatted: string): string
  /** Of two texts that are compared, words that only the first has, and words that only the second has. */
  struck(formatted: string): string
  added(formatted: string): string
  /** A sign that says how good something is. */
  sign(kind: 'good' | 'bad' | 'open'): string
  quote(formatted: string): string
  /** Between a quotation's words and the line that says where they are from. */
  quoteBreak: string
  /** Between the parts of a card. */
  rule: string
  /** Between lines of one paragraph. */
  lineBreak: string
  /** A link to one of the client's own commands. Only a client that has them, and trusts no others, gets any. */
  command?(words: string, command: string, argument: object): string
}

export let signs = { good: '✓', bad: '✗', open: '?' }

export let markdown: Format = {
  kind: 'markdown',
  text: escaped,
  strong: formatted => (formatted === '' ? '' : `**${formatted}**`),
  faint: formatted => (formatted === '' ? '' : `*${formatted}*`),
  struck: formatted => `~~${formatted}~~`,
  added: formatted => `**${formatted}**`,
  sign: kind => signs[kind],
  quote: formatted => `> ${formatted}`,
  quoteBreak: '  \n> ',
  rule: '---',
  lineBreak: '  \n'
}

/** For our own client in VS Code: fainter and coloured words, in the theme's colours, and links to its commands. */
export let trusted: Format = {
  ...markdown,
  faint: formatted => coloured('input-placeholderForeground', formatted),
  struck: formatted => coloured(colours.bad, markdown.struck(formatted)),
  added: formatted => coloured('gitDecoration-addedResourceForeground', markdown.strong(formatted)),
  sign: kind => coloured(colours[kind], signs[kind]),
  command: (words, command, argument) => `[${words}](command:${command}?${encoded(argument)})`
}

let colours = { good: 'charts-green', bad: 'errorForeground', open: 'editorWarning-foreground' }
// Nothing but this form of a style passes VS Code's sanitizer.
let coloured = (colour: string, formatted: string) =>
  formatted === '' ? '' : `<span style="color:var(--vscode-${colour});">${formatted}</span>`

/** As an address's query: letters, digits and percent signs. VS Code decodes it once or twice, so that no percent sign may lie within. */
function encoded(argument: object): string {
  let json = JSON.stringify([argument]).replace(
    /[^ -$&-~]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
  return json.replace(/[^A-Za-z0-9]/g, char => `%${char.charCodeAt(0).toString(16)}`)
}

export let plaintext: Format = {
  kind: 'plaintext',
  text: plain,
  strong: formatted => formatted,
  faint: formatted => formatted,
  // As `wdiff` writes them: bare brackets would be an editor's.
  struck: formatted => `[-${formatted}-]`,
  added: formatted => `{+${formatted}+}`,
  sign: kind => signs[kind],
  quote: formatted => `  ${formatted}`,
  quoteBreak: '\n  ',
  rule: '',
  lineBreak: '\n'
}

/** Paragraphs, empty ones left out, as what a client shows. */
export function card(format: Format, paragraphs: (string | undefined)[]): MarkupContent {
  let kept = paragraphs.filter(Boolean) as string[]
  // A rule only between parts.
  while (kept.at(-1) === format.rule) kept.pop()
  return { kind: format.kind, value: kept.join('\n\n') }
}

/** Words with a stretch of them made strong; the spaces at its ends are kept outside. */
export function emphasized(format: Format, text: string, from: number, to: number): string {
  let inside = text.slice(from, to)
  let before = text.slice(0, from) + (/^\s*/.exec(inside)?.[0] ?? '')
  let after = (/\s*$/.exec(inside)?.[0] ?? '') + text.slice(to)
  let space = (words: string, at: RegExp) => (at.test(words) ? ' ' : '')
  let head = format.text(before) + (before.trim() ? space(before, /\s$/) : '')
  let tail = (after.trim() ? space(after, /^\s/) : '') + format.text(after)
  return head + format.strong(format.text(inside)) + tail
}
