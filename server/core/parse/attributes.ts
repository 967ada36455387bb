import type { Attribute, Attributes, Block, Problem } from '../model'

let start = /[#.]|[\p{L}_][\p{L}\p{N}_-]*=|common\s*[}#.\p{L}]/uy
let id = /#([\p{L}\p{N}][\p{L}\p{N}\p{M}_:.-]*)/uy
let className = /\.([\p{L}_][\p{L}\p{N}\p{M}_-]*)/uy
let pair = /([\p{L}_][\p{L}\p{N}_-]*)(?:=(?:"([^"]*)"|“([^”]*)”|([^\s"}]*)))?/uy

/**
 * `{…}` at the very end of a block (section 7 of the markup). Undefined if there is none, or if what stands in the braces is
 * plainly not meant as one. What cannot be read becomes a problem.
 */
export function attributesOf(leaf: Block, block: number): { attributes: Attributes; problems: Problem[] } | undefined {
  let { text, from: base } = leaf
  if (text.charCodeAt(text.length - 1) !== 125) return undefined
  let open = text.lastIndexOf('{')
  if (open < 0 || text[open - 1] === '\\' || (open > 0 && /[\p{L}\p{N}$]/u.test(text[open - 1]))) return undefined
  let at = spaceEnd(text, open + 1)
  start.lastIndex = at
  if (!start.test(text)) return undefined
  let end = text.length - 1
  let attributes: Attributes = { from: base + open, to: base + text.length, classes: [], values: [], block }
  let problems: Problem[] = []
  while (at < end) {
    let found = read(id, text, at)
    if (found) attributes.id = { from: base + at, to: base + at + found[0].length, value: found[1] }
    else if ((found = read(className, text, at))) attributes.classes.push(found[1])
    else if ((found = read(pair, text, at))) attributes.values.push(attribute(found, base + at))
    let next = found ? at + found[0].length : at
    if (!found || (next < end && !/\s/.test(text[next]))) {
      let stop = next
      while (stop < end && !/\s/.test(text[stop])) stop++
      let message = `“${text.slice(at, stop)}” is no attribute. Write #id, .class, key=value or key="two words".`
      problems.push({ from: base + at, to: base + stop, message })
      next = stop
    }
    at = spaceEnd(text, next)
  }
  return { attributes, problems }
}

function attribute(found: RegExpExecArray, from: number): Attribute {
  let value = found[2] ?? found[3] ?? found[4] ?? ''
  let to = from + found[0].length
  let quoted = found[2] !== undefined || found[3] !== undefined ? 1 : 0
  let valueSpan = { from: to - quoted - value.length, to: to - quoted }
  return { from, to, name: found[1], value, valueSpan }
}

function read(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at
  return pattern.exec(text)
}

function spaceEnd(text: string, at: number) {
  while (at < text.length && /\s/.test(text[at])) at++
  return at
}
