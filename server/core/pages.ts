import type { Span } from './model'

/** A page of a captured text: what its mark `<!-- p. 4 -->` says, and its text up to the next mark. */
export interface Page extends Span {
  /** As written, e.g. `4` or `iv`. */
  page: string
}

let mark = /^[ \t]*<!--[ \t]*p\.[ \t]*([^\s>]{1,20})[ \t]*-->[ \t]*\r?$/gm

/** The pages of a captured text, in its order (section 9 of the markup). Text before the first mark is on no page. */
export function pagesOf(text: string, bodyFrom: number): Page[] {
  let pages: Page[] = []
  mark.lastIndex = bodyFrom
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    if (pages.length) pages[pages.length - 1].to = found.index
    pages.push({ page: found[1], from: found.index + found[0].length, to: text.length })
  }
  return pages
}

/** The page on which the offset stands. */
export function pageAt(pages: Page[], offset: number): Page | undefined {
  return pages.findLast(page => page.from <= offset)
}

/** The page a locator names; of a range, the first. */
export function pageNamed(pages: Page[], value: string): Page | undefined {
  return pages.find(page => page.page === value) ?? pages.find(page => page.page === value.split(/[-–,\s]/)[0])
}
