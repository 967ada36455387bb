import type { Problem, Severity, Yaml, YamlMap } from './model'
import { nearest } from './suggest'

/** The configuration, complete. `provenote.yaml` and the editor's settings (`provenote.…`) have the same keys. */
export interface Options {
  /** One of `profiles`. */
  profile: string
  /** From a rule's id to the severity it has instead of its own. */
  rules: { [rule: string]: Severity | 'off' }
  citations: { cover: 'sentence' | 'paragraph' }
  sources: {
    /** In days; 0 for none. */
    maxAge: number
  }
  sentences: {
    /** Words that end no sentence, besides those of the markup; without their last full stop. */
    abbreviations: string[]
  }
  /** What stands behind words in the editor without being written there. */
  hints: { citations: boolean; likelihood: boolean }
  /** Lines of text above statements and records in the editor. */
  lenses: { statements: boolean; actors: boolean; sources: boolean }
  references: { unlinkedNames: boolean }
  names: { case: 'exact' | 'any' }
  files: {
    /** Patterns as in `.gitignore`. */
    exclude: string[]
    useGitignore: boolean
    /** In bytes. */
    maxSize: number
    /** Whether the editor keeps what it read of them. */
    cache: boolean
  }
}

/** What one place of configuration says; the rest is left to the next. */
export interface GivenOptions {
  profile?: string
  rules?: Options['rules']
  citations?: Partial<Options['citations']>
  sources?: Partial<Options['sources']>
  sentences?: Partial<Options['sentences']>
  hints?: Partial<Options['hints']>
  lenses?: Partial<Options['lenses']>
  references?: Partial<Options['references']>
  names?: Partial<Options['names']>
  files?: Partial<Options['files']>
}

/** The one truth about a key: its values, its default and what it does. */
export interface OptionSpec {
  /** As written with dots: `citations.cover`. */
  key: string
  description: string
  kind: 'choice' | 'texts' | 'truth' | 'number' | 'severities'
  default: unknown
  /** For a choice: each value with what it means. */
  values?: { [value: string]: string }
  /** For a number. */
  minimum?: number
}

/** The standards a note can be checked against, with what each is. */
export const profiles: { [profile: string]: string } = {
  icd203: 'ICD 203, Analytic Standards of the US intelligence community, with its likelihood terms.',
  phia: 'The UK’s PHIA probability yardstick and analytic confidence ratings.',
  newsroom: 'Newsroom practice: attribution, two sources, figures with a source; no likelihood terms.',
  none: 'No standard: only what the note, its sources and its quotations say of themselves.'
}

/** What a rule's severity can be set to, with what each means. */
export const levels: { [level in Severity | 'off']: string } = {
  error: 'Blocks: `provenote check` fails.',
  warning: 'Shown as a warning.',
  information: 'Shown as information.',
  hint: 'Shown faintly, in the editor only.',
  off: 'The rule does not run.'
}

export const optionSpecs: OptionSpec[] = [
  {
    key: 'profile',
    description: 'The analytic standard notes are checked against, unless a note names its own.',
    kind: 'choice',
    // A folder that nobody has configured is not nagged about a standard nobody chose.
    default: 'none',
    values: profiles
  },
  {
    key: 'rules',
    description: 'Severities of single rules, by rule id: `error`, `warning`, `information`, `hint` or `off`.',
    kind: 'severities',
    default: {}
  },
  {
    key: 'citations.cover',
    description: 'What a citation covers.',
    kind: 'choice',
    default: 'sentence',
    values: {
      sentence: 'The sentence in which it stands, or that it directly follows.',
      paragraph: 'At the end of a paragraph, all of the paragraph.'
    }
  },
  {
    key: 'sources.maxAge',
    description:
      'Sources older than this at a note’s cut-off date (`as-of`), in days, are reported as stale. 0: none is.',
    kind: 'number',
    default: 0,
    minimum: 0
  },
  {
    key: 'sentences.abbreviations',
    description: 'Abbreviations that end no sentence, besides the usual ones, such as `approx.`',
    kind: 'texts',
    default: []
  },
  {
    key: 'names.case',
    description: 'Whether capitals count when names of actors are looked for in running text.',
    kind: 'choice',
    default: 'exact',
    values: {
      exact: 'Only as the record writes them: Arven.',
      any: 'In any capitals: Arven, ARVEN, arven. Names that the record writes in small letters are never looked for.'
    }
  },
  {
    key: 'hints.citations',
    description: 'Show the short name, date and reliability of the source after each citation, in the editor.',
    kind: 'truth',
    default: false
  },
  {
    key: 'hints.likelihood',
    description: 'Show the band of a likelihood term after it, in per cent, where the profile has a scale.',
    kind: 'truth',
    default: true
  },
  {
    key: 'lenses.statements',
    description: 'Show above each statement how many sources and origins it has, and how much speaks against it.',
    kind: 'truth',
    default: true
  },
  {
    key: 'lenses.actors',
    description: 'Show above each actor’s record how often the actor is mentioned.',
    kind: 'truth',
    default: true
  },
  {
    key: 'lenses.sources',
    description: 'Show above each source’s record how often it is cited and quoted.',
    kind: 'truth',
    default: true
  },
  {
    key: 'references.unlinkedNames',
    description:
      'Find an actor’s names where they are written without a link, too, when all references to it are asked for.',
    kind: 'truth',
    default: false
  },
  {
    key: 'files.exclude',
    description: 'Files and folders that are not read, as patterns of `.gitignore`: `drafts/`, `*.old.note.md`.',
    kind: 'texts',
    default: []
  },
  {
    key: 'files.useGitignore',
    description: 'Leave out what `.gitignore` files leave out.',
    kind: 'truth',
    default: true
  },
  {
    key: 'files.maxSize',
    description: 'Files larger than this, in bytes, are reported by name and not read.',
    kind: 'number',
    default: 16 * 1024 * 1024,
    minimum: 1024
  },
  {
    key: 'files.cache',
    description:
      'Keep what was read of the files, without captured texts, in the editor’s own folder for the workspace, so that it starts faster.',
    kind: 'truth',
    default: true
  }
]

