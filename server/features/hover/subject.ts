import { anchorSpan, type Note, type Subject, type Workspace } from '../../core'
import { weighed, weightWords } from '../code-lens'
import { actorName } from '../words/describe'
import type { Format } from '../words/format'
import { labelMeanings } from '../words/meanings'
import { readable } from '../words/readable'
import { actorCard, actorPassages } from './actor'
import { sourceCard } from './citation'

/** What a link, or a field of a record, leads to: an actor, a source, a statement, a heading or a note. As paragraphs of a card. */
export function* subjectCard(
  workspace: Workspace,
  subject: Subject,
  format: Format,
  date?: string
): Generator<void, string[]> {
  if (subject.kind === 'actor') {
    let actor = workspace.actor(subject.key)
    return actor
      ? [...actorCard(workspace, actor, format, date), ...(yield* actorPassages(workspace, actor, format))]
      : []
  }
  if (subject.kind === 'source') {
    let source = workspace.source(subject.key)
    return source ? sourceCard(source, format) : []
  }
  let file = workspace.files.get(subject.path)
  if (!file?.note) return []
  let title = format.text(file.note.title || subject.path.slice(subject.path.lastIndexOf('/') + 1))
  if (subject.kind === 'file') return [format.strong(title)]
  let place = anchorSpan(file, subject.id)
  let index = file.note.statements.findIndex(({ from }) => from === place?.from)
  if (index >= 0) return statementLines(workspace, subject.path, index, format, title)
  let heading = file.note.headings.find(({ from }) => from === place?.from)
  return heading ? [[format.strong(format.text(readable(heading.text))), title].join(' · ')] : []
}

function statementLines(workspace: Workspace, path: string, index: number, format: Format, title: string): string[] {
  let { note } = workspace.files.get(path)!
  let { label, words, parent } = note!.statements[index]
  return [
    [format.strong(label), title].join(' · '),
    format.text(readable(words, key => actorName(workspace, key))),
    parent === undefined && weighed.has(label) ? format.faint(weightWords(workspace, note!, index)) : ''
  ]
}

/** What the label of a statement says, and what the statement rests on. */
export function labelCard(workspace: Workspace, path: string, note: Note, index: number, format: Format): string[] {
  let { label, parent, key } = note.statements[index]
  let summary = workspace.files.get(path)?.note
  let isWeighed = parent === undefined && weighed.has(label) && summary?.statements[index]?.label === label
  return [
    `${format.strong(parent === undefined && key ? `Key ${label.toLowerCase()}` : label)}: ${labelMeanings[label]}`,
    isWeighed ? format.faint(weightWords(workspace, summary!, index)) : ''
  ]
}
