import type { FrontMatter, Problem, YamlMap } from '../model'
import { detached } from '../span'
import { readYaml } from '../yaml'

let opening = /^---[ \t]*\r?\n/
let closing = /^(?:---|\.\.\.)[ \t]*$/gm

export interface FrontMatterAt {
  /** The whole, closing line included. */
  from: number
  to: number
  /** Where the file's body begins. */
  bodyFrom: number
  yaml: YamlMap
  problems: Problem[]
  /** The YAML does not parse. */
  broken: boolean
}

/** YAML between `---` lines at the very start of a file, or undefined. */
export function frontMatterAt(text: string, path?: string): FrontMatterAt | undefined {
  let start = opening.exec(text)
  if (!start) return undefined
  let from = start[0].length
  closing.lastIndex = from
  let end = closing.exec(text)
  if (!end) {
    // An opening line alone is Markdown's rule, unless a field follows it.
    if (!/^[\w-]+:(?:\s|$)/.test(text.slice(from, from + 100))) return undefined
    let problem = { from: 0, to: 3, message: 'The front matter is not closed: a line “---” is missing after it.' }
    return {
      from: 0,
      to: from,
      bodyFrom: from,
      yaml: { type: 'map', from, to: from, fields: [] },
      problems: [problem],
      broken: true
    }
  }
  let to = end.index + end[0].length
  let bodyFrom = to + (text.startsWith('\r\n', to) ? 2 : to < text.length ? 1 : 0)
  return { from: 0, to, bodyFrom, ...readYaml(detached(text.slice(from, end.index)), from, path) }
}

/** What a note's front matter says (section 2 of the markup). */
export function noteFields(at: FrontMatterAt): FrontMatter {
  // YAML that does not parse is one finding, and the note is read as if there were none.
  if (at.broken) at = { ...at, yaml: { ...at.yaml, fields: [] } }
  let scalar = (key: string) => {
    let value = at.yaml.fields.find(field => field.key === key)?.value
    return value?.type === 'scalar' && value.value !== '' ? value.value : undefined
  }
  return {
    from: at.from,
    to: at.to,
    yaml: at.yaml,
    title: scalar('title'),
    date: scalar('date'),
    asOf: scalar('as-of'),
    status: scalar('status') === 'final' ? 'final' : 'draft',
    profile: scalar('profile'),
    tlp: scalar('tlp')
  }
}
