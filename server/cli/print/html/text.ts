import { type Format, signs } from '../../../features/words/format'
import { visible } from '../visible'

let entities: { [sign: string]: string } = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Other people's words as text of a page, on one line: nothing in them is an element, a link or an address, steers, or is hidden. */
export function text(words: string): string {
  // Marks of line breaks and their like, which captured texts are full of, would only be in the way.
  let line = words.replace(/[\u00ad\u200b\u2060\ufeff]/g, '').replace(/\s+/g, ' ')
  return visible(line).replace(/[&<>"']/g, sign => entities[sign])
}

/** How cards and verdicts are written on a page. */
export let html: Format = {
  kind: 'markdown',
  text,
  strong: formatted => `<ins>${formatted}</ins>`,
  added: formatted => `<ins>${formatted}</ins>`,
  struck: formatted => `<del>${formatted}</del>`,
  sign: kind => signs[kind],
  faint: formatted => `<small>${formatted}</small>`,
  quote: formatted => `<q>${formatted}</q>`,
  quoteBreak: '<br>',
  rule: '',
  lineBreak: '<br>'
}

let longest = 900

/** A passage with a stretch of it marked; of one that is too long, the words around the mark. Spaces at its ends are left out. */
export function marked(passage: string, from: number, to: number, mark: string): string {
  let end = Math.min(to, from + longest)
  let start = Math.max(0, from - (longest >> 1))
  let stop = Math.min(passage.length, end + (longest >> 1))
  let before = (start > 0 ? '… ' : '') + passage.slice(start, from).trimStart()
  let after = (end < to ? ' …' : '') + passage.slice(end, stop).trimEnd() + (stop < passage.length ? ' …' : '')
  return `${text(before)}<mark class="${mark}">${text(passage.slice(from, end))}</mark>${text(after)}`
}