export const defaultOptions: Options = mergeOptions(
  {} as Options,
  givenFrom(optionSpecs.map(spec => [spec.key, spec.default]))
)

/** The options with what is given put over them; `rules` is put together rule by rule, lists are replaced. */
export function mergeOptions(options: Options, given: GivenOptions): Options {
  let merged: { [group: string]: unknown } = { ...options }
  for (let [group, value] of Object.entries(given))
    merged[group] = typeof value === 'object' ? { ...(merged[group] as object), ...value } : value
  return merged as unknown as Options
}

/**
 * Reads `provenote.yaml`. Keys may be nested (`citations:` / `cover:`) or dotted. Never fails: a key nobody knows and a value of the
 * wrong kind are problems at their place, and the rest is read.
 *
 * @param path of the file, for fixes; without it problems have none
 * @param ruleIds known rules; without them any id is taken
 */
export function readOptions(
  yaml: YamlMap,
  path?: string,
  ruleIds?: readonly string[]
): { options: GivenOptions; problems: Problem[] } {
  let problems: Problem[] = []
  let found: [string, unknown][] = []
  for (let { key, keySpan, value } of leaves(yaml)) {
    let report = (span: { from: number; to: number }, message: string, newText?: string) => {
      let at = { from: span.from, to: span.to }
      let edits = [{ path: path ?? '', ...at, newText: newText ?? '' }]
      let fix = newText !== undefined && path !== undefined ? { title: `Change to \`${newText}\``, edits } : undefined
      problems.push({ ...at, message, fix })
    }
    let spec = optionSpecs.find(spec => spec.key === key)
    if (!spec) reportUnknown(key, yaml, value, keySpan, report)
    // Nothing after the colon: somebody is about to write it.
    else if (value.type !== 'scalar' || value.value !== '') {
      let read = readers[spec.kind](value, spec, report, ruleIds)
      if (read !== undefined) found.push([key, read])
    }
  }
  return { options: givenFrom(found), problems }
}

/**
 * Reads the editor's settings under `provenote`, nested or dotted, put over the defaults.
 *
 * @param json whatever the editor sends; null and undefined are no settings
 * @returns also a line for each setting that was not understood
 */
export function optionsFromSettings(json: unknown): { options: Options; problems: string[] } {
  let settings = yamlFrom(json, 0)
  if (settings.type !== 'map') return { options: defaultOptions, problems: [] }
  // The client's own, not the server's.
  let fields = settings.fields.filter(field => field.key.split('.')[0] !== 'trace')
  let { options, problems } = readOptions({ ...settings, fields })
  return { options: mergeOptions(defaultOptions, options), problems: problems.map(problem => problem.message) }
}

function yamlFrom(json: unknown, depth: number): Yaml {
  let at = { from: 0, to: 0 }
  if (typeof json !== 'object' || json === null || depth > 4)
    return { type: 'scalar', value: json === null || json === undefined ? '' : String(json), ...at }
  if (Array.isArray(json)) return { type: 'list', items: json.map(item => yamlFrom(item, depth + 1)), ...at }
  let fields = Object.entries(json).map(([key, value]) => ({ key, keySpan: at, value: yamlFrom(value, depth + 1) }))
  return { type: 'map', fields, ...at }
}

