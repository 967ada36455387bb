import { fileName, type Source, type Workspace } from '../../core'

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

/** Where and when the source was published: `Strait Wire, 12 March 2031`. */
export function whereAndWhen(source: Source): string {
  let where = source.containerTitle ?? source.publisher
  let when = source.issued ?? source.eventDate
  // A body that publishes its own paper is named once.
  let named = source.author.includes(where ?? '')
  return [named ? undefined : where, when && dateWords(when)].filter(Boolean).join(', ')
}

/** The first authors. */
export function authors({ author }: Source): string {
  return (author.length > 3 ? [author[0], 'and others'] : author).join(', ')
}

/** One line: author, title, container and date, as far as they are known; else the key. */
export function sourceLine(source: Source): string {
  // Quotation marks inside the title's own nest.
  let title = source.title?.replaceAll('“', '‘').replaceAll('”', '’')
  let parts = [authors(source), title && `“${title}”`, whereAndWhen(source)]
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

/** A schema in words: `Public body`. */
export function kindWords(schema: string): string {
  return schema.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').replace(/(?<= )[A-Z]/g, letter => letter.toLowerCase())
}
