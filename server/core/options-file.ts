import { type OptionSpec, optionSpecs } from './options'

/** The text of a new `provenote.yaml`: the profile, and every other option as a comment, with what it does and its default. */
export function newOptionsFile(profile: string): string {
  let groups = [...new Set(optionSpecs.map(groupOf))].map(group => {
    let specs = optionSpecs.filter(spec => groupOf(spec) === group)
    if (specs[0].key === group) return [...about(specs[0]), ...entry(specs[0], profile)]
    // Taking away the first sign of each line leaves YAML that says the same.
    let inner = specs.flatMap(spec => [...about(spec).map(line => `# ${line}`), ...entry(spec, profile)])
    return [`# ${group}:`, ...inner.map(line => line.replace('# ', '#   '))]
  })
  let parts = [['# How Provenote reads and checks the notes of this folder.'], ...groups]
  return `${parts.map(lines => lines.join('\n')).join('\n\n')}\n`
}

let groupOf = (spec: OptionSpec) => spec.key.split('.')[0]

let about = ({ description, values = {} }: OptionSpec) => [
  `# ${description}`,
  ...Object.entries(values).map(([value, meaning]) => `# - ${value}: ${meaning}`)
]

function entry(spec: OptionSpec, profile: string): string[] {
  if (spec.key === 'profile') return [`profile: ${profile}`]
  let name = spec.key.split('.').at(-1)
  if (spec.kind === 'severities') return [`# ${name}:`, '#   unsourced-figure: warning']
  let value = Array.isArray(spec.default) ? `[${spec.default.join(', ')}]` : String(spec.default)
  return [`# ${name}: ${value}`]
}
