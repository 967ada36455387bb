import type { Related } from '../model'
import { restrictionOf, tlpField, tlpLabels } from '../tlp'
import type { Rule } from './rule'

/** A note that may be passed on further than a source it rests on. */
export let rule: Rule = {
  id: 'tlp-leak',
  severity: { draft: 'error', final: 'error' },
  standard: 'TLP 2.0',
  *note({ note, workspace, path }) {
    let own = note.frontMatter && tlpField(note.frontMatter.yaml)
    let ownRestriction = restrictionOf(own?.value)
    // A note without a label promises nothing to anybody.
    if (!own || ownRestriction < 0) return
    let most = ownRestriction
    let related: Related[] = []
    for (let key of new Set(note.citations.map(citation => citation.key))) {
      let source = workspace.source(key)
      let restriction = restrictionOf(source?.tlp)
      if (!source || restriction <= ownRestriction) continue
      most = Math.max(most, restriction)
      let { from, to } = tlpField(source.fields) ?? source.keySpan
      related.push({ path: source.path, from, to, message: `${key} is ${tlpLabels[restriction]}.` })
    }
    if (related.length === 0) return
    let { from, to } = own
    let label = tlpLabels[most]
    let others = related.length === 1 ? 'a source it cites' : `${related.length} sources it cites`
    yield {
      from,
      to,
      related,
      message: `This note is marked less restrictive than ${others}: ${related.map(one => one.message.replace(/\.$/, '')).join('; ')}.`,
      fixes: () => [{ title: `Raise the label to ${label}`, edits: [{ path, from, to, newText: label }] }]
    }
  }
}
