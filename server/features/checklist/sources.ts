import { type Note, restrictionOf, type Source, tlpLabels, type Workspace } from '../../core'
import { counted, inShort, leadsTo, type TreeLine } from '../views/tree'
import { sourceTitle, whereAndWhen } from '../words/describe'

/** The sources a note cites, in its order, each with what a publisher asks of it; those that may not be passed on as far as the note. */
export function sourceLines(workspace: Workspace, note: Note): TreeLine[] {
  let sources = [...new Set(note.citations.map(({ key }) => key))].flatMap(key => workspace.source(key) ?? [])
  if (sources.length === 0) return []
  let own = restrictionOf(note.frontMatter?.tlp)
  let isStricter = ({ tlp }: Source) => own >= 0 && restrictionOf(tlp) > own
  let stricter = sources.filter(isStricter).length
  let without = sources.filter(({ key }) => !workspace.captured(key)).length
  let description = [
    `${sources.length} cited`,
    stricter > 0 && `${stricter} more restricted than the note`,
    without > 0 && `${without} without captured text`
  ]
  let children = sources.map((source): TreeLine => {
    let captured = workspace.captured(source.key)
    let times = note.citations.filter(({ key }) => key === source.key).length
    let label = tlpLabels[restrictionOf(source.tlp)]
    let facts = [source.kind, source.reliability, label, captured ? '' : 'no captured text', `cited ${times}×`]
    let why = isStricter(source) ? `${label} is more restricted than the note, which is ${tlpLabels[own]}.` : ''
    return {
      id: `source ${source.key}`,
      kind: isStricter(source) ? 'error' : captured ? 'source' : 'unchecked',
      label: inShort(sourceTitle(source)),
      description: inShort(facts.filter(Boolean).join(' · ')),
      tooltip: [sourceTitle(source), whereAndWhen(source), `Cited ${counted(times, 'time')} as ${source.key}.`, why]
        .map(words => inShort(words, 300))
        .filter(Boolean)
        .join('\n'),
      record: { kind: 'source', key: source.key },
      ...leadsTo(workspace, source.path, source.keySpan)
    }
  })
  let kind: TreeLine['kind'] = stricter > 0 ? 'error' : 'source'
  return [{ id: 'sources', kind, label: 'Sources', description: description.filter(Boolean).join(' · '), children }]
}
