import type { Fix, Problem } from './model'

interface YamlError {
  pos: [number, number]
  code?: string
  message?: string
}

/**
 * A syntax error of the `yaml` library in a writer's words, where the library names it, with a fix that puts the value in
 * quotes when that is what it lacks: `@usa`, a title with a colon.
 *
 * @param end of the scalar, when the error is the mark it begins with
 */
export function explainYamlError(text: string, error: YamlError, shift: number, path?: string, end?: number): Problem {
  let from = Math.min(error.pos[0], text.length)
  let at = { from: from + shift, to: Math.max(from, Math.min(error.pos[1], text.length)) + shift }
  if (end !== undefined) return explainMark(text.slice(from, end), { ...at, to: end + shift }, path)
  let message = plainer[error.code ?? '']?.(error.message ?? '') ?? error.message ?? 'This YAML cannot be read'
  if (!message.startsWith(needsQuotes)) return { ...at, message }
  let value = valueOfLine(text, from)
  if (!value) return { ...at, message }
  let span = { from: value.from + shift, to: value.to + shift }
  let words = text.slice(value.from, value.to)
  return { ...span, message, fix: path === undefined ? undefined : quotingFix(path, span.from, span.to, words) }
}

/** Whether the error is a plain value that begins with a mark YAML keeps for itself; those are found one by one. */
export function startsWithMark(text: string, error: YamlError): boolean {
  return (error.code ?? reserved) === reserved && /^[@`%]/.test(text.charAt(error.pos[0]))
}

/** The words as a quoted YAML value. */
export function quoteYaml(words: string): string {
  return /["\\]/.test(words) ? `'${words.replaceAll("'", "''")}'` : `"${words}"`
}

const reserved = 'BAD_SCALAR_START'
const needsQuotes = 'This value needs quotes'

// What the library says is for people who know YAML's grammar.
const plainer: { [code: string]: (message: string) => string | undefined } = {
  BLOCK_AS_IMPLICIT_KEY: message =>
    message.startsWith('Nested mappings') ? `${needsQuotes}: it holds a colon and a space` : undefined,
  UNEXPECTED_TOKEN: message =>
    message === 'Unexpected scalar at node end'
      ? `${needsQuotes}: words follow what YAML takes for all of it`
      : undefined,
  MISSING_CHAR: message =>
    message.startsWith('Implicit map keys') ? 'Expected a colon and a value: `key: value`' : undefined,
  TAB_AS_INDENT: () => 'YAML cannot be indented with tabs: use spaces'
}

function explainMark(words: string, span: { from: number; to: number }, path?: string): Problem {
  let key = words.slice(1)
  let message =
    words[0] === '@'
      ? `In YAML a value cannot begin with \`@\`: write \`${quoteYaml(words)}\` in quotes, or the bare key \`${key}\``
      : `In YAML a value cannot begin with \`${words[0]}\`: put it in quotes`
  return { ...span, message, fix: path === undefined ? undefined : quotingFix(path, span.from, span.to, words) }
}

function quotingFix(path: string, from: number, to: number, words: string): Fix {
  return { title: `Put ${words} in quotes`, safe: true, edits: [{ path, from, to, newText: quoteYaml(words) }] }
}

// After the first `key: ` of the line; undefined where a quoted value would not be the whole of what was meant.
function valueOfLine(text: string, at: number): { from: number; to: number } | undefined {
  let lineFrom = text.lastIndexOf('\n', at - 1) + 1
  let lineTo = text.indexOf('\n', at)
  let line = text.slice(lineFrom, lineTo < 0 ? text.length : lineTo)
  let colon = line.search(/:[ \t]/)
  if (colon < 0 || line.includes(' #')) return undefined
  let value = line.slice(colon + 1)
  let words = value.trim()
  let from = lineFrom + colon + 1 + value.indexOf(words)
  return words && at >= from ? { from, to: from + words.length } : undefined
}
