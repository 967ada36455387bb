import { attributeOf, conclusions, dateBounds, type Note, profiles, type Workspace } from '../../core'
import { inShort, leadsTo, type TreeLine } from '../views/tree'
import { dateWords } from '../words/describe'

/** What a note says of itself, what it leaves unsaid, and how its forecasts stand on a day. */
export function aboutLines(workspace: Workspace, path: string, note: Note, today?: string): TreeLine[] {
  return [frontMatterLine(workspace, path, note), ...forecastLines(workspace, path, note, today)]
}

// What a reader of the published note asks first.
let fields: { key: string; label: string; needed: string }[] = [
  { key: 'title', label: 'Title', needed: 'what it is called' },
  { key: 'as-of', label: 'Information cut-off', needed: 'the day up to which it knows' },
  { key: 'author', label: 'Author', needed: 'who answers for it' },
  { key: 'tlp', label: 'Sharing', needed: 'how far it may be passed on' },
  { key: 'profile', label: 'Standard', needed: 'what it is measured by' },
  { key: 'status', label: 'Status', needed: 'draft or final' }
]

function frontMatterLine(workspace: Workspace, path: string, note: Note): TreeLine {
  let start = { from: 0, to: note.frontMatter ? 3 : 0 }
  let children = fields.map(({ key, label, needed }): TreeLine => {
    let field = note.frontMatter?.yaml.fields.find(own => own.key === key)
    let said = field?.value.type === 'scalar' ? field.value.value.trim() : field ? 'given' : ''
    // A workspace may have a standard for all its notes.
    let inForce = key === 'profile' ? workspace.optionsFor(path).profile : 'none'
    let isProfile = (name: string) => Object.hasOwn(profiles, name) && (said !== '' || name !== 'none')
    let description = said || (inForce === 'none' ? `missing: ${needed}` : `${inForce}, the workspace’s`)
    let isDone = key === 'status' ? said === 'final' : key === 'profile' ? isProfile(said || inForce) : said !== ''
    if (key === 'status' && !isDone) description = 'draft'
    return {
      id: `field ${key}`,
      kind: isDone ? 'done' : 'missing',
      label,
      description: inShort(description),
      tooltip: `${key}: ${needed}`,
      ...leadsTo(workspace, path, field ? (said === '' ? field.keySpan : field.value) : start)
    }
  })
  let missing = children.filter(({ kind }) => kind === 'missing').length
  let description = missing === 0 ? 'complete' : `${missing} open`
  return { id: 'about', kind: missing === 0 ? 'done' : 'missing', label: 'Front matter', description, children }
}

function forecastLines(workspace: Workspace, path: string, note: Note, today?: string): TreeLine[] {
  let due = 0
  let children = conclusions(note).flatMap(({ statement, index }): TreeLine[] => {
    let by = attributeOf(note, statement, 'by')?.value
    let outcome = attributeOf(note, statement, 'outcome')?.value
    if (!by && !outcome) return []
    let last = dateBounds(by ?? '')?.last
    let isDue = !outcome && !!today && !!last && last < today
    if (isDue) due++
    let block = note.blocks[statement.block]
    let words = block.text.slice(statement.words.from - block.from, statement.words.to - block.from)
    let state = outcome ? `outcome ${outcome}` : isDue ? 'outcome missing' : 'open'
    return [
      {
        id: `forecast ${index}`,
        kind: isDue ? 'missing' : outcome ? 'done' : 'forecast',
        label: inShort(words),
        description: inShort([by && `by ${dateWords(by)}`, state].filter(Boolean).join(' · ')),
        ...leadsTo(workspace, path, statement.labelSpan)
      }
    ]
  })
  if (children.length === 0) return []
  let description = `${children.length}${due > 0 ? ` · ${due} without an outcome` : ''}`
  return [{ id: 'forecasts', kind: due > 0 ? 'missing' : 'forecast', label: 'Forecasts', description, children }]
}
