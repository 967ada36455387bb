import { type Quoted, quotedOf, reliabilities, type Source, sourceNames, type Workspace } from '../../core'
import { ranked } from '../completion/rank'
import { dateWords, sourceLine, sourceTitle } from '../words/describe'
import { byCount } from './actors'
import { counted, inShort, leadsTo, type TreeLine } from './tree'
import { byKindName, byName, idOf, mostUngrouped, partsOf, ranged, useLines, type ViewQuery } from './view'

/**
 * The sources of the workspace by title, many of them by kind; beneath each the notes that cite it.
 *
 * @param query `order`: `title`, `date` for the latest first, `reliability`, or `citations` for the most cited first
 */
export function sourcesView(workspace: Workspace, { parent, filter, order }: ViewQuery): TreeLine[] {
  let [what, name, from] = partsOf(parent)
  if ((what === 'source' || what === 'used') && typeof name === 'string')
    return useLines(workspace, { kind: 'source', key: name }, from)
  if (filter) {
    let names = workspace.derive('sources', sourceNames)
    return ranked(names, filter, []).map(({ owner }) => sourceItem(workspace, workspace.source(names.keys[owner])!))
  }
  let all = inOrder(workspace, workspace.derive('sources', sorted), order)
  let line = (source: Source) => sourceItem(workspace, source)
  if (what === 'kind' && typeof name === 'string')
    return ranged(
      all.filter(({ kind = '' }) => kind === name),
      line,
      sourceTitle,
      ['kind', name],
      typeof from === 'number' ? from : undefined
    )
  if (all.length <= mostUngrouped) return all.map(line)
  let kinds = [...new Set(all.map(({ kind = '' }) => kind))].sort(byKindName)
  return kinds.map(kind => ({
    id: idOf('kind', kind),
    kind: 'group',
    label: kind ? kind[0].toUpperCase() + inShort(kind.slice(1)) : 'Without a kind',
    description: String(all.filter(source => (source.kind ?? '') === kind).length),
    children: 'asked'
  }))
}

function sorted(workspace: Workspace): Source[] {
  return workspace
    .sourceKeys()
    .map(key => workspace.source(key)!)
    .sort((a, b) => byName(sourceTitle(a), sourceTitle(b)))
}

function inOrder(workspace: Workspace, sources: Source[], order?: string): Source[] {
  if (order === 'citations') return byCount(sources, ({ key }) => workspace.citationCount(key))
  // Dates are ISO, and letters of reliability too sort as texts; what is not known comes last.
  if (order === 'date') return [...sources].sort((a, b) => compare(dateOf(b), dateOf(a)))
  if (order === 'reliability') return [...sources].sort((a, b) => compare(a.reliability ?? 'Z', b.reliability ?? 'Z'))
  return sources
}

let compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
let dateOf = ({ issued, eventDate }: Source) => issued ?? eventDate ?? ''

function sourceItem(workspace: Workspace, source: Source): TreeLine {
  let { key, kind, reliability = '', reliabilityNote } = source
  let cited = workspace.citationCount(key)
  let captured = workspace.captured(key) !== undefined
  let date = dateOf(source)
  let quoted = quotedOf(workspace, key)
  let facts = [
    kind,
    reliability,
    date && dateWords(date),
    cited > 0 && `${cited}×`,
    quoted.unverified > 0 && `${quoted.unverified} unverified`,
    !captured && 'no captured text'
  ]
  let grade = Object.hasOwn(reliabilities, reliability) ? reliabilities[reliability as keyof typeof reliabilities] : ''
  let tooltip = [
    sourceLine(source),
    reliability && `Reliability ${reliability}: ${reliabilityNote ?? grade}`,
    captured ? '' : 'No captured text: words quoted from it cannot be compared.',
    `[^${key}], cited ${counted(cited, 'time')}`,
    quotedWords(quoted)
  ]
  return {
    id: idOf('source', key),
    kind: quoted.unverified > 0 && captured ? 'doubtful' : captured ? 'source' : 'unchecked',
    // Short: what is known of it stands behind, and the whole title in the tooltip.
    label: inShort(sourceTitle(source), 48),
    description: inShort(facts.filter(Boolean).join(' · ')),
    tooltip: tooltip
      .filter(Boolean)
      .map(words => inShort(words, 300))
      .join('\n'),
    record: { kind: 'source', key },
    insert: `[^${key}]`,
    ...leadsTo(workspace, source.path, source.keySpan),
    ...(cited > 0 ? { children: 'asked' } : {})
  }
}

// Never more than is known: a note that nobody has checked is not counted.
function quotedWords({ quotations, unverified, notes, checked }: Quoted): string {
  if (checked === 0) return ''
  let where = checked < notes ? ` in the ${checked} of ${counted(notes, 'note')} checked so far` : ''
  if (quotations === 0) return `Nothing is quoted from it${where}.`
  let held = unverified === 0 ? 'all verified' : `${unverified} not verified`
  return `${counted(quotations, 'quotation')}${where}, ${held}.`
}
