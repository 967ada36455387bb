import type { MarkupContent } from 'vscode-languageserver-types'
import { escaped, plain } from './escape'

/** How a card is written: as Markdown, or as plain text for clients that show no Markdown. */
export interface Format {
  kind: 'markdown' | 'plaintext'
  /** Words that are not ours, shown as they are. */
  text(words: string): string
  strong(formatted: string): string
  faint(formatted: string): string
  struck(formatted: string): string
  quote(formatted: string): string
  /** Between a quotation's words and the line that says where they are from. */
  quoteBreak: string
  /** Between the parts of a card. */
  rule: string
  /** Between lines of one paragraph. */
  lineBreak: string
}

export let markdown: Format = {
  kind: 'markdown',
  text: escaped,
  strong: formatted => (formatted === '' ? '' : `**${formatted}**`),
  faint: formatted => (formatted === '' ? '' : `*${formatted}*`),
  struck: formatted => `~~${formatted}~~`,
  quote: formatted => `> ${formatted}`,
  quoteBreak: '  \n> ',
  rule: '---',
  lineBreak: '  \n'
}

export let plaintext: Format = {
  kind: 'plaintext',
  text: plain,
  strong: formatted => formatted,
  faint: formatted => formatted,
  struck: formatted => `[${formatted}]`,
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
