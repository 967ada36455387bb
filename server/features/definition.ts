import type { Location, LocationLink } from 'vscode-languageserver-types'
import { anchorSpan, type Span, type Subject, type Workspace } from '../core'
import { passagePlace, type Target } from './cited-passage'
import { toTargets } from './convert'
import { subjectAt } from './places/subject-at'
import { thingAt } from './places/thing-at'

/**
 * Where the thing at the offset is from: a mention, or a field that names an actor, the actor's record; a citation or quotation, the
 * very passage in the source; a link, the statement, heading or file. With `links` the answer says which words led there and how
 * far the target reaches.
 */
export function* definition(
  workspace: Workspace,
  path: string,
  offset: number,
  links: boolean
): Generator<void, Location[] | LocationLink[] | undefined> {
  let note = workspace.note(path)
  let thing = note && thingAt(note, offset)
  if (note && (thing?.kind === 'citation' || thing?.kind === 'quotation'))
    return toTargets(workspace, path, thing.span, yield* passagePlace(workspace, note, thing), links)
  let at = subjectAt(workspace, path, offset)
  return at && toTargets(workspace, path, at.span, declarationsOf(workspace, at.subject), links)
}

/** Where a subject is declared. All records of a key: when there are two, the reader sees both. */
export function declarationsOf(workspace: Workspace, subject: Subject): Target[] {
  if (subject.kind === 'actor' || subject.kind === 'source') {
    let records = subject.kind === 'actor' ? workspace.actorsOf(subject.key) : workspace.sourcesOf(subject.key)
    return records.map(({ path, span, keySpan }) => ({ ...span, path, shown: keySpan }))
  }
  let file = workspace.files.get(subject.path)
  let span: Span | undefined = file && (subject.kind === 'file' ? { from: 0, to: 0 } : anchorSpan(file, subject.id))
  return span ? [{ path: subject.path, from: span.from, to: span.to }] : []
}
