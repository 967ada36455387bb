import { isStatementLink } from '../claims'
import { linkTarget, resolvePath } from '../links'
import type { Fix, Link } from '../model'
import { nearest } from '../suggest'
import type { NoteContext, Rule } from './rule'

/** A link to a statement or heading that is not there. */
export let rule: Rule = {
  id: 'unknown-statement',
  severity: { draft: 'warning', final: 'error' },
  standard: '',
  *note(context) {
    let { note, workspace, path, text } = context
    for (let link of note.links) {
      let { destination, destinationSpan } = link
      if (!isStatementLink(destination) || linkTarget(workspace, path, link)) continue
      let [file, anchor = ''] = destination.split('#', 2)
      // Every page has a top; and HTML may give anything a name.
      if (file === '' && (anchor === '' || anchor === 'top' || named(text, anchor))) continue
      let target = file === '' ? path : resolvePath(path, decoded(file))
      let ids = anchorsOf(context, target)
      if (anchor !== '' && ids?.includes(decoded(anchor))) continue
      let message =
        ids === undefined
          ? `There is no note ${file}.`
          : `${file === '' ? 'This note' : file} has no statement or heading “${anchor}”.`
      if (ids !== undefined && anchor === '') continue
      let at = { from: destinationSpan.from, to: destinationSpan.to }
      yield {
        ...at,
        message,
        fixes: () =>
          ids === undefined ? otherNote(context, link, file, anchor) : otherAnchor(context, link, file, anchor, ids)
      }
    }
  }
}

let named = (text: string, anchor: string) => text.includes(`id="${anchor}"`) || text.includes(`name="${anchor}"`)

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}

// Ids of statements first: they are what links are for.
function anchorsOf({ workspace, note, path }: NoteContext, target: string): string[] | undefined {
  let summary = workspace.files.get(target)?.note
  if (!summary) return undefined
  let given = target === path ? note.attributes.flatMap(own => own.id?.value ?? []) : []
  return [...summary.statements.map(own => own.id), ...given, ...summary.headings.map(own => own.slug)]
}

function otherAnchor(
  { path }: NoteContext,
  { destinationSpan }: Link,
  file: string,
  anchor: string,
  ids: string[]
): Fix[] {
  let meant =
    nearest(anchor, ids) ?? (anchor.length < 4 ? ids.find(id => id.toLowerCase() === anchor.toLowerCase()) : undefined)
  if (!meant) return []
  let { from, to } = destinationSpan
  return [{ title: `Change to #${meant}`, edits: [{ path, from, to, newText: `${file}#${meant}` }] }]
}

// A note of the same name elsewhere, if there is one and no other.
function otherNote({ path, workspace }: NoteContext, { destinationSpan }: Link, file: string, anchor: string): Fix[] {
  let name = decoded(file).split('/').at(-1)!
  let found = [...workspace.files.values()].filter(own => own.kind === 'note' && own.path.split('/').at(-1) === name)
  if (found.length !== 1 || !found[0].note?.statements.some(own => own.id === anchor)) return []
  let newText = `${relative(path, found[0].path)}#${anchor}`
  let { from, to } = destinationSpan
  return [{ title: `Change to ${newText}`, edits: [{ path, from, to, newText }] }]
}

function relative(from: string, to: string): string {
  let [here, there] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  return encodeURI([...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/'))
}
