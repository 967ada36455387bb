import { fileName } from '../files'
import type { Place } from '../links'
import { type Occurrence, occurrencesOf, type Subject } from '../occurrences'
import type { Workspace } from '../workspace'

/** What would be named and be there no longer, once some files or folders are gone: a sentence for each, and the places that name it. */
export function lostWith(workspace: Workspace, paths: string[]): { message: string; places: Place[] }[] {
  let isGone = (path: string) => paths.some(gone => path === gone || path.startsWith(`${gone}/`))
  let lost: { message: string; places: Place[] }[] = []
  for (let file of workspace.files.values()) {
    if (!isGone(file.path)) continue
    for (let { type, key } of [...file.actors, ...file.sources]) {
      let all = type === 'actor' ? workspace.actorsOf(key) : workspace.sourcesOf(key)
      // Another record takes its place.
      if (all.some(other => !isGone(other.path))) continue
      let shown = type === 'actor' ? `The actor @${key}` : `The source [^${key}]`
      add(`${shown} is ${type === 'actor' ? 'named' : 'cited'}`, { kind: type, key })
    }
    add(`${fileName(file.path)} is linked to`, { kind: 'file', path: file.path })
  }
  return lost

  function add(what: string, subject: Subject) {
    let places = occurrencesOf(workspace, subject).filter(own => !isGone(own.path) && uses(own))
    if (places.length === 0) return
    let files = new Set(places.map(place => place.path))
    let where = files.size === 1 ? fileName(places[0].path) : `${files.size} files`
    let isKnown = lost.some(own => own.message.startsWith(`${what} `))
    if (!isKnown) lost.push({ message: `${what} ${times(places.length)} in ${where}.`, places })
  }
}

let uses = ({ form }: Occurrence) => form !== 'key' && form !== 'file name'
let times = (count: number) => (count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`)
