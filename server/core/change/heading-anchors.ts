import type { Span } from '../model'
import { occurrencesOf } from '../occurrences'
import { slugOf } from '../parse'
import type { Workspace } from '../workspace'
import type { ChangeEdit } from './change'

/** Edits of links to headings whose words, and with them whose anchors, other edits change: a key may stand in a heading. */
export function anchorsAfter(workspace: Workspace, edits: ChangeEdit[]): ChangeEdit[] {
  let made: ChangeEdit[] = []
  let byPath = new Map<string, ChangeEdit[]>()
  for (let edit of edits) {
    let own = byPath.get(edit.path)
    if (own) own.push(edit)
    else byPath.set(edit.path, [edit])
  }
  for (let [path, own] of byPath) {
    let headings = workspace.files.get(path)?.note?.headings ?? []
    let isIn = (edit: ChangeEdit, { from, text }: { from: number; text: string }) =>
      from <= edit.from && edit.to <= from + text.length
    if (!headings.some(heading => own.some(edit => isIn(edit, heading)))) continue
    let used = new Map<string, number>()
    for (let heading of headings) {
      let { text, from, slug } = heading
      let inside = own.filter(edit => isIn(edit, heading)).sort((a, b) => b.from - a.from)
      for (let edit of inside) text = text.slice(0, edit.from - from) + edit.newText + text.slice(edit.to - from)
      let now = slugOf(text, used)
      if (now === slug || hasId(workspace, path, slug)) continue
      for (let link of occurrencesOf(workspace, { kind: 'anchor', path, id: slug }))
        if (link.form === 'link')
          made.push({ path: link.path, from: link.from, to: link.to, newText: asWritten(link, slug, now) })
    }
  }
  return made
}

/** Whether a statement or another block of the file gives itself the id: links lead there first. */
export function hasId(workspace: Workspace, path: string, id: string): boolean {
  let note = workspace.files.get(path)?.note
  return !!note && (note.statements.some(own => own.id === id) || note.otherIds.some(own => own.id === id))
}

/** Part of a link's destination, with percent signs where the part it replaces had such. */
export function asWritten({ from, to }: Span, before: string, now: string): string {
  return to - from === before.length ? now : encodeURIComponent(now)
}
