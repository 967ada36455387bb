/** Where in YAML a cursor stands: in block style by indentation, as far as it goes on one line in flow style too. */
export interface YamlPlace {
  /** The keys above it, the outermost first. Items of lists add nothing. */
  keys: string[]
  /** The key whose value is being written; without it, a key is. */
  key?: string
  /** What was typed of the key or value, behind a quotation mark. */
  typed: string
  mark: string
  /** Keys that stand beside it. */
  written: ReadonlySet<string>
}

let keyText = /^(["']?)([\p{L}\p{N}_@][^:#"'{}[\],]*)\1:(?=[ \t]|$)/u
let keyOf = (words: string) => keyText.exec(words)?.[2].trim()
// How far is looked for what stands above or beside: records are shorter, and this is asked at every letter.
let reach = 500

/**
 * The place at an offset, undefined in comments and where nothing of ours is told. Reads the lines around the cursor, never all of the file.
 *
 * @param from where the YAML begins; after front matter's first line
 */
export function yamlAt(text: string, from: number, offset: number): YamlPlace | undefined {
  let lineFrom = text.lastIndexOf('\n', offset - 1) + 1
  let own = lineOf(text.slice(lineFrom, offset))
  if (own.words.startsWith('#')) return undefined
  let { keys, rest } = flow(own.words)
  let typing = typedIn(rest)
  if (!typing) return undefined
  let above = linesBefore(text, from, lineFrom)
  let written = new Set(keys.length > 0 || rest !== own.words ? keysIn(rest) : beside(own, above, text, offset))
  return { keys: [...parents(own, above), ...keys], written, ...typing }
}

/** Where the YAML around an offset begins: in a file of its own at once, else behind the line that opens the front matter. */
export function yamlStart(path: string, text: string, offset: number): number | undefined {
  if (path.endsWith('.yaml')) return 0
  if (!/^---[ \t]*\r?\n/.test(text)) return undefined
  let from = text.indexOf('\n') + 1
  let isIn = offset >= from && !/^(?:---|\.\.\.)/m.test(text.slice(from, offset))
  return isIn ? from : undefined
}

interface Line {
  /** Column of the words; of the first dash before them, if there is one. */
  column: number
  dash?: number
  words: string
}

function lineOf(line: string): Line {
  let lead = /^[ ]*(?:-[ ]+)*/.exec(line)![0]
  let dash = lead.indexOf('-')
  return { column: lead.length, dash: dash < 0 ? undefined : dash, words: line.slice(lead.length).replace(/\r$/, '') }
}

// `mehra: {schema: Person, positions: [{of: ` comes to the keys `mehra` and `positions`, and to `of: `.
function flow(words: string): { keys: string[]; rest: string } {
  let open: string[] = []
  let start = 0
  for (let i = 0; i < words.length; i++) {
    let char = words[i]
    if (char === '"' || char === "'") {
      let end = words.indexOf(char, i + 1)
      if (end < 0) break
      i = end
    } else if (char === '{' || char === '[') {
      open.push(words.slice(start, i))
      start = i + 1
    } else if (char === '}' || char === ']') open.pop()
    if (/[,}\]]/.test(char)) start = i + 1
  }
  let keys = open.flatMap(before => keyOf(before.trim()) ?? [])
  let rest = words.slice(start).trimStart()
  // In a list of words the value of its key is written.
  let list = open.at(-1)
  if (list !== undefined && words[words.lastIndexOf(list) + list.length] === '[' && !rest.includes(':')) {
    let key = keys.pop()
    return { keys, rest: key === undefined ? rest : `${key}: ${rest}` }
  }
  return { keys, rest }
}

function typedIn(rest: string): { key?: string; typed: string; mark: string } | undefined {
  let key = keyText.exec(rest)
  let value = key ? rest.slice(key[0].length).trimStart() : rest
  let [, mark, typed] = /^(["']?)([^"'#]*)$/.exec(value) ?? []
  if (typed === undefined) return undefined
  if (key) return { key: key[2].trim(), typed, mark }
  return /\s/.test(typed) || mark ? undefined : { typed, mark }
}

let keysIn = (words: string) => [...words.matchAll(/([\w-]+):/g)].map(found => found[1])

function linesBefore(text: string, from: number, lineFrom: number): Line[] {
  let found: Line[] = []
  for (let end = lineFrom - 1; end >= from && found.length < reach; ) {
    let start = Math.max(from, text.lastIndexOf('\n', end - 1) + 1)
    let line = lineOf(text.slice(start, end))
    if (line.words && !line.words.startsWith('#')) found.push(line)
    end = start - 1
  }
  return found
}

// Going up, each line that stands further left than all below it.
function parents(own: Line, above: Line[]): string[] {
  let keys: string[] = []
  let limit = own.dash === undefined ? own.column : own.dash + 1
  for (let { column, dash, words } of above) {
    if (limit === 0) break
    let key = keyOf(words)
    if (column < limit) {
      if (key !== undefined) keys.unshift(key)
      limit = dash === undefined ? column : dash + 1
    } else if (dash !== undefined && dash < limit && column === own.column && own.dash === undefined) limit = dash + 1
  }
  return keys
}

// Up to the item's dash or what stands further left, and down as far.
function* beside(own: Line, above: Line[], text: string, offset: number): Generator<string> {
  for (let line of own.dash === undefined ? above : []) {
    if (line.column < own.column) break
    if (line.column > own.column) continue
    yield keyOf(line.words) ?? ''
    if (line.dash !== undefined) break
  }
  let lineEnd = text.indexOf('\n', offset)
  if (lineEnd < 0) return
  for (let each of text.slice(lineEnd + 1, lineEnd + 40 * reach).split('\n')) {
    let line = lineOf(each)
    if (line.words === '' || line.words.startsWith('#')) continue
    if (line.column < own.column || line.dash !== undefined || /^(?:---|\.\.\.)/.test(each)) break
    if (line.column === own.column) yield keyOf(line.words) ?? ''
  }
}
