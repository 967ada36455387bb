import type { Edit, Source } from '../model'
import { type ProposedRegion, proposedRegions } from '../regions'
import { quoteYaml } from '../yaml-errors'
import type { Rule } from './rule'

let names = { boilerplate: 'boilerplate', comments: 'readers’ comments', caption: 'a caption or credit' }

/** A part of a captured text that looks like none of its author's, and is not declared as a region. */
export let rule: Rule = {
  id: 'undeclared-region',
  severity: { draft: 'hint', final: 'hint' },
  standard: 'ICD 203 standard 1',
  *records({ workspace, path, text }) {
    let own = workspace.files.get(path)?.captured
    if (!own) return
    for (let region of proposedRegions(workspace, own)) {
      let { from, opening, after, kind } = region
      yield {
        from,
        to: from + /^[^\r\n]*/.exec(text.slice(from, from + 80))![0].trimEnd().length,
        message: `This looks like ${names[kind]}, ${after ? 'up to the next paragraph' : 'to the end of the text'}; quotations from it pass for the author’s until it is declared.`,
        fixes: () => {
          let edit = declare(text, path, own.source, region)
          return edit ? [{ title: `Declare “${opening}” as ${kind}`, edits: [edit] }] : []
        }
      }
    }
  }
}

// The entry goes into the front matter: at the end of its `regions`, else as its last field. The body stays as it is.
function declare(
  text: string,
  path: string,
  source: Source,
  { kind, opening, after }: ProposedRegion
): Edit | undefined {
  let to = after === undefined ? '' : `, to: ${quoteYaml(after)}`
  let entry = `{kind: ${kind}, from: ${quoteYaml(opening)}${to}}`
  let insert = (at: number, newText: string): Edit => ({ path, from: at, to: at, newText })
  let { span, fields, bodyFrom = 0 } = source
  if (bodyFrom === 0) return insert(0, `---\nregions:\n  - ${entry}\n---\n`)
  let regions = fields.fields.find(field => field.key === 'regions')
  if (!regions) return insert(text.lastIndexOf('\n', span.to - 1) + 1, `regions:\n  - ${entry}\n`)
  if (regions.value.type !== 'list') return undefined
  let last = regions.value.items.at(-1)
  if (!last) return undefined
  if (text[regions.value.from] === '[') return insert(last.to, `, ${entry}`)
  let lineStart = text.lastIndexOf('\n', last.from) + 1
  let indent = /^ *(?=- )/.exec(text.slice(lineStart, last.from))?.[0]
  let lineEnd = text.indexOf('\n', last.to - 1)
  // A list whose items begin on lines of their own.
  return indent === undefined || lineEnd < 0 ? undefined : insert(lineEnd + 1, `${indent}- ${entry}\n`)
}
