import type { Problem, Yaml, YamlField, YamlMap } from './model'
import { readFlatField } from './yaml-flat'
import { composeYaml } from './yaml-library'

export interface ReadYaml {
  yaml: YamlMap
  /** In the order of the text; of what does not parse, one for each top-level entry. */
  problems: Problem[]
  /** It does not parse somewhere; `yaml` is what could be read all the same. */
  broken: boolean
}

/**
 * Reads YAML with positions; every scalar is the string that was written, unquoted. Never throws, and takes linear time.
 * A key written twice in one mapping is a problem; `yaml` holds both.
 *
 * Each top-level entry is read by itself, by the flat reader if it can, else by the `yaml` library: so one entry with a folded
 * text does not make a list of thousands slow, and one broken entry does not take the others with it. YAML allows that because
 * what belongs to an entry's value is indented; only anchors, document marks and the like reach further, and then the
 * library reads the whole.
 *
 * @param offset of `text` in its file, added to each position
 * @param path of the file, for the edits of fixes; without it problems have no fixes
 */
export function readYaml(text: string, offset = 0, path?: string): ReadYaml {
  let read = readYamlRecords(text, offset, path)
  let twice = repeatedKeys(read.yaml)
  return twice.length ? { ...read, problems: inOrder([...read.problems, ...twice]) } : read
}

/** As `readYaml`, but a key written twice on the top level is no problem: in a list of records that is for a rule to say. */
export function readYamlRecords(text: string, offset = 0, path?: string): ReadYaml {
  let read = readEntries(text, offset, path) ?? readWhole(text, offset, path)
  return { ...read, problems: inOrder(read.problems) }
}

const mostProblems = 100

// Undefined when an entry cannot be read without the others.
function readEntries(text: string, offset: number, path?: string): ReadYaml | undefined {
  let start = entriesStart(text)
  if (start < 0) return undefined
  let fields: YamlField[] = []
  let problems: Problem[] = []
  let broken = false
  for (let at = start; at < text.length; ) {
    if (!beginsEntry(text, at)) return undefined
    let end = entryEnd(text, at)
    let flat = readFlatField(text, at, end, offset)
    if (flat) fields.push(flat)
    else {
      let entry = composeYaml(text.slice(at, end), at + offset, path)
      // What begins at column 0 cannot continue an earlier mapping's value: without a key it is this line's error alone.
      if (entry.linked || (!entry.map && !fields.length)) return undefined
      for (let field of entry.map?.fields ?? []) fields.push(field)
      if (problems.length < mostProblems) problems.push(...entry.problems, ...repeatedInside(entry.map))
      broken ||= entry.broken || !entry.map
    }
    at = end
  }
  return { yaml: mapOf(fields, offset), problems, broken }
}

function readWhole(text: string, offset: number, path?: string): ReadYaml {
  let { map, problems, broken } = composeYaml(text, offset, path)
  return { yaml: map ?? mapOf([], offset), problems: [...problems, ...repeatedInside(map)], broken }
}

function mapOf(fields: YamlField[], offset: number): YamlMap {
  let from = fields[0]?.keySpan.from ?? offset
  let last = fields.at(-1)
  return { type: 'map', fields, from, to: last ? Math.max(last.keySpan.to, last.value.to) : from }
}

// After blank lines, comments and one `---`; −1 when something else comes first that only the library knows.
function entriesStart(text: string): number {
  let marked = false
  for (let at = 0; at < text.length; ) {
    let lineBreak = text.indexOf('\n', at)
    let next = lineBreak < 0 ? text.length : lineBreak + 1
    if (beginsEntry(text, at)) return at
    let line = text.slice(at, next)
    if (!marked && /^---\r?\n?$/.test(line)) marked = true
    else if (!/^(#| *\r?\n?$)/.test(line)) return -1
    at = next
  }
  return text.length
}

// The first character decides: letters, digits and the like, a quoted key, or `@`, whose error is told entry by entry.
function beginsEntry(text: string, at: number): boolean {
  let code = text.codePointAt(at) ?? 0
  if (text.startsWith('...', at)) return false
  return code > 127 ? code !== 0xfeff : /[\w"'@$()+./;<=^~\\]/.test(String.fromCharCode(code))
}

// The next line that begins at column 0 and neither continues a list nor is a comment or blank.
function entryEnd(text: string, from: number): number {
  for (let at = text.indexOf('\n', from) + 1; at > 0; at = text.indexOf('\n', at) + 1) {
    let code = text.charCodeAt(at)
    if (code === 32 || code === 35 || code === 10 || code === 13) continue
    if (code === 45 && !text.startsWith('---', at)) continue
    return at
  }
  return text.length
}

function repeatedKeys(map: YamlMap): Problem[] {
  let seen = new Set<string>()
  let repeated = map.fields.filter(field => seen.size === seen.add(field.key).size)
  return repeated.map(field => ({
    ...field.keySpan,
    message: `\`${field.key}\` is written twice here; only the first counts`
  }))
}

// In what is below the top level; the flat reader leaves any repeated key to the library.
function repeatedInside(value?: Yaml): Problem[] {
  if (!value || value.type === 'scalar') return []
  let values = value.type === 'list' ? value.items : value.fields.map(field => field.value)
  return values.flatMap(inner => [...(inner.type === 'map' ? repeatedKeys(inner) : []), ...repeatedInside(inner)])
}

function inOrder(problems: Problem[]): Problem[] {
  return problems.sort((a, b) => a.from - b.from).slice(0, mostProblems)
}
