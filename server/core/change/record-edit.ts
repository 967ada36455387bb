import type { Actor, Yaml } from '../model'
import { quoteYaml } from '../yaml-errors'
import type { ChangeEdit } from './change'

/** A value as YAML on one line. Every scalar stays the string it is. */
export function flowYaml(value: Yaml): string {
  if (value.type === 'list') return `[${value.items.map(flowYaml).join(', ')}]`
  if (value.type === 'map')
    return `{${value.fields.map(({ key, value }) => `${plain(key)}: ${flowYaml(value)}`).join(', ')}}`
  return plain(value.value.replace(/\s+/g, ' ').trim())
}

let plain = (words: string) =>
  /^[\p{L}\p{N}][\p{L}\p{M}\p{N} .'’_/-]*$/u.test(words) && words === words.trim() ? words : quoteYaml(words)

/**
 * Writes a field into a record: over the empty value it has, else behind its name, or before its first field where nothing follows the name.
 * There nothing has to be known of where the value above ends, comments and all.
 */
export function addField({ path, fields }: Actor, text: string, field: string, value: Yaml, empty?: Yaml): ChangeEdit {
  let written = flowYaml(value)
  if (empty)
    return { path, from: empty.from, to: empty.to, newText: text[empty.from - 1] === ' ' ? written : ` ${written}` }
  let isFlow = text[fields.from] === '{'
  let name = fields.fields.findIndex(({ key }) => key === 'name')
  let next = fields.fields[name + 1] ?? fields.fields[0]
  // A record without fields is its key and a colon, or an empty mapping.
  if (!next) {
    let at = isFlow ? fields.from + 1 : fields.to
    return { path, from: at, to: at, newText: isFlow ? `${field}: ${written}` : ` {${field}: ${written}}` }
  }
  let at = next.keySpan.from
  let indent = ' '.repeat(at - (text.lastIndexOf('\n', at - 1) + 1))
  return { path, from: at, to: at, newText: isFlow ? `${field}: ${written}, ` : `${field}: ${written}\n${indent}` }
}

/** Puts items before those of a list, or makes a list of one value. */
export function addItems(path: string, text: string, list: Yaml, items: Yaml[]): ChangeEdit {
  let written = items.map(flowYaml)
  if (list.type !== 'list') {
    let { from, to } = list
    return { path, from, to, newText: `[${[text.slice(from, to), ...written].join(', ')}]` }
  }
  if (text[list.from] === '[' || list.items.length === 0) {
    let at = list.from + 1
    return { path, from: at, to: at, newText: written.join(', ') + (list.items.length > 0 ? ', ' : '') }
  }
  let dash = text.lastIndexOf('-', list.items[0].from - 1)
  let indent = ' '.repeat(dash - (text.lastIndexOf('\n', dash) + 1))
  return { path, from: dash, to: dash, newText: written.map(item => `- ${item}\n${indent}`).join('') }
}

/** Takes a record out of a list, with the empty lines behind it; undefined where it does not stand on lines of its own. */
export function removeRecord({ path, span }: Actor, text: string): ChangeEdit | undefined {
  let from = text.lastIndexOf('\n', span.from - 1) + 1
  if (/\S/.test(text.slice(from, span.from).replace(/^\ufeff/, ''))) return undefined
  let end = text[span.to - 1] === '\n' ? span.to : text.indexOf('\n', span.to) + 1 || text.length
  if (/[^\s#]/.test(text.slice(span.to, end).replace(/#.*/, ''))) return undefined
  let rest = /^(?:[ \t]*\r?\n)*/.exec(text.slice(end))![0]
  return { path, from, to: end + rest.length, newText: '' }
}
