import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Level, profiles, rules, type Severity, severities } from '../core'
import { levels } from '../core/options'
import { nearest } from '../core/suggest'

/** What the command line asks for. `color` undefined: as the terminal is. */
export type Command =
  | { name: 'help' | 'version' }
  | CheckArguments
  | { name: 'rules'; format: 'text' | 'json'; color?: boolean }
  | { name: 'explain'; rule: string; color?: boolean }
  | { name: 'init'; folder: string; profile?: string }

export interface CheckArguments {
  name: 'check'
  paths: string[]
  format: Format
  /** File that the format goes to; undefined: standard output. */
  output?: string
  /** File with the findings that are known. */
  baseline?: string
  updateBaseline: boolean
  fix: boolean
  /** With `fix`: only show what would change. */
  dryRun: boolean
  publish: boolean
  profile?: string
  rules: { [rule: string]: Level }
  failOn: Severity
  hints: boolean
  /** Keep what was found for the next check. */
  cache: boolean
  /** Folder to keep it in. */
  cacheLocation?: string
  color?: boolean
}

export const formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'html'] as const
export type Format = (typeof formats)[number]

/** The command cannot run: the message is for the one who typed it. */
export class CannotRun extends Error {}

/** Reads the arguments behind the program's name; throws `CannotRun` for what it does not understand. */
export function readArguments(args: string[]): Command {
  let { values, positionals, tokens } = parseArgs({
    args,
    options,
    allowPositionals: true,
    strict: false,
    tokens: true
  })
  for (let token of tokens) if (token.kind === 'option') checkOption(token)
  if (values.help || positionals[0] === 'help') return { name: 'help' }
  if (values.version) return { name: 'version' }
  let [name, ...rest] = positionals
  if (name === undefined)
    throw new CannotRun('Nothing to do. `provenote check` checks this folder; `provenote --help` says more.')
  if (!Object.hasOwn(commands, name)) {
    let meant = nearest(name, Object.keys(commands)) ?? `check ${name}`
    throw new CannotRun(`There is no command \`${name}\`; did you mean \`provenote ${meant}\`?`)
  }
  let { takes, read } = commands[name]
  for (let token of tokens) {
    if (token.kind === 'option' && ![...takes, 'color', 'no-color'].includes(token.name))
      throw new CannotRun(`\`provenote ${name}\` has no option \`${token.rawName}\`.`)
  }
  return read(values as Values, rest)
}

interface Values {
  [option: string]: string | boolean | string[] | undefined
}

/** Each command: the options it takes, and what it makes of them. */
let commands: { [name: string]: { takes: string[]; read: (values: Values, rest: string[]) => Command } } = {
  check: {
    takes: [
      'format',
      'output',
      'baseline',
      'update-baseline',
      'fix',
      'dry-run',
      'publish',
      'profile',
      'rule',
      'fail-on',
      'hints',
      'cache',
      'cache-location'
    ],
    read(values, paths) {
      checkTogether(values)
      return {
        name: 'check',
        paths: paths.length ? paths : ['.'],
        format: oneOf('--format', values.format, formats) ?? 'text',
        output: values.output as string | undefined,
        baseline: values.baseline as string | undefined,
        updateBaseline: values['update-baseline'] === true,
        fix: values.fix === true,
        dryRun: values['dry-run'] === true,
        publish: values.publish === true,
        profile: profileOf(values),
        rules: Object.fromEntries(((values.rule ?? []) as string[]).map(readRule)),
        failOn: oneOf('--fail-on', values['fail-on'], severities.slice(0, 3)) ?? 'error',
        hints: values.hints === true,
        cache: values.cache === true,
        cacheLocation: values['cache-location'] as string | undefined,
        color: colorOf(values)
      }
    }
  },
  rules: {
    takes: ['format'],
    read: (values, rest) => ({
      ...nothingMore('rules', rest),
      format: oneOf('--format', values.format, ['text', 'json']) ?? 'text',
      color: colorOf(values)
    })
  },
  explain: {
    takes: [],
    read(values, [rule, ...rest]) {
      if (rule === undefined) throw new CannotRun('`provenote explain` needs a rule; `provenote rules` lists them.')
      return { ...nothingMore('explain', rest), rule: ruleNamed(rule), color: colorOf(values) }
    }
  },
  init: {
    takes: ['profile'],
    read: (values, [folder = '.', ...rest]) => ({
      ...nothingMore('init', rest),
      folder,
      profile: profileOf(values)
    })
  }
}

let options = {
  format: { type: 'string' },
  output: { type: 'string', short: 'o' },
  baseline: { type: 'string' },
  'update-baseline': { type: 'boolean' },
  fix: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  publish: { type: 'boolean' },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  hints: { type: 'boolean' },
  cache: { type: 'boolean' },
  'cache-location': { type: 'string' },
  color: { type: 'boolean' },
  'no-color': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' }
} satisfies ParseArgsConfig['options']

function checkOption({ name, rawName, value }: { name: string; rawName: string; value?: string }) {
  let option = Object.entries(options).find(([known]) => known === name)?.[1]
  if (!option) throw new CannotRun(`There is no option \`${rawName}\`${didYouMean(name, Object.keys(options), '--')}`)
  if (option.type === 'boolean' && value !== undefined) throw new CannotRun(`\`${rawName}\` takes no value.`)
  // Node's parser takes whatever follows for a value, another option as well.
  if (option.type === 'string' && (value === undefined || /^-./.test(value))) {
    throw new CannotRun(`\`${rawName}\` needs a value.`)
  }
}

// Options that mean something only beside another.
function checkTogether(values: Values) {
  if (values['update-baseline'] && values.baseline === undefined)
    throw new CannotRun('`--update-baseline` needs `--baseline FILE`, the file to write.')
  if (values['dry-run'] && !values.fix) throw new CannotRun('`--dry-run` goes with `--fix`.')
  if (values['cache-location'] !== undefined && !values.cache)
    throw new CannotRun('`--cache-location` goes with `--cache`.')
}

function nothingMore<T extends string>(name: T, [more]: string[]): { name: T } {
  if (more !== undefined) throw new CannotRun(`\`provenote ${name}\` has no use for \`${more}\`.`)
  return { name }
}

function colorOf(values: Values): boolean | undefined {
  return values['no-color'] ? false : values.color ? true : undefined
}

function profileOf({ profile }: Values): string | undefined {
  return oneOf('--profile', profile, Object.keys(profiles))
}

function oneOf<T extends string>(option: string, value: unknown, known: readonly T[]): T | undefined {
  if (value === undefined || known.includes(value as T)) return value as T | undefined
  throw new CannotRun(`\`${option}\` is one of ${list(known)}, not \`${value}\`${didYouMean(String(value), known)}`)
}

function readRule(said: string): [string, Level] {
  let [, id, level] = /^([^=]*)=(.*)$/.exec(said) ?? []
  if (id === undefined) throw new CannotRun(`\`--rule\` is written ID=SEVERITY, for example \`unsourced-figure=off\`.`)
  return [ruleNamed(id), oneOf(`--rule ${id}`, level, Object.keys(levels) as Level[])!]
}

function ruleNamed(id: string): string {
  let ids = rules.map(rule => rule.id)
  if (!ids.includes(id)) throw new CannotRun(`There is no rule \`${id}\`${didYouMean(id, ids)}`)
  return id
}

function didYouMean(word: string, known: readonly string[], before = ''): string {
  let meant = nearest(word, known)
  return meant ? `; did you mean \`${before}${meant}\`?` : '.'
}

function list(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ')
}