type Report = (span: { from: number; to: number }, message: string, newText?: string) => void

interface Leaf {
  key: string
  keySpan: { from: number; to: number }
  value: Yaml
}

// `citations: {cover: …}` and `citations.cover: …` alike.
function leaves(yaml: YamlMap): Leaf[] {
  return yaml.fields.flatMap(({ key, keySpan, value }) => {
    let isGroup = optionSpecs.some(spec => spec.key.startsWith(`${key}.`))
    if (!isGroup) return [{ key, keySpan, value }]
    if (value.type === 'map') return value.fields.map(field => ({ ...field, key: `${key}.${field.key}` }))
    return value.type === 'scalar' && value.value === '' ? [] : [{ key, keySpan, value }]
  })
}

function reportUnknown(key: string, yaml: YamlMap, value: Yaml, span: Leaf['keySpan'], report: Report) {
  let inside = optionSpecs.flatMap(spec => (spec.key.startsWith(`${key}.`) ? [spec.key.slice(key.length + 1)] : []))
  if (inside.length) return report(value, `\`${key}\` holds further keys: ${list(inside)}`)
  // Within a group only the last word is written.
  let nested = !yaml.fields.some(field => field.key === key)
  let group = nested ? key.slice(0, key.indexOf('.') + 1) : ''
  let known = optionSpecs.flatMap(spec => (spec.key.startsWith(group) ? [spec.key.slice(group.length)] : []))
  if (!nested) known.push(...known.filter(name => name.includes('.')).map(name => name.split('.')[0]))
  let meant = nearest(key.slice(group.length), known)
  if (meant) report(span, `There is no option \`${key}\`; did you mean \`${group}${meant}\`?`, meant)
  else report(span, `There is no option \`${key}\`; there are ${list(optionSpecs.map(spec => spec.key))}`)
}

const readers: {
  [kind in OptionSpec['kind']]: (value: Yaml, spec: OptionSpec, report: Report, ruleIds?: readonly string[]) => unknown
} = {
  choice: (value, spec, report) => oneOf(value, Object.keys(spec.values ?? {}), spec.key, report),
  texts(value, spec, report) {
    let items = value.type === 'list' ? value.items : [value]
    let wrong = items.find(item => item.type !== 'scalar')
    if (wrong) report(wrong, `\`${spec.key}\` is a list of words`)
    return wrong ? undefined : items.map(item => (item as { value: string }).value)
  },
  truth(value, spec, report) {
    let said = oneOf(value, ['true', 'false'], spec.key, report)
    return said === undefined ? undefined : said === 'true'
  },
  number(value, spec, report) {
    let number = value.type === 'scalar' && /^\d{1,15}$/.test(value.value) ? Number(value.value) : Number.NaN
    if (number >= (spec.minimum ?? 0)) return number
    report(value, `\`${spec.key}\` is a whole number of at least ${spec.minimum ?? 0}`)
    return undefined
  },
  severities(value, spec, report, ruleIds) {
    if (value.type !== 'map')
      return report(value, `\`${spec.key}\` holds rule ids, each with a severity: \`unsourced-fact: off\``)
    let rules: { [rule: string]: string } = {}
    for (let { key, keySpan, value: level } of value.fields) {
      if (ruleIds && !ruleIds.includes(key)) {
        let meant = nearest(key, ruleIds)
        report(keySpan, `There is no rule \`${key}\`${meant ? `; did you mean \`${meant}\`?` : ''}`, meant)
      } else if (level.type !== 'scalar' || level.value !== '') {
        let said = oneOf(level, Object.keys(levels), `${spec.key}.${key}`, report)
        if (said !== undefined) rules[key] = said
      }
    }
    return rules
  }
}

function oneOf(value: Yaml, values: string[], key: string, report: Report): string | undefined {
  let said = value.type === 'scalar' ? value.value : undefined
  if (said !== undefined && values.includes(said)) return said
  let meant =
    said === undefined
      ? undefined
      : (nearest(said, values) ?? values.find(value => said.length > 2 && value.startsWith(said)))
  report(value, `\`${key}\` is one of ${list(values)}${meant ? `; did you mean \`${meant}\`?` : ''}`, meant)
  return undefined
}

function list(words: string[]): string {
  return words.map(word => `\`${word}\``).join(', ')
}

function givenFrom(found: [string, unknown][]): GivenOptions {
  let given: { [group: string]: unknown } = {}
  for (let [key, value] of found) {
    let [group, name] = key.split('.')
    given[group] = name === undefined ? value : { ...(given[group] as object), [name]: value }
  }
  return given as GivenOptions
}
