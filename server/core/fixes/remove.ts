import type { Fix, Span } from '../model'

/** Take a comment out, with its line when nothing else stands there. */
export function removeComment(path: string, text: string, { from, to }: Span): Fix {
  let lineFrom = text.lastIndexOf('\n', from - 1) + 1
  let lineTo = text.indexOf('\n', to)
  let end = lineTo < 0 ? text.length : lineTo + 1
  let isAlone = /^[\s>]*$/.test(text.slice(lineFrom, from)) && text.slice(to, end).trim() === ''
  let span = isAlone ? { from: lineFrom, to: end } : { from, to }
  return { title: 'Remove the suppression', edits: [{ path, ...span, newText: '' }] }
}
