import { fileName, type Source, type Workspace } from '../core'

/** What records say, as plain words. Whoever shows them in Markdown escapes them. */

let months = 'January February March April May June July August September October November December'.split(' ')

/** A day or month as people write it; any other EDTF date as it stands. */
export function dateWords(date: string): string {
  let [, year, month, day] = /^(\d{4})-(\d\d)(?:-(\d\d))?$/.exec(date) ?? []
  let name = months[Number(month) - 1]
  if (!name) return date
  return day === undefined ? `${name} ${year}` : `${Number(day)} ${name} ${year}`
}

/** When something was so: `since March 2031`, `2003 to September 2025`. */
export function periodWords({ from, to }: { from?: string; to?: string }): string {
  if (from && to) return `${dateWords(from)} to ${dateWords(to)}`
  if (from) return `since ${dateWords(from)}`
  return to ? `until ${dateWords(to)}` : ''
}

/** Who published the source, where and when: `Strait Wire, 12 March 2031`. */
export function whereAndWhen(source: Source): string {
  let when = source.issued ?? source.eventDate
  return [source.containerTitle ?? source.publisher, when && dateWords(when)].filter(Boolean).join(', ')
}

/** One line: author, title, container and date, as far as they are known; else the key. */
export function sourceLine(source: Source): string {
  let authors = source.author.length > 3 ? [source.author[0], 'and others'] : source.author
  let parts = [authors.join(', '), source.title && `“${source.title}”`, whereAndWhen(source)]
  return parts.filter(Boolean).join(', ') || source.key
}

/** The name of an actor, or the key if it has none. */
export function actorName(workspace: Workspace, key: string): string {
  return workspace.actor(key)?.name || key
}

/** The title of a source in a list; its key if it has none. */
export function sourceTitle(source: Source): string {
  return source.title || source.key || fileName(source.path)
}
