import { abroad, english, french } from '../../saying'
import type { Unread } from '.'
import { spansOf } from './signs'

let verb = `(?:${[english, ...abroad].join('|')})(?!\\p{L})`

let blank = '[ \\t\\u00a0\\u202f]'
// Where a line of a paragraph is wrapped, and no other speaker begins.
let wrap = '\\r?\\n(?![\\s–—―-])'
// Behind a dash: —dijo Orr—, – сказал он, –
let saidBehindDash = `(?:[–—―]|--|-(?=\\s))\\s?${verb}`
let dashed = new RegExp(
  `[,.]?(?<![\\s–—―-])\\s{0,2}${saidBehindDash}(?:[^–—―«»"“”„\\n]|${wrap}){0,70}?[,.]?${blank}?(?:[–—―]|--|(?<=\\s)-(?=\\s))[,.]?${blank}?\\n?`,
  'giu'
)
// Between two pairs of marks, where the sentence goes on: ,” said Vell, “and
let between = `[,.]?\\s{0,2}((?:[^"„“”«»‘.!?;:\\n]|${wrap}){2,80}),?\\s{1,2}["„“«‘']`
let marked = new RegExp(`,?(?:${blank}?»|["”“]|(?<=,)['’]|['’](?=,))${between}${blank}?(?=\\p{Ll}|\\p{Lo})`, 'giu')
// French sets nothing but commas: «…, affirme M. Orr, …», «…, a-t-elle dit, …»
let inverted = new RegExp(
  `,\\s(?:a-t-(?:il|elle|on)\\s(?:${french})|(?:${french})(?:-t)?-(?:il|elle|on)|(?:${french}|a (?:${french}))\\s(?:M\\.|Mme|Mlle|le|la|l['’]|\\p{Lu}))(?!-)[^,.!?;:«»"“”\\n]{0,60},\\s`,
  'gu'
)
// What a match of the first two holds, sought from a sign that is rare: of most texts it tells sooner that there is none.
let hints = { dashed: new RegExp(saidBehindDash, 'iu'), marked: new RegExp(`[»"”“'’]${between}`) }
let said = new RegExp(`(?<!\\p{L})${verb}`, 'giu')

/**
 * Who says it, where that stands inside the direct speech: the speaker's words go on behind it, and it is the reporter's, with the comma or
 * full stop beside it. Inside one pair of marks or behind one dash it may end a sentence; between two pairs only where
 * the sentence goes on, in small letters: what a second pair begins anew may have been said at another time.
 */
export function* attributions(text: string, from: number): Generator<Unread & { isDashed: boolean }> {
  for (let [pattern, hint] of patterns) {
    if (hint && !hint.test(text)) continue
    for (let own of spansOf(text, from, pattern)) {
      // One verb says it; with two, somebody else may be speaking already.
      if (pattern === marked && own.match[1].match(said)?.length !== 1) continue
      if (pattern === marked && own.match[1].split(/\s+/).length > 9) continue
      yield { from: own.from, to: own.to, joins: true, isDashed: pattern === dashed }
    }
  }
}
let patterns: [RegExp, RegExp?][] = [[dashed, hints.dashed], [marked, hints.marked], [inverted]]
