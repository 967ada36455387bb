import { blank, kindOf } from './kinds'

export let isDigit = (code: number) => code >= 48 && code <= 57
export let isCurrency = (code: number) =>
  code === 36 || (code >= 0xa2 && code <= 0xa5) || (code >= 0x20a0 && code <= 0x20c0)
let isUnit = (code: number) => code === 37 || code === 0x2030 || code === 0xb0
/** Whether a backslash stands there, before a sign of a kind. */
export let isEscaped = (text: string, at: number, kind: number) =>
  text[at] === '\\' && kindOf(text.charCodeAt(at + 1)) === kind

export function blanksEnd(text: string, from: number, to: number): number {
  while (from < to && kindOf(text.charCodeAt(from)) === blank) from++
  return from
}

/**
 * Whether blanks are such as one house sets and another does not: before a closing guillemet, and between a figure and its sign (3.5 %,
 * 40 €). A sign that another figure follows may be that one's: in “150 $5 notes” the blank tells which.
 */
export function isHouseBlank(text: string, from: number, to: number, limit: number): boolean {
  if (to >= limit) return false
  let code = text.charCodeAt(to)
  if (code === 0xbb || code === 0x203a) return to + 1 >= limit || /[\s.,;:!?)\]]/.test(text[to + 1])
  if (from === 0 || !isDigit(text.charCodeAt(from - 1))) return false
  return isUnit(code) || (isCurrency(code) && !isDigit(text.charCodeAt(blanksEnd(text, to + 1, limit))))
}

/** End of the blanks behind an opening guillemet as France sets it, with a blank on its other side or an elided article: « mot », l’« mot ». */
export function behindOpening(text: string, from: number, to: number, first: number, limit: number): number {
  let code = text.charCodeAt(to - 1)
  if (code !== 0xab && code !== 0x2039) return to
  let opens = from === first || /[\s([—–-]/.test(text[from - 1]) || (to - from === 2 && /['’ʼ]/.test(text[from]))
  return opens ? blanksEnd(text, to, limit) : to
}

// What is set between the lines and said by nobody: the times of a transcript or a film's captions ([00:12], or a cue with its number), and
// a page's number at its foot or head, beside the page mark. A bare time or figure is none of these: a line may break before it.
let time = String.raw`\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?`
let cue = String.raw`(?:\d{1,5}[ \t]*\r?\n)?${time}[ \t]*-->[^\n]{0,80}`
let foot = String.raw`(?<page>\d{1,4})[ \t]*\r?\n\s{0,4}(?=<!-- p\. (?<next>\d{1,4}) -->)`
let head = String.raw`(?<=<!-- p\. (?<here>\d{1,4}) -->\s{1,4})\k<here>(?=[ \t]*(?:\r?\n|$))`
let between = new RegExp(String.raw`[ \t]*(?:${cue}|\[${time}\]|${foot}|${head})`, 'y')

/** End of such a line's beginning, or `at`: the place behind a line break. */
export function behindApparatus(text: string, at: number, to: number): number {
  // Most lines begin with a letter.
  let code = text.charCodeAt(at)
  if (code !== 91 && code !== 32 && code !== 9 && !isDigit(code)) return at
  between.lastIndex = at
  let found = between.exec(text)
  if (!found || between.lastIndex > to) return at
  let { page, next } = found.groups!
  return page === undefined || Number(page) + 1 === Number(next) ? between.lastIndex : at
}
