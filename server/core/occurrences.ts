import { anchorSpan, linkParts, type Place } from './links'
import type { Actor, Source } from './model'
import { ownKeyIn, usedByRecord } from './records/used-keys'
import { touches } from './span'
import type { Keys } from './summary'
import type { FileSummary, Workspace } from './workspace'

/** What can be referred to. */
export type Subject =
  | { kind: 'actor'; key: string }
  | { kind: 'source'; key: string }
  /** A statement, a heading, or another block with an id. */
  | { kind: 'anchor'; path: string; id: string }
  | { kind: 'file'; path: string }

/** One place where a subject is written. The span is the key, id or path itself, without marks around it. */
export interface Occurrence extends Place {
  subject: Subject
  /**
   * How it is written there: `@key`, in notes; `@key` in a citation; `[^key]`; a record's own key, as written or as the name of its file
   * (an empty span at its start); a field of another record; the part of a link's destination; `{#id}`; a heading whose words are the id.
   */
  form: 'mention' | 'speaker' | 'citation' | 'key' | 'file name' | 'field' | 'link' | 'id' | 'heading'
  /** Written with escapes: the span is all of it, with its quotation marks. */
  whole?: true
}

/** Forms that say what a subject is; the others refer to it. */
export let declarations: ReadonlySet<Occurrence['form']> = new Set(['key', 'file name', 'id', 'heading'] as const)

/**
 * Every place where a subject is written, over the whole workspace, by path and place. Looks only at files that hold one. In closed
 * files, too: places come from what is kept of them.
 */
export function occurrencesOf(workspace: Workspace, subject: Subject): Occurrence[] {
  let found: Occurrence[] = []
  let take = (all: Iterable<Occurrence>) => {
    for (let occurrence of all) if (isSame(occurrence.subject, subject)) found.push(occurrence)
  }
  if (subject.kind === 'actor' || subject.kind === 'source') {
    let { kind, key } = subject
    let own = kind === 'actor' ? workspace.actorsOf(key) : workspace.sourcesOf(key)
    for (let record of new Set([...own, ...workspace.uses.inRecords(kind, key)])) take(inRecord(record))
    for (let file of kind === 'actor' ? workspace.uses.ofActor(key) : workspace.uses.ofSource(key)) take(inNote(file))
  } else {
    let files = new Set(workspace.uses.ofFile(subject.path))
    let home = workspace.files.get(subject.path)
    if (home && subject.kind === 'anchor') files.add(home)
    for (let file of files) take(inNote(file))
  }
  return found.sort((a, b) => (a.path === b.path ? a.from - b.from : a.path < b.path ? -1 : 1))
}

/** Everything that a file refers to or declares, in no order. A link into a file counts for the file, one to a place in it for the place, too. */
export function* occurrencesIn(file: FileSummary): Generator<Occurrence> {
  for (let record of file.actors) yield* inRecord(record)
  for (let record of file.sources) yield* inRecord(record)
  yield* inNote(file)
}

function* inNote({ path, note }: FileSummary): Generator<Occurrence> {
  if (!note) return
  yield* ofKeys(path, 'actor', 'mention', note.mentions)
  yield* ofKeys(path, 'actor', 'speaker', note.speakers)
  yield* ofKeys(path, 'source', 'citation', note.citations)
  for (let { id, idFrom = 0 } of [...note.statements, ...note.otherIds])
    if (id !== undefined) {
      let subject = { kind: 'anchor', path, id } as const
      yield { subject, form: 'id', path, from: idFrom, to: idFrom + id.length }
    }
  for (let { slug, from, to } of note.headings)
    yield { subject: { kind: 'anchor', path, id: slug }, form: 'heading', path, from, to }
  for (let { destination, from, through } of [...note.links, ...note.definitions]) {
    // Nothing is written there: the definition is.
    if (through) continue
    let parts = linkParts(path, destination)
    if (parts?.file)
      yield { subject: { kind: 'file', path: parts.path }, form: 'link', path, ...moved(parts.file, from) }
    if (parts?.anchorSpan)
      yield {
        subject: { kind: 'anchor', path: parts.path, id: parts.anchor! },
        form: 'link',
        path,
        ...moved(parts.anchorSpan, from)
      }
  }
}

/** Links by label to the subject, as they stand in the text: places that show it, and in which nothing of it is written. */
export function* linksByLabel({ path, note }: FileSummary, subject: Subject): Generator<Place> {
  for (let { destination, through } of note?.links ?? []) {
    let parts = through && linkParts(path, destination)
    if (!parts || !through) continue
    let { anchor } = parts
    let leadsTo: Subject = anchor
      ? { kind: 'anchor', path: parts.path, id: anchor }
      : { kind: 'file', path: parts.path }
    if (isSame(leadsTo, subject)) yield { path, ...through }
  }
}

/** What stands at an offset of a file: the smallest, if one holds another. An own key that is the file's name stands nowhere. */
export function occurrenceAt(workspace: Workspace, path: string, offset: number): Occurrence | undefined {
  let file = workspace.files.get(path)
  let best: Occurrence | undefined
  for (let found of file ? occurrencesIn(file) : [])
    if (found.to > found.from && touches(found, offset) && (!best || found.to - found.from < best.to - best.from))
      best = found
  return best
}

export function isSame(a: Subject, b: Subject): boolean {
  if (a.kind === 'actor' || a.kind === 'source') return a.kind === b.kind && a.key === b.key
  if (a.kind === 'anchor') return b.kind === 'anchor' && a.id === b.id && a.path === b.path
  return b.kind === 'file' && a.path === b.path
}

/** Whether there is such a thing, whoever refers to it. */
export function exists(workspace: Workspace, subject: Subject): boolean {
  if (subject.kind === 'actor') return workspace.actor(subject.key) !== undefined
  if (subject.kind === 'source') return workspace.source(subject.key) !== undefined
  let file = workspace.files.get(subject.path)
  return !!file && (subject.kind === 'file' || anchorSpan(file, subject.id) !== undefined)
}

function* inRecord(record: Actor | Source): Generator<Occurrence> {
  let { type, key, path, keySpan, fields } = record
  let subject = { kind: type, key }
  if (keySpan.to > keySpan.from) {
    let { span, whole } = ownKeyIn(keySpan, key, fields)
    yield { subject, form: 'key', path, ...span, ...(whole ? { whole } : {}) }
  } else yield { subject, form: 'file name', path, from: 0, to: 0 }
  for (let { kind, key, span, whole } of usedByRecord(record))
    yield { subject: { kind, key }, form: 'field', path, ...span, ...(whole ? { whole } : {}) }
}

function* ofKeys(
  path: string,
  kind: 'actor' | 'source',
  form: Occurrence['form'],
  { keys, starts }: Keys
): Generator<Occurrence> {
  for (let [index, key] of keys.entries()) {
    let from = starts[index]
    yield { subject: { kind, key }, form, path, from, to: from + key.length }
  }
}

let moved = ({ from, to }: { from: number; to: number }, by: number) => ({ from: from + by, to: to + by })
