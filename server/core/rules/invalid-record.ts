import type { Problem, Yaml } from '../model'
import { regionAt } from '../standing'
import type { Captured } from '../verify'
import type { Flag, Rule } from './rule'

/** A field of a record, or of the configuration, whose value cannot be read as what it should be. */
export let rule: Rule = {
  id: 'invalid-record',
  severity: { draft: 'warning', final: 'error' },
  standard: '',
  safeFixes: true,
  *records({ problems, records, workspace, path }) {
    for (let problem of problems) yield flagOf(problem)
    for (let record of records) for (let problem of record.problems) yield flagOf(problem)
    let own = workspace.files.get(path)?.captured
    if (own) yield* lostRegions(own)
  }
}

// A region whose first words are not in the text would silently be none.
function* lostRegions(own: Captured): Iterable<Flag> {
  let regions = own.source.fields.fields.find(field => field.key === 'regions')?.value
  for (let region of regions?.type === 'list' ? regions.items : []) {
    let from = scalar(region, 'from')
    if (!from) continue
    let to = scalar(region, 'to')
    let lost = !regionAt(own, { kind: '', from: from.value }) ? from : undefined
    if (!lost && to && regionAt(own, { kind: '', from: from.value, to: to.value })?.open) lost = to
    if (lost) {
      let message = 'These words of `regions` do not stand in the captured text, so the region cannot be told.'
      yield { from: lost.from, to: lost.to, message }
    }
  }
}

function scalar(value: Yaml, key: string) {
  let found = value.type === 'map' ? value.fields.find(field => field.key === key)?.value : undefined
  return found?.type === 'scalar' && found.value !== '' ? found : undefined
}

function flagOf({ from, to, message, fix, fixes = [] }: Problem): Flag {
  return {
    from,
    to,
    message: /[.?!]$/.test(message) ? message : `${message}.`,
    fixes: () => (fix ? [fix, ...fixes] : fixes)
  }
}
