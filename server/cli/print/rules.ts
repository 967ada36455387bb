import type { Colors } from 'picocolors/types'
import { profiles, type Rule } from '../../core'
import { flagsLine } from '../pages'
import { painters } from './finding'
import { inlineMarkdown, wrapped } from './markdown'

/** How bad what a rule finds is: of a draft and a final note, or under each profile, as configured by nobody. */
export interface RuleEntry {
  id: string
  severity: Rule['severity']
  standard: string
  flags: string
}

export function catalogue(rules: readonly Rule[], pageOf: (id: string) => string): RuleEntry[] {
  let entries = rules.map(({ id, severity, standard }) => ({ id, severity, standard, flags: flagsLine(pageOf(id)) }))
  return entries.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** `provenote rules`: a rule a paragraph, with its severities and what it flags. */
export function printRules(entries: RuleEntry[], colors: Colors, width: number): string {
  let paint = (level: string) =>
    level === 'off' ? colors.dim(level) : painters(colors)[level as keyof ReturnType<typeof painters>](level)
  let printed = entries.map(({ id, severity, flags }) => {
    let { draft, final, profiles: columns } = severity
    let names = Object.keys(profiles)
    let levels = columns
      ? names.map(name => `${colors.dim(name)} ${paint(columns[name] ?? final)}`).join(colors.dim(', '))
      : draft === final
        ? paint(draft)
        : `${paint(draft)}${colors.dim(', when final')} ${paint(final)}`
    let about = wrapped(flags, width - 2).map(line => `  ${inlineMarkdown(line, colors)}`)
    return `${colors.bold(id)}  ${levels}\n${about.join('\n')}\n`
  })
  return `${printed.join('\n')}\n${entries.length} rules. ${colors.dim('`provenote explain RULE` prints the page of one.')}\n`
}
