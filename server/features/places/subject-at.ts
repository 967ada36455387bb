import { linkParts, occurrenceAt, type Span, type Subject, touches, type Workspace } from '../../core'
import { type Thing, thingAt } from './thing-at'

/** What the writer means by a place in an open file, and the words that stand for it there. */
export interface SubjectAt {
  subject: Subject
  span: Span
}

/**
 * The actor, source, statement, heading or file at an offset: of a mention, citation or link all of it stands for what it names.
 */
export function subjectAt(workspace: Workspace, path: string, offset: number): SubjectAt | undefined {
  let note = workspace.note(path)
  let thing = note && thingAt(note, offset)
  let named = thing && ofThing(path, thing)
  if (named) return named
  let found = occurrenceAt(workspace, path, offset)
  return found && { subject: found.subject, span: { from: found.from, to: found.to } }
}

/**
 * The same; else the statement in whose words the offset stands, if it has an id, or, in the front matter of a source's or actor's own
 * file, the source or actor.
 */
export function subjectAround(workspace: Workspace, path: string, offset: number): Subject | undefined {
  let at = subjectAt(workspace, path, offset)
  if (at) return at.subject
  let file = workspace.files.get(path)
  let record = file?.kind === 'source' ? file.sources[0] : file?.kind === 'actor' ? file.actors[0] : undefined
  if (record && touches(record.span, offset)) return { kind: record.type, key: record.key }
  let id = file?.note?.statements.find(statement => touches(statement, offset))?.id
  return id === undefined ? undefined : { kind: 'anchor', path, id }
}

function ofThing(path: string, thing: Thing): SubjectAt | undefined {
  let { span } = thing
  if (thing.kind === 'actor') return { subject: { kind: 'actor', key: thing.key }, span }
  if (thing.kind === 'citation') return { subject: { kind: 'source', key: thing.citation.key }, span }
  if (thing.kind !== 'link') return undefined
  let parts = linkParts(path, thing.link.destination)
  if (parts?.anchor) return { subject: { kind: 'anchor', path: parts.path, id: parts.anchor }, span }
  return parts?.file && { subject: { kind: 'file', path: parts.path }, span }
}
