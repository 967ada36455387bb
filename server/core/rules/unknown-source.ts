import { createSource } from '../fixes/create'
import { likelySources } from '../fixes/known'
import { short } from '../fixes/run'
import type { Rule } from './rule'

/** A citation of a source that nobody has registered. */
export let rule: Rule = {
  id: 'unknown-source',
  severity: { draft: 'error', final: 'error' },
  standard: 'ICD 206',
  *note({ note, sources, workspace, path }) {
    for (let [index, { key, keySpan }] of note.citations.entries()) {
      if (sources[index]) continue
      let fixes = () => {
        let meant = likelySources(workspace, key).map(newText => {
          let title = workspace.source(newText)?.title
          return {
            title: `Change to ${newText}${title ? ` (${short(title)})` : ''}`,
            edits: [{ path, ...keySpan, newText }]
          }
        })
        return [...meant, createSource(workspace, path, key)]
      }
      yield { ...keySpan, message: `No source has the key \`${key}\`.`, fixes }
    }
  }
}
