import type { Position } from 'vscode-languageserver-types'
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
import { quotationsOf, type Thing, thingAt } from './places/thing-at'

/** Where something leads; `shown` is the part of it to go to. */
export type Target = Place & { shown?: Span }

/** A place in a note, and which of the sources cited there is meant: what a card's links carry. */
export interface PassagePlace {
  uri: string
  position: Position
  source?: string
}

/** The passage that the citation or quotation at the offset relies on: the words in the source, else the page it names. */
export function* citedPassage(workspace: Workspace, path: string, offset: number, source?: string) {
  let target = yield* citedTarget(workspace, path, offset, source)
  return target && toLocation(workspace, target.path, target.shown ?? target)
}

/** The same as a place in the source's file. Undefined where no captured text is cited. */
export function* citedTarget(
  workspace: Workspace,
  path: string,
  offset: number,
  source?: string
): Generator<void, Target | undefined> {
  let note = workspace.note(path)
  let thing = note && citedThing(note, offset)
  if (!note || !thing) return undefined
  let targets = yield* passagePlace(workspace, note, thing)
  let target = targets.find(({ path }) => path === workspace.source(source ?? '')?.path) ?? targets[0]
  return target && workspace.files.get(target.path)?.captured ? target : undefined
}

function citedThing(note: Note, offset: number): Thing | undefined {
  // A card's links carry the offset of its opening mark, which may touch a citation before it.
  let quotation = note.quotations.find(own => own.from === offset)
  if (quotation) return { kind: 'quotation', quotation, span: quotation }
  let thing = thingAt(note, offset)
  // On the speaker's name within a citation, too, the citation is meant.
  let citation = note.citations.find(own => own.from <= offset && offset <= own.to)
  if (citation && thing?.kind === 'actor') return { kind: 'citation', citation, span: citation, part: 'key' }
  return thing
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
