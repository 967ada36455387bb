import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser/lib/esm/main.js'
import type { Problem, Yaml } from '../model'

/**
 * JSON as values with positions; numbers and truth values are the text that was written, null is empty. Strings stand with their
 * quotation marks. Never throws; of what does not parse the first error is the problem, and what could be read is returned.
 *
 * Read with `jsonc-parser`, at some 30 MB/s; the YAML library, which reads JSON as well, takes fifteen times as long.
 */
export function readJson(text: string): { value?: Yaml; problems: Problem[] } {
  let tooDeep = depthExceeds(text, deepest)
  if (tooDeep >= 0) {
    let message = `JSON nested more than ${deepest} deep is not read`
    return { problems: [{ from: tooDeep, to: tooDeep + 1, message }] }
  }
  let errors: ParseError[] = []
  let tree = parseTree(text, errors, { disallowComments: true })
  let problems = errors.slice(0, 1).map(({ error, offset, length }) => {
    // “CommaExpected” and the like.
    let words = printParseErrorCode(error).replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    return { from: offset, to: offset + length, message: `This is not JSON: ${words.toLowerCase()}` }
  })
  return { value: tree && convert(tree, text), problems }
}

const deepest = 50

function convert(node: Node, text: string): Yaml {
  let span = { from: node.offset, to: node.offset + node.length }
  if (node.type === 'array')
    return { type: 'list', items: (node.children ?? []).map(child => convert(child, text)), ...span }
  if (node.type === 'object') {
    let fields = (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
      if (!key || !value) return []
      let keySpan = { from: key.offset, to: key.offset + key.length }
      return [{ key: String(key.value), keySpan, value: convert(value, text) }]
    })
    return { type: 'map', fields, ...span }
  }
  let written = node.type === 'string' ? node.value : node.type === 'null' ? '' : text.slice(span.from, span.to)
  return { type: 'scalar', value: written, ...span }
}

// The parser calls itself for each level; the offset of the level that is too deep, or −1.
function depthExceeds(text: string, limit: number): number {
  let depth = 0
  let quoted = false
  for (let at = 0; at < text.length; at++) {
    let char = text[at]
    if (quoted && char === '\\') at++
    else if (char === '"') quoted = !quoted
    else if (quoted) continue
    else if (char === '[' || char === '{') depth++
    else if (char === ']' || char === '}') depth--
    if (depth > limit) return at
  }
  return -1
}
