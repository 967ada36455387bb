import { nearNames } from '../near-names'
import type { Rule } from './rule'

/** Two actors whose names differ by a letter or two: perhaps one, registered twice. */
export let rule: Rule = {
  id: 'near-duplicate-actor',
  severity: { draft: 'information', final: 'information' },
  standard: '',
  *records({ records, workspace }) {
    for (let record of records) {
      if (record.type !== 'actor' || workspace.actor(record.key) !== record) continue
      for (let { keys, names } of workspace.derive('names', nearNames).get(record.key) ?? []) {
        let other = workspace.actor(keys[1])!
        yield {
          ...nameSpan(record),
          inferred: true,
          message: `“${names[0]}” and “${names[1]}”, a name of @${other.key}, differ by a letter or two: are they one?`,
          related: [{ path: other.path, ...nameSpan(other), message: `@${other.key}` }]
        }
      }
    }
  }
}

function nameSpan({ fields, keySpan }: { fields: { fields: { key: string; value: Span }[] }; keySpan: Span }): Span {
  let { from, to } = fields.fields.find(field => field.key === 'name')?.value ?? keySpan
  return { from, to }
}

interface Span {
  from: number
  to: number
}
