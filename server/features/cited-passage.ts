import {
  type Citation,
  type Note,
  type Place,
  pageNamed,
  pagesOf,
  type Quotation,
  type Span,
  verdictOf,
  type Workspace
} from '../core'
import { toLocation } from './convert'
import { quotationsOf, type Thing, thingAt } from './thing-at'

/** Where something leads; `shown` is the part of it to go to. */
export type Target = Place & { shown?: Span }

/** The passage that the citation or quotation at the offset relies on: the words in the source, else the page it names. */
export function* citedPassage(workspace: Workspace, path: string, offset: number) {
  let note = workspace.note(path)
  let thing = note && thingAt(note, offset)
  // On the speaker's name within a citation, too, the citation is meant.
  let citation = note?.citations.find(own => own.from <= offset && offset <= own.to)
  if (citation && thing?.kind === 'actor') thing = { kind: 'citation', citation, span: citation, part: 'key' }
  if (!note || !thing) return undefined
  let [target] = yield* passagePlace(workspace, note, thing)
  if (!target || !workspace.files.get(target.path)?.captured) return undefined
  return toLocation(workspace, target.path, target.shown ?? target)
}

/** Passages a citation or quotation rests on; of a citation without any, the page it names, else the source's record. */
export function* passagePlace(workspace: Workspace, note: Note, thing: Thing): Generator<void, Target[]> {
  if (thing.kind === 'quotation') return yield* passages(workspace, note, thing.quotation)
  if (thing.kind !== 'citation') return []
  let { citation } = thing
  if (thing.part === 'key') {
    for (let quotation of quotationsOf(note, citation)) {
      let found = yield* passages(workspace, note, quotation)
      let own = found.filter(place => place.source === citation.key)
      if (own.length > 0) return own
    }
  }
  return pagePlace(workspace, citation) ?? records(workspace, citation.key)
}

function* passages(
  workspace: Workspace,
  note: Note,
  quotation: Quotation
): Generator<void, (Target & { source: string })[]> {
  let verdict = yield* verdictOf(workspace, note, quotation)
  return verdict?.passages.map(({ path, from, to, source }) => ({ path, from, to, source })) ?? []
}

function pagePlace(workspace: Workspace, { key, locator }: Citation): Place[] | undefined {
  let own = workspace.captured(key)
  if (!own || locator?.unit !== 'page') return undefined
  let text = own.text()
  let page = pageNamed(pagesOf(text, own.source.bodyFrom ?? 0), locator.value)
  if (!page) return undefined
  // Its first line: a page as a whole is too much to be shown as found.
  let line = /\S[^\r\n]*/.exec(text.slice(page.from, page.to))
  let from = page.from + (line?.index ?? 0)
  return [{ path: own.source.path, from, to: from + (line?.[0].length ?? 0) }]
}

function records(workspace: Workspace, key: string): Target[] {
  return workspace.sourcesOf(key).map(({ path, span, keySpan }) => ({ ...span, path, shown: keySpan }))
}
