import { isStatementLink } from '../claims'
import { fileKind, fileName } from '../files'
import { resolvePath } from '../links'
import type { Fix, Link } from '../model'
import { nearest } from '../suggest'
import type { Workspace } from '../workspace'
import type { NoteContext, Rule } from './rule'

type Written = Pick<Link, 'destination' | 'destinationSpan'>

/** A link to a statement or heading that is not there. */
export let rule: Rule = {
  id: 'unknown-statement',
  severity: { draft: 'warning', final: 'error' },
  standard: '',
  *note(context) {
    let { note, path, text, workspace } = context
    // Read once for each note that is linked to.
    let known = new Map<string, Set<string> | undefined>()
    let named: Set<string> | undefined
    // Links by label have their destinations from the definitions, and are mended there.
    for (let link of [...note.links.filter(({ label }) => !label), ...note.definitions]) {
      let { destination, destinationSpan } = link
      if (!isStatementLink(destination)) continue
      let [file, anchor = ''] = destination.split('#', 2)
      // Every page has a top; an empty anchor is not written yet.
      if (anchor === '' || (file === '' && anchor === 'top')) continue
      let target = file === '' ? path : resolvePath(path, decoded(file))
      if (!known.has(target)) known.set(target, anchorsOf(context, target))
      let ids = known.get(target)
      if (ids?.has(decoded(anchor)) || (!ids && isElsewhere(workspace, target))) continue
      named ??= new Set([...text.matchAll(/\b(?:id|name)="([^"]{1,200})"/g)].map(found => found[1]))
      if (file === '' && named.has(anchor)) continue
      let where = file === '' ? 'This note' : file
      yield {
        from: destinationSpan.from,
        to: destinationSpan.to,
        message: ids ? `${where} has no statement or heading “${anchor}”.` : `There is no note ${file}.`,
        fixes: () => (ids ? otherAnchor(path, link, file, anchor, [...ids]) : otherNote(context, link, file, anchor))
      }
    }
  }
}

// A note outside the folders that are open, or beside the only one that is: nobody has looked whether it is there.
function isElsewhere(workspace: Workspace, path: string): boolean {
  return workspace.roots.length > 0 ? workspace.rootOf(path) === undefined : workspace.files.size === 1
}

function decoded(words: string): string {
  try {
    return decodeURIComponent(words)
  } catch {
    return words
  }
}

// Ids of statements first: they are what links are for.
function anchorsOf({ workspace, note, path }: NoteContext, target: string): Set<string> | undefined {
  let summary = workspace.files.get(target)?.note
  if (!summary) return undefined
  let own =
    target === path ? note.attributes.flatMap(given => given.id?.value ?? []) : summary.otherIds.map(one => one.id)
  let ids = summary.statements.flatMap(one => one.id ?? [])
  return new Set([...ids, ...own, ...summary.headings.map(one => one.slug)])
}

function otherAnchor(path: string, { destinationSpan }: Written, file: string, anchor: string, ids: string[]): Fix[] {
  let meant = nearest(anchor, ids) ?? ids.find(id => id.toLowerCase() === anchor.toLowerCase())
  if (!meant) return []
  let { from, to } = destinationSpan
  return [{ title: `Change to #${meant}`, edits: [{ path, from, to, newText: `${file}#${meant}` }] }]
}

// A note of the same name elsewhere, if there is one and no other.
function otherNote(
  { path, workspace }: NoteContext,
  { destinationSpan }: Written,
  file: string,
  anchor: string
): Fix[] {
  let name = decoded(file).split('/').at(-1)!
  let found = [...workspace.files.keys()].filter(own => fileKind(own) === 'note' && fileName(own) === name)
  if (found.length !== 1 || !workspace.files.get(found[0])?.note?.statements.some(own => own.id === anchor)) return []
  let newText = `${relative(path, found[0])}#${anchor}`
  let { from, to } = destinationSpan
  return [{ title: `Change to ${newText}`, edits: [{ path, from, to, newText }] }]
}

function relative(from: string, to: string): string {
  let [here, there] = [from.split('/').slice(0, -1), to.split('/')]
  let shared = 0
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared++
  return encodeURI([...here.slice(shared).map(() => '..'), ...there.slice(shared)].join('/'))
}
