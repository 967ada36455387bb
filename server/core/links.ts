import type { Span } from './model'
import type { FileSummary, Workspace } from './workspace'

/** A place in a file. */
export interface Place extends Span {
  path: string
}

/** Where a link of a note leads: a statement, heading or block with an id, in this note or another, or a file; undefined when nothing is there. */
export function linkTarget(workspace: Workspace, path: string, link: { destination: string }): Place | undefined {
  let parts = linkParts(path, link.destination)
  let summary = parts && workspace.files.get(parts.path)
  if (!parts || !summary) return undefined
  if (!parts.anchor) return parts.file ? { path: parts.path, from: 0, to: 0 } : undefined
  let found = anchorSpan(summary, parts.anchor)
  return found && { path: parts.path, from: found.from, to: found.to }
}

/** What an id of a file stands for: of several, a statement first, then another block that gives itself the id, then a heading. */
export function anchorSpan({ note }: FileSummary, id: string): Span | undefined {
  return (
    note?.statements.find(statement => statement.id === id) ??
    note?.otherIds.find(block => block.id === id) ??
    note?.headings.find(heading => heading.slug === id)
  )
}

/** The destination of a link into the workspace, taken apart. Spans are offsets into it. */
export interface LinkParts {
  /** The file that is meant, whole: the note itself where none is written. */
  path: string
  /** The file as written; undefined where there is none. */
  file?: Span
  /** The id behind `#`, decoded, and as written. */
  anchor?: string
  anchorSpan?: Span
}

/** Undefined for an address with a scheme: it leads out of the workspace. */
export function linkParts(path: string, destination: string): LinkParts | undefined {
  let pointed = destination.startsWith('<') && destination.endsWith('>') && destination.length > 1
  let [from, to] = pointed ? [1, destination.length - 1] : [0, destination.length]
  let inner = destination.slice(from, to)
  if (/^(?:[A-Za-z][A-Za-z\d+.-]*:|\/\/)/.test(inner)) return undefined
  let hash = inner.indexOf('#')
  let file = hash < 0 ? inner : inner.slice(0, hash)
  let parts: LinkParts = { path: file === '' ? path : resolvePath(path, decoded(file)) }
  if (file !== '') parts.file = { from, to: from + file.length }
  if (hash >= 0 && hash + 1 < inner.length) {
    parts.anchor = decoded(inner.slice(hash + 1))
    parts.anchorSpan = { from: from + hash + 1, to }
  }
  return parts
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
