import type { Locator, Span } from './model'
import { firstIndex } from './span'
import { pagesIn } from './standing'
import type { Captured } from './verify'
import { paragraphNumber, startsParagraph } from './verify/reread/apparatus'
import type { Workspace } from './workspace'

/** A stretch of a captured text that a locator can name: a page, a numbered paragraph, a section, what is said from one time to the next. */
export interface Located extends Span {
  /** As written: `4`, `iv`, `3.2`, `0:12`. */
  name: string
}

/**
 * What locators of a unit can name in a source, in its order. Empty where the text does not show it beyond doubt: paragraphs whose
 * numbers count on and return nowhere, numbered headings, times that only rise.
 */
export function locatedIn(workspace: Workspace, own: Captured, unit: Locator['unit']): Located[] {
  if (unit === 'page') return pagesIn(workspace, own).map(({ page, from, to }) => ({ name: page, from, to }))
  return workspace.remember(own, known[unit], () => find[unit](own.text(), own.source.bodyFrom ?? 0))
}

let known = { paragraph: Symbol('paragraphs'), section: Symbol('sections'), time: Symbol('times') }

/** Those that a span touches. */
export function touchedBy(located: Located[], span: Span): Located[] {
  let last = firstIndex(located.length, index => located[index].from >= span.to) - 1
  let first = last
  while (first > 0 && located[first].from > span.from) first--
  return last < 0 || located[first].from > span.from ? [] : located.slice(first, last + 1)
}

let find = { paragraph: paragraphs, section: sections, time: times }

function paragraphs(text: string, bodyFrom: number): Located[] {
  let found = marked(text, bodyFrom, paragraphNumber, at => at === bodyFrom || startsParagraph(text, at))
  let steps = found.slice(1).map(({ name }, k) => Number(name) - Number(found[k].name))
  // Of an extract some are left out.
  let isCounting = steps.every(step => step > 0) && steps.filter(step => step === 1).length * 2 > steps.length
  return found.length > 2 && isCounting ? found : []
}

// A line of its own: “## 3. …”, “Section 3”, “§ 3 …”, “3.2 …”.
let heading =
  /^[ \t]*(?:#{1,6}[ \t]+(?:§[ \t]?|(?:section|sec\.|article|art\.)[ \t]+)?|§[ \t]?|(?:section|article)[ \t]+(?=\d{1,3}[^\n]{0,80}(?<![.;,])\r?$)|(?=\d{1,2}\.\d{1,2}(?:\.\d{1,2})?[ \t]+\p{Lu}[^\n.]{2,70}\r?$))(\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)(?![\d\p{L}])/gimu

function sections(text: string, bodyFrom: number): Located[] {
  let found = marked(text, bodyFrom, heading)
  return found.length > 1 && new Set(found.map(own => own.name)).size === found.length ? found : []
}

// A caption's cue, a time in brackets at the beginning of a line or behind the label there.
let time =
  /^[ \t]*(?:((?:\d{1,2}:)?\d{1,2}:\d\d)[.,]\d{1,3}[ \t]*-->|(?:[^\n:()[\]]{1,60} )?[[(]((?:\d{1,2}:)?\d{1,2}:\d\d)(?:[.,]\d{1,3})?[\])])/gm

function times(text: string, bodyFrom: number): Located[] {
  let found = marked(text, bodyFrom, time)
  let isRising = found.every(({ name }, k) => k === 0 || seconds(name)! >= seconds(found[k - 1].name)!)
  return found.length > 1 && isRising ? found : []
}

/** A time as written, in seconds. */
export function seconds(time: string): number | undefined {
  return /^\d{1,3}(?::\d{2}){1,2}$/.test(time)
    ? time.split(':').reduce((sum, part) => sum * 60 + Number(part), 0)
    : undefined
}

function marked(text: string, bodyFrom: number, pattern: RegExp, isOne = (_at: number) => true): Located[] {
  let found: Located[] = []
  pattern.lastIndex = bodyFrom
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    if (!isOne(match.index)) continue
    if (found.length) found[found.length - 1].to = match.index
    found.push({ name: match[1] ?? match[2], from: match.index, to: text.length })
  }
  return found
}
