import type { Span } from './model'

/** Index of the first of the sorted spans that begins at or after `at`; their number if none does. */
export function firstFrom(spans: readonly Span[], at: number): number {
  return firstIndex(spans.length, index => spans[index].from >= at)
}

/** The first index below `count` for which `holds`, where it holds for all after it, too; `count` if for none. */
export function firstIndex(count: number, holds: (index: number) => boolean): number {
  let low = 0
  let high = count
  while (low < high) {
    let middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/** Whether the offset lies in the span or at one of its ends. */
export function touches(span: Span, at: number): boolean {
  return span.from <= at && at <= span.to
}

/** Whether the two share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to
}

/** Whether the first lies in the second. */
export function isInside(inner: Span, outer: Span): boolean {
  return outer.from <= inner.from && inner.to <= outer.to
}

/** The same characters, standing alone: in V8 a slice of 13 characters or more keeps the whole text it was cut from alive. */
export function detached(text: string): string {
  // What is joined is written anew, and takes half the room of a slice with a text of its own.
  return text.length < 13 ? text : [text[0], text.slice(1)].join('')
}

/** Those of a list sorted by `from` that lie within the span, with their indexes; the cost is that of what begins in it. */
export function* within<T extends Span>(sorted: readonly T[], span: Span): Iterable<[number, T]> {
  for (let index = firstFrom(sorted, span.from); index < sorted.length && sorted[index].from < span.to; index++)
    if (sorted[index].to <= span.to) yield [index, sorted[index]]
}
