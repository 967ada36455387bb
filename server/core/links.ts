import type { Link, Span } from './model'
import type { Workspace } from './workspace'

/** A place in a file. */
export interface Place extends Span {
  path: string
}

/** Where a link of a note leads: a statement or heading of this note or another, or a file; undefined when nothing is there. */
export function linkTarget(workspace: Workspace, path: string, link: Link): Place | undefined {
  if (/^[A-Za-z][A-Za-z\d+.-]*:/.test(link.destination)) return undefined
  let [file, anchor = ''] = link.destination.split('#', 2)
  let target = file === '' ? path : resolvePath(path, decoded(file))
  let summary = workspace.files.get(target)
  if (!summary) return undefined
  if (anchor === '') return file === '' ? undefined : { path: target, from: 0, to: 0 }
  let id = decoded(anchor)
  let found =
    summary.note?.statements.find(statement => statement.id === id) ??
    summary.note?.headings.find(heading => heading.slug === id)
  return found && { path: target, from: found.from, to: found.to }
}

/** A path as written in a file, made whole: relative to the file's folder, with `.` and `..` resolved. */
export function resolvePath(from: string, path: string): string {
  let parts = path.startsWith('/') ? [''] : from.split('/').slice(0, -1)
  for (let part of path.split('/')) {
    if (part === '..' && parts.length > 1) parts.pop()
    else if (part !== '.' && part !== '..' && part !== '') parts.push(part)
  }
  return parts.join('/')
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
