import {
  type Citation,
  type Definition,
  type Link,
  type Mention,
  type Note,
  type Quotation,
  type Span,
  touches
} from '../../core'

/** What stands at an offset of a note, the innermost thing first. */
export type Thing =
  | { kind: 'actor'; key: string; span: Span; mention?: Mention }
  | { kind: 'citation'; citation: Citation; span: Span; part: 'key' | 'locator' }
  | { kind: 'quotation'; quotation: Quotation; span: Span }
  /** A link, or the definition that links by label have their destination from. */
  | { kind: 'link'; link: Link | Definition; span: Span }

export function thingAt(note: Note, offset: number): Thing | undefined {
  let at = <T extends Span>(spans: T[]) => spans.find(span => touches(span, offset))
  let citation = at(note.citations)
  if (citation) {
    let { speaker, words, locator } = citation
    if (speaker && touches(speaker, offset)) return { kind: 'actor', key: speaker.key, span: speaker }
    let quotation = words === undefined ? undefined : note.quotations[words]
    if (quotation && touches(quotation, offset)) return { kind: 'quotation', quotation, span: quotation }
    let part: 'key' | 'locator' = locator && touches(locator, offset) ? 'locator' : 'key'
    return { kind: 'citation', citation, span: citation, part }
  }
  let mention = at(note.mentions)
  if (mention) return { kind: 'actor', key: mention.key, span: mention, mention }
  let link = at(note.links) ?? at(note.definitions)
  if (link) return { kind: 'link', link, span: link }
  let quotation = at(note.quotations)
  return quotation && { kind: 'quotation', quotation, span: quotation }
}

/** The quotations that rest on a citation: bound to it, or the words inside it. */
export function quotationsOf(note: Note, citation: Citation): Quotation[] {
  let index = note.citations.indexOf(citation)
  return note.quotations.filter(quotation => quotation.citations.includes(index))
}
