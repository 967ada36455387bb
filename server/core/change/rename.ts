import { fileKind, fileName } from '../files'
import { isActorKey, isSourceKey } from '../keys'
import { exists, type Occurrence, occurrencesIn, occurrencesOf, type Subject } from '../occurrences'
import { touches } from '../span'
import type { LinkSummary } from '../summary'
import type { Workspace } from '../workspace'
import { quoteYaml } from '../yaml-errors'
import type { Change, ChangeEdit, Refusal } from './change'
import { anchorsAfter, asWritten, hasId } from './heading-anchors'

/** What can get another name: an actor's or source's key, or the id that a statement or another block gives itself. */
export type Renamable = Exclude<Subject, { kind: 'file' }>

/** The key or id at an offset, in any file of ours, as it stands there; or why nothing there can be renamed. */
export function renamableAt(
  workspace: Workspace,
  path: string,
  offset: number
): (Occurrence & { subject: Renamable }) | Refusal {
  let file = workspace.files.get(path)
  let best: Occurrence | undefined
  for (let found of file ? occurrencesIn(file) : []) {
    // The mark before a key is part of it to whoever looks at it.
    let isThere = touches(found, offset) || (found.form !== 'heading' && found.from === offset + 1)
    if (isThere && found.to > found.from && (!best || found.to - found.from < best.to - best.from)) best = found
  }
  if (!best || best.form === 'file name')
    return { refused: 'Put the cursor on the key of an actor or a source, or on the id of a statement, to rename it.' }
  let { subject } = best
  if (subject.kind === 'file')
    return { refused: 'This is the path of a file: rename the file itself, and the links to it follow.' }
  if (subject.kind === 'anchor' && !hasId(workspace, subject.path, subject.id))
    return exists(workspace, subject)
      ? { refused: 'The anchor of a heading comes from its words: change the heading, or give it an id, `{#id}`.' }
      : { refused: `Nothing in ${fileName(subject.path)} has the id “${subject.id}”.` }
  return { ...best, subject }
}

/**
 * Gives something another name wherever it is written: in notes, records and links, and in the name of its file where the key comes
 * from there. Refuses a name that is taken or in use, one that is no key, and one that would come to mean something else.
 */
export function rename(workspace: Workspace, subject: Renamable, name: string): Change | Refusal {
  let old = nameOf(subject)
  let change: Change = { edits: [], renames: [], removes: [] }
  if (name === old) return change
  let renamed: Renamable = subject.kind === 'anchor' ? { ...subject, id: name } : { ...subject, key: name }
  let found = occurrencesOf(workspace, subject).filter(({ form }) => form !== 'heading')
  let refused = refusalOf(workspace, renamed, found)
  if (refused) return { refused }
  for (let occurrence of found) {
    let { path, form } = occurrence
    if (form !== 'file name') {
      change.edits.push(edit(workspace, occurrence, name))
      continue
    }
    let moved = `${path.slice(0, path.lastIndexOf('/') + 1)}${name}${endingOf(path)}`
    if (/[:/]/.test(name))
      return {
        refused: `The key is the name of ${fileName(path)}, and a file’s name cannot hold “:” or “/”. Write \`key:\` there.`
      }
    if (isTaken(workspace, path, moved)) return { refused: `There is a file ${fileName(moved)} already.` }
    change.renames.push({ from: path, to: moved })
    for (let link of occurrencesOf(workspace, { kind: 'file', path }))
      change.edits.push(lastSegment(workspace, link, path, name))
  }
  change.edits.push(...anchorsAfter(workspace, change.edits))
  return change
}

function refusalOf(workspace: Workspace, renamed: Renamable, found: Occurrence[]): string | undefined {
  let name = nameOf(renamed)
  if (renamed.kind === 'actor') {
    if (!isActorKey(name))
      return `“${name}” is no key of an actor: a letter or digit, then letters, digits, \`-\` and \`_\`.`
    if (name.endsWith('_')) return `A key that ends with “_” would be taken for the end of emphasis in a note.`
  } else if (renamed.kind === 'source') {
    if (!isSourceKey(name))
      return `“${name}” is no key of a source: letters, digits, \`-\` and \`_\`, and inside also \`:\`, \`.\`, \`+\`, \`/\`.`
    for (let { path } of found)
      if (workspace.files.get(path)?.note?.footnotes.includes(name))
        return `${fileName(path)} has a footnote [^${name}], which a citation of that key would be taken for.`
  } else if (!/^[\p{L}\p{N}][\p{L}\p{N}\p{M}_:.-]*$/u.test(name))
    return `“${name}” is no id: a letter or digit, then letters, digits, \`-\`, \`_\`, \`:\` and \`.\`.`
  let shown = renamed.kind === 'actor' ? `@${name}` : renamed.kind === 'source' ? `[^${name}]` : `#${name}`
  if (exists(workspace, renamed)) return `${shown} is taken already.`
  let uses = occurrencesOf(workspace, renamed).length
  // Two would become one, and nobody could tell them apart again.
  return uses > 0 ? `${shown} is used already, in ${uses === 1 ? 'one place' : `${uses} places`}.` : undefined
}

function edit(workspace: Workspace, { path, from, to, form, whole, subject }: Occurrence, name: string): ChangeEdit {
  let made: ChangeEdit = { path, from, to, newText: whole ? quoteYaml(name) : name }
  if (subject.kind === 'anchor' && form === 'link') made.newText = asWritten(made, subject.id, name)
  if (form === 'field' && isCountryCode(workspace, path, from))
    made.unsure = 'This may be the code of a country, and no actor'
  return made
}

// `country: us` is a register's code, whoever has the key `us`; with `@` it is the actor.
function isCountryCode(workspace: Workspace, path: string, at: number): boolean {
  for (let { fields } of workspace.files.get(path)?.actors ?? []) {
    let value = fields.fields.find(field => field.key === 'country')?.value
    if (value?.type === 'scalar' && value.from <= at && at < value.to) return /^\s*[a-z]{2,3}\s*$/i.test(value.value)
  }
  return false
}

// Of a link to a file that gets another name, only the name is changed.
function lastSegment(workspace: Workspace, link: Occurrence, path: string, name: string): ChangeEdit {
  let holds = (own: LinkSummary) => own.from <= link.from && link.to <= own.from + own.destination.length
  let { links, definitions } = workspace.files.get(link.path)!.note!
  let { destination, from: start } = [...links, ...definitions].find(holds)!
  let from = start + destination.lastIndexOf('/', link.to - start - 1) + 1
  let span = { from: Math.max(from, link.from), to: link.to }
  return { path: link.path, ...span, newText: asWritten(span, fileName(path), name + endingOf(path)) }
}

let endingOf = (path: string) => /\.(?:source|actor)\.md$/.exec(path)?.[0] ?? ''

function isTaken(workspace: Workspace, path: string, moved: string): boolean {
  if (workspace.files.has(moved)) return true
  // Most disks do not tell capitals from small letters.
  let folded = moved.toLowerCase()
  if (folded === path.toLowerCase()) return false
  for (let other of workspace.files.keys()) if (other.toLowerCase() === folded && fileKind(other)) return true
  return false
}

export function nameOf(subject: Renamable): string {
  return subject.kind === 'anchor' ? subject.id : subject.key
}
