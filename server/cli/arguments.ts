import { type ParseArgsConfig, parseArgs } from 'node:util'
import { type Level, profiles, rules, type Severity, severities } from '../core'
import { levels } from '../core/options'
import { nearest } from '../core/suggest'

/** What the command line asks for. */
export type Command = { name: 'help' | 'version' } | ({ name: 'check' } & CheckArguments)

export interface CheckArguments {
  paths: string[]
  format: 'text' | 'json'
  publish: boolean
  profile?: string
  rules: { [rule: string]: Level }
  failOn: Severity
  hints: boolean
  /** Undefined: as the terminal is. */
  color?: boolean
}

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
  let [name, ...paths] = positionals
  if (name === undefined)
    throw new CannotRun('Nothing to do. `provenote check` checks this folder; `provenote --help` says more.')
  if (name !== 'check') {
    let meant = nearest(name, ['check']) ? 'check' : `check ${name}`
    throw new CannotRun(`There is no command \`${name}\`; did you mean \`provenote ${meant}\`?`)
  }
  return {
    name,
    paths: paths.length ? paths : ['.'],
    format: oneOf('--format', values.format, ['text', 'json']) ?? 'text',
    publish: values.publish === true,
    profile: oneOf('--profile', values.profile, Object.keys(profiles)),
    rules: Object.fromEntries(((values.rule ?? []) as string[]).map(readRule)),
    failOn: oneOf('--fail-on', values['fail-on'], severities.slice(0, 3)) ?? 'error',
    hints: values.hints === true,
    color: values['no-color'] ? false : values.color ? true : undefined
  }
}

let options = {
  format: { type: 'string' },
  publish: { type: 'boolean' },
  profile: { type: 'string' },
  rule: { type: 'string', multiple: true },
  'fail-on': { type: 'string' },
  hints: { type: 'boolean' },
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

function oneOf<T extends string>(option: string, value: unknown, known: readonly T[]): T | undefined {
  if (value === undefined || known.includes(value as T)) return value as T | undefined
  throw new CannotRun(`\`${option}\` is one of ${list(known)}, not \`${value}\`${didYouMean(String(value), known)}`)
}

function readRule(said: string): [string, Level] {
  let [, id, level] = /^([^=]*)=(.*)$/.exec(said) ?? []
  if (id === undefined) throw new CannotRun(`\`--rule\` is written ID=SEVERITY, for example \`unsourced-figure=off\`.`)
  let ids = rules.map(rule => rule.id)
  if (!ids.includes(id)) throw new CannotRun(`There is no rule \`${id}\`${didYouMean(id, ids)}`)
  return [id, oneOf(`--rule ${id}`, level, Object.keys(levels) as Level[])!]
}

function didYouMean(word: string, known: readonly string[], before = ''): string {
  let meant = nearest(word, known)
  return meant ? `; did you mean \`${before}${meant}\`?` : '.'
}

function list(words: readonly string[]): string {
  return words.map(word => `\`${word}\``).join(', ')
}
