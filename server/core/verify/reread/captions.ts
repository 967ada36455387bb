import type { Unread } from '.'
import { spansOf } from './signs'

// Emphasis, colours, and the time of each word; a voice (<v Orr>) says who speaks and stays.
let tag = /<(?:\/?(?:c|i|b|u|font|ruby|rt|lang)(?=[\s.>])[^<>\n]{0,60}|\d{1,2}:[\d:.]{4,12})>|\{\\[^{}\n]{1,30}\}/g
let cue = /^(?:\d{1,2}:)?\d{1,2}:\d\d[.,]\d{1,3}[ \t]*-->/

/**
 * What captions write beside the words, where a text has any: marks inside a line, noises ([gulls crying]), and the lines of the last cue that a
 * rolling one repeats.
 */
export function* captions(text: string, from: number): Generator<Unread> {
  if (!text.includes('-->', from) || !/\d[.,]\d{1,3}[ \t]*-->/.test(text)) return
  yield* spansOf(text, from, tag)
  let last: string[] = []
  let lines: (Unread & { words: string })[] = []
  let finish = function* () {
    let most = Math.min(last.length, lines.length)
    while (most > 0 && !lines.slice(0, most).every(({ words }, k) => words === last[last.length - most + k])) most--
    for (let { from, to } of lines.slice(0, most)) yield { from, to }
    if (lines.length > 0) last = lines.map(own => own.words)
    lines = []
  }
  for (let at = from; at < text.length; ) {
    let end = text.indexOf('\n', at)
    if (end < 0) end = text.length
    let line = text.slice(at, end)
    let words = line.replace(tag, '').trim()
    if (cue.test(words)) yield* finish()
    else if (/^[-–—]?\s?[[(♪][^[\]()\n]{1,60}[\])♪]$/.test(words)) yield { from: at, to: end }
    else if (words !== '' && !/^\d{1,5}$/.test(words)) lines.push({ from: at, to: end, words })
    at = end + 1
  }
  yield* finish()
}
