import type { Problem } from '../model'
import type { Flag, Rule } from './rule'

/** A field of a record, or of the configuration, whose value cannot be read as what it should be. */
export let rule: Rule = {
  id: 'invalid-record',
  severity: { draft: 'warning', final: 'error' },
  standard: '',
  *records({ problems, records }) {
    for (let problem of problems) yield flagOf(problem)
    for (let record of records) for (let problem of record.problems) yield flagOf(problem)
  }
}

function flagOf({ from, to, message, fix, fixes = [] }: Problem): Flag {
  return {
    from,
    to,
    message: /[.?!]$/.test(message) ? message : `${message}.`,
    fixes: () => (fix ? [fix, ...fixes] : fixes)
  }
}
