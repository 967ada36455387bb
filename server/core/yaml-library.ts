import { Composer, isAlias, isMap, isScalar, Lexer, type Node, Parser, type YAMLError } from 'yaml'
import type { Problem, Span, Yaml, YamlField, YamlMap } from './model'
import { explainYamlError, startsWithMark } from './yaml-errors'

export interface Composed {
  /** Undefined when the document is no mapping. */
  map?: YamlMap
  problems: Problem[]
  /** An anchor or alias occurs: an entry cannot be read by itself. */
  linked: boolean
  /** The YAML does not parse; `map` is what could be made of it. */
  broken: boolean
}

// Nested deeper than this, the library's recursion comes near the end of the stack, where V8 aborts the whole process when it
// compiles a regular expression (seen with 150,000 `[`). The token parser is a loop, so the depth is known before.
const deepest = 100
// How many values aliases may add to a file, which keeps "a billion laughs" at a thousand.
const aliasBudget = 1000

/**
 * Reads YAML through the `yaml` library, every scalar as the string that was written (YAML's failsafe schema). Never throws.
 *
 * A value reached through an alias has the alias's own position throughout, so that a problem stands where the value is used.
 *
 * @param shift added to each position
 * @param path of the file, for fixes; without it problems have none
 */
export function composeYaml(text: string, shift: number, path?: string): Composed {
  let tokens = tokenize(text)
  if (typeof tokens === 'number') {
    let problem = { from: shift, to: shift + tokens, message: `YAML nested more than ${deepest} deep is not read` }
    return { problems: [{ ...problem, from: problem.to - 1 }], linked: false, broken: true }
  }
  let [first, second] = [...new Composer(options).compose(tokens, true, text.length)]
  let errors: YAMLError[] = first.errors
  let state: State = { text, shift, path, problems: [], anchors: new Map(), budget: aliasBudget, linked: false }
  let value = first.contents ? convert(first.contents, state) : undefined
  let unexplained = errors.find(error => !startsWithMark(text, error))
  if (unexplained) state.problems.push(explainYamlError(text, unexplained, shift, path))
  if (second?.range && !errors.length) {
    let from = Math.min(second.range[0], text.length) + shift
    state.problems.push({ from, to: from, message: 'A second YAML document begins here; only the first is read' })
  }
  return { ...whole(value, state), linked: state.linked, broken: errors.length > 0 }
}

const options = { schema: 'failsafe', prettyErrors: false, uniqueKeys: false, logLevel: 'silent' } as const

/** The tokens of the library's own parser, or the offset at which they nest too deep. */
function tokenize(text: string) {
  let parser = new Parser()
  let tokens = []
  for (let lexeme of new Lexer().lex(text)) {
    for (let token of parser.next(lexeme)) tokens.push(token)
    if (parser.stack.length > deepest) return Math.max(1, Math.min(parser.offset, text.length))
  }
  for (let token of parser.end()) tokens.push(token)
  return tokens
}

interface State {
  text: string
  shift: number
  path?: string
  problems: Problem[]
  anchors: Map<string, Node>
  budget: number
  linked: boolean
}

function whole(value: Yaml | undefined, state: State): { map?: YamlMap; problems: Problem[] } {
  if (!value || value.type === 'map') return { map: value, problems: state.problems }
  if (value.type === 'scalar' && value.from === value.to) return { problems: state.problems }
  let message = 'Expected lines of the form `key: value`'
  return { problems: [{ from: value.from, to: value.to, message }, ...state.problems] }
}

// `used` is the alias through which the node is reached.
function convert(node: Node, state: State, used?: Span): Yaml {
  let span = used ?? spanOf(node, state)
  if (isAlias(node)) return convertAlias(node.source, span, state)
  if (node.anchor !== undefined && !used) {
    state.linked = true
    state.anchors.set(node.anchor, node)
  }
  if (used && state.budget-- <= 0) return { type: 'scalar', value: '', ...span }
  if (isScalar(node)) {
    if (node.type === 'PLAIN' && !used) checkMark(span, state)
    return { type: 'scalar', value: typeof node.value === 'string' ? node.value : (node.source ?? ''), ...span }
  }
  if (isMap(node)) {
    let fields: YamlField[] = []
    for (let pair of node.items) {
      let field = convertPair(pair.key as Node | null, pair.value as Node | null, state, span, used)
      if (field) fields.push(field)
    }
    let last = node.flow || used ? undefined : fields.at(-1)
    return { type: 'map', fields, ...span, to: last ? Math.max(last.value.to, last.keySpan.to) : span.to }
  }
  let items = (node.items as Node[]).map(item => convert(item, state, used))
  return { type: 'list', items, ...span, to: node.flow || used ? span.to : (items.at(-1)?.to ?? span.to) }
}

function convertPair(
  key: Node | null,
  value: Node | null,
  state: State,
  parent: Span,
  used?: Span
): YamlField | undefined {
  let read = key
    ? convert(key, state, used)
    : ({ type: 'scalar', value: '', from: parent.from, to: parent.from } as const)
  let keySpan = { from: read.from, to: read.to }
  if (read.type !== 'scalar') {
    state.problems.push({ ...keySpan, message: 'Expected a word before the colon, not a list or mapping' })
    return undefined
  }
  // The library writes `<<` back as a scalar under the failsafe schema: nothing is merged, and nobody would know.
  if (read.value === '<<' && isScalar(key) && key.type === 'PLAIN')
    state.problems.push({ ...keySpan, message: 'Merge keys (`<<`) are not read: write the fields out' })
  let empty = { type: 'scalar', value: '', from: keySpan.to, to: keySpan.to } as const
  return { key: read.value, keySpan, value: value ? convert(value, state, used) : empty }
}

function convertAlias(name: string, span: Span, state: State): Yaml {
  state.linked = true
  let target = state.anchors.get(name)
  let nothing = { type: 'scalar', value: '', ...span } as const
  if (!target) {
    state.problems.push({ ...span, message: `No \`&${name}\` stands before \`*${name}\`` })
    return nothing
  }
  if (state.budget <= 0) return nothing
  // An anchor inside itself would never end; it stands after its own use.
  state.anchors.delete(name)
  let value = convert(target, state, span)
  state.anchors.set(name, target)
  if (state.budget <= 0) {
    state.budget = -1
    state.problems.push({ ...span, message: `Aliases that add more than ${aliasBudget} values are not read` })
  }
  return value
}

// An empty value stands right after its colon or dash, whatever spaces follow.
function spanOf(node: Node, state: State): Span {
  let [from, to] = node.range ?? [0, 0]
  if (from === to && isScalar(node)) while (/[ \t]/.test(state.text.charAt(from - 1))) to = --from
  return { from: from + state.shift, to: to + state.shift }
}

function checkMark(span: Span, state: State) {
  let from = span.from - state.shift
  let error = { pos: [from, from] as [number, number] }
  if (startsWithMark(state.text, error))
    state.problems.push(explainYamlError(state.text, error, state.shift, state.path, span.to - state.shift))
}
