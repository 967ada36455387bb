import { fileKind } from '../files'
import { closeBeforeCitation } from '../fixes/close'
import type { Fix, Problem, YamlField } from '../model'
import { profiles } from '../options'
import { dateProblem } from '../records/dates'
import { nearest } from '../suggest'
import type { Flag, NoteContext, Rule } from './rule'

/** Malformed front matter, citations and attributes, and quotation marks without a partner. */
export let rule: Rule = {
  id: 'syntax',
  severity: { draft: 'warning', final: 'error' },
  standard: '',
  safeFixes: true,
  *note(context) {
    let { note, path } = context
    let front = note.frontMatter
    let isNote = fileKind(path) === 'note'
    for (let problem of note.problems) {
      // The front matter of a dossier is an actor's record, and `invalid-record` speaks of it.
      if (!isNote && problem.from < (front?.to ?? 0)) continue
      let { from, to, message } = problem
      yield { from, to, message, fixes: () => fixesOf(context, problem) }
    }
    if (isNote) for (let field of front?.yaml.fields ?? []) yield* fieldFlags(context, field)
  }
}

function fixesOf(context: NoteContext, problem: Problem): Fix[] {
  let given = [...(problem.fix ? [problem.fix] : []), ...(problem.fixes ?? [])]
  if (given.length === 0) given = closeBeforeCitation(context, problem)
  return given.map(fix => ({ ...fix, edits: fix.edits.map(edit => ({ ...edit, path: context.path })) }))
}

// What each known field of the front matter may say.
let fields: {
  [key: string]: (
    said: string
  ) => { message: string; meant: [words: string, title?: string][]; safe?: boolean } | undefined
} = {
  status: said => oneOf(said, '`status`', ['draft', 'final']),
  profile: said => oneOf(said, '`profile`', Object.keys(profiles)),
  date: said => isDate(said, '`date`'),
  'as-of': said => isDate(said, '`as-of`')
}

function* fieldFlags({ path }: NoteContext, { key, value }: YamlField): Iterable<Flag> {
  if (!Object.hasOwn(fields, key)) return
  let { from, to } = value
  let said = value.type === 'scalar' ? value.value.trim() : ''
  // Nothing after the colon: somebody is about to write it.
  if (value.type === 'scalar' && said === '') return
  let wrong: ReturnType<(typeof fields)[string]> =
    value.type === 'scalar' ? fields[key](said) : { message: `\`${key}\` is one word, not a ${value.type}.`, meant: [] }
  if (!wrong) return
  let fix = ([newText, title = newText]: [string, string?]) => ({
    title: `Change to ${title}`,
    safe: wrong.safe,
    edits: [{ path, from, to, newText }]
  })
  yield { from, to, message: wrong.message, fixes: () => wrong.meant.map(fix) }
}

function oneOf(said: string, name: string, values: string[]) {
  if (values.includes(said)) return undefined
  let meant = nearest(said, values)
  let message = `${name} is ${values.slice(0, -1).join(', ')} or ${values.at(-1)}, not “${said.slice(0, 40)}”.`
  return { message, meant: meant ? [[meant] as [string]] : [] }
}

function isDate(said: string, name: string) {
  let problem = dateProblem(said)
  if (!problem) return undefined
  let meant = problem.readings.map(({ iso, words }): [string, string] => [iso, `${iso} (${words})`])
  return { message: `${name}: ${problem.message}.`, meant, safe: meant.length === 1 }
}
