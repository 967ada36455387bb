import { actorNamed, namesInNote, overlaps, type Span, unlinkedNames } from '../../core'
import type { Asked, Refactoring } from './index'
import { quoted } from './words'

let kind = 'refactor.rewrite.link'

/** Make the registered name at the cursor, or the one selected, a mention: of each actor who bears it, if there are several. */
export function* linkName(asked: Asked): Iterable<Refactoring> {
  let { workspace, note, text, path, from, to } = asked
  if ([...note.mentions, ...note.citations, ...note.opaque].some(span => overlapsOrHolds(span, from, to))) return
  let edit = (span: Span, key: string) => ({
    title: `Link ${quoted(text.slice(span.from, span.to))} to @${key}`,
    kind,
    edits: [{ ...span, path, newText: `[${text.slice(span.from, span.to)}](@${key})` }]
  })
  let names = namesInNote(workspace, note, path)
  for (let [index, sentence] of note.sentences.entries()) {
    if (to < sentence.from || sentence.to < from) continue
    for (let found of names[index]) {
      let span = { from: sentence.from + found.from, to: sentence.from + found.to }
      if (span.from <= from && to <= span.to) for (let key of found.keys) yield edit(span, key)
    }
  }
  // What is selected may be a name that is too general to be found.
  let words = text.slice(from, to)
  let key = words.trim() === words && words !== '' && !/[[\]\n]/.test(words) ? actorNamed(workspace, words) : undefined
  if (key) yield edit({ from, to }, key)
}

/** Make every registered name a mention that is none, as *unlinked-mention* finds them. */
export function* linkAllNames({ workspace, note, text, path, from, to }: Asked): Iterable<Refactoring> {
  let all = [...unlinkedNames({ workspace, note, path })]
  if (all.length === 0) return
  let edits = all.map(({ from, to, key }) => ({ path, from, to, newText: `[${text.slice(from, to)}](@${key})` }))
  let title =
    all.length === 1 ? 'Link the unlinked name in this note' : `Link all ${all.length} unlinked names in this note`
  yield { title, kind: 'source.linkNames.provenote', edits }
  if (all.some(span => span.from <= from && to <= span.to)) yield { title, kind: `${kind}.all`, edits }
}

function overlapsOrHolds(span: Span, from: number, to: number): boolean {
  return overlaps(span, { from, to }) || (from === to && span.from < from && from < span.to)
}
