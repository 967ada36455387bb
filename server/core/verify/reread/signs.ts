import type { Unread } from '.'

/** The spans of a pattern's matches behind an offset. */
export function* spansOf(text: string, from: number, pattern: RegExp): Generator<Unread & { match: RegExpExecArray }> {
  pattern.lastIndex = from
  for (let match = pattern.exec(text); match; match = pattern.exec(text))
    yield { from: match.index, to: match.index + match[0].length, match }
}

// Those that forbid or deny are part of what is said.
let picture =
  /(?![©®™ℹ‼⁉🚫❌⛔✖❎👎🙅📵🚭🚳🚷])(?:\p{Extended_Pictographic}|\p{Regional_Indicator}|[\u{1f3fb}-\u{1f3ff}])[\ufe0e\ufe0f\u200d]*/gu

export function* pictures(text: string, from: number): Generator<Unread> {
  if (/[\u203c-\u3299\ud83c-\ud83e]/.test(text)) yield* spansOf(text, from, picture)
}

/** Marks before the items of a list; a dash may stand for somebody who speaks. */
export function* bullets(text: string, from: number): Generator<Unread> {
  if (/[•◦▪●‣∙]/.test(text)) yield* spansOf(text, from, /^[ \t]*[•◦▪●‣∙][ \t\u00a0]*/gm)
}

/** Arabic's and Hebrew's signs for vowels, which most texts leave out. */
export function* vowelSigns(text: string, from: number): Generator<Unread> {
  yield* spansOf(text, from, /[\u064b-\u0652\u0670\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]+/g)
}

// Blanks that one house sets and another does not: before a stop, as France does and old prints and scans do, behind an opening bracket,
// between initials; and a line that breaks in a script without blanks.
let set =
  /(?<![ \t\u00a0\u202f])[ \t\u00a0\u202f]{1,4}(?=[,;:!?)]{1,4}(?:[\s"'”’»]|$)|\.(?:[\s"'”’»](?!\s?[.…])|$))|(?<=\()[ \t\u00a0]{1,4}|(?<=(?<![\p{L}\p{N}])\p{L}\.)[ \u00a0](?=\p{L}\.)|(?<=[\u2e80-\u30ff\u3400-\u9fff\uff00-\uffef])\s+(?=[\u2e80-\u30ff\u3400-\u9fff\uff00-\uffef])/gu

// What is told sooner of most texts: that there is none.
let maybeSet =
  /[,;:!?).](?<=[ \t\u00a0\u202f].)|\([ \t\u00a0]|\.[ \u00a0]\S{1,2}\.|[\u2e80-\u30ff\u3400-\u9fff\uff00-\uffef]\s/

export function* spacing(text: string, from: number): Generator<Unread> {
  if (!maybeSet.test(text)) return
  for (let own of spansOf(text, from, set))
    if (!/[.…]\s*$/.test(text.slice(Math.max(0, own.from - 2), own.from)) || text[own.to] !== '.') yield own
}

// The figures of other scripts, Latin signs as wide as Chinese ones, and the stops that Japan sets in two ways.
let wide = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\uff01-\uff5e、。]/g
let stops: { [sign: string]: string | undefined } = { '、': ',', '。': '.' }
let zeros = [0x660, 0x6f0, 0x966]

export function plainDigits(text: string): string {
  return text.replace(wide, sign => {
    if (stops[sign]) return stops[sign]
    let code = sign.charCodeAt(0)
    let zero = zeros.findLast(zero => zero <= code)!
    return code > 0xff00 ? String.fromCharCode(code - 0xfee0) : `${code - zero}`
  })
}
