// A figure of four digits and more, grouped or not: 5000, 5 000, 5,000, 5.000, 5'000.
let figure = /(?<![\d\p{L}]|\d[.,'])(?:\d{1,3}(?:([ ,.'])\d{3})(?:\1\d{3})*|\d{4,})(?![\d\p{L}])/gu

/** What a text sets between the digits of one figure, as far as it shows that: `point`, if 1,5 is a fraction there. */
export type Grouping = 'comma' | 'point' | 'both' | undefined

export function groupingIn(text: string): Grouping {
  let comma = /(?<![\d.,])\d{1,3}(?:,\d{3}){2,}(?!\d)|\d\.\d{1,2} ?(?:%|\p{L}{2})/u.test(text)
  let point = /(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d,\d{1,2} ?(?:%|\p{L}{2})/u.test(text)
  return comma && point ? 'both' : comma ? 'comma' : point ? 'point' : undefined
}

/** Whether folded words hold a figure that may be grouped in another way. */
export function hasFigures(words: string): boolean {
  return words.search(figure) >= 0
}

/** A pattern's source for the folded words in which each figure is to be found however it is grouped; `between` makes the rest. */
export function withFigures(words: string, between: (words: string) => string): string {
  let out = ''
  let at = 0
  for (let { 0: own, index } of words.matchAll(figure)) {
    let digits = own.replace(/\D/g, '')
    out += `${between(words.slice(at, index))}${digits.replace(/(?<=\d)(?=(?:\d{3})+$)/g, "[ ,.']?")}`
    at = index + own.length
  }
  return out + between(words.slice(at))
}

/**
 * Whether the figures of two folded texts that are the same but for these are the same. One point or comma before three digits groups
 * them, or begins a fraction: it counts as grouping only where the source's own figures say so, a comma also where they say nothing.
 */
export function sameFigures(written: string, source: string, grouping: Grouping): boolean {
  let [ours, theirs] = [written, source].map(text => [...text.matchAll(figure)])
  return (
    ours.length === theirs.length &&
    ours.every((own, k) => {
      let other = theirs[k]
      if (own[0] === other[0]) return true
      return [own, other].every(match => isGrouped(match, grouping))
    })
  )
}

function isGrouped({ 0: own, 1: sign, index, input }: RegExpMatchArray, grouping: Grouping): boolean {
  if (own[0] === '0') return false
  if (sign !== ',' && sign !== '.') return true
  let groups = own.split(sign).length - 1
  let after = input!.slice(index! + own.length)
  if (groups > 1 || (sign === ',' ? /^\.\d/ : /^,\d/).test(after)) return true
  return sign === ',' ? grouping === 'comma' || grouping === undefined : grouping === 'point'
}
