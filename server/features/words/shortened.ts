/** Words on one line, cut behind a word where they are longer than `most`. Cuts no character in two. */
export function shortened(words: string, most: number): string {
  let plain = words.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  let cut = plain.slice(0, most - 1).replace(/[\uD800-\uDBFF]$/, '')
  let space = cut.lastIndexOf(' ')
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`
}

/** The same, cut before a word: what stands at the end is kept. */
export function shortenedBefore(words: string, most: number): string {
  let plain = words.replace(/\s+/g, ' ').trim()
  if (plain.length <= most) return plain
  let cut = plain.slice(1 - most).replace(/^[\uDC00-\uDFFF]/, '')
  let space = cut.indexOf(' ')
  return `…${space >= 0 && space < most / 2 ? cut.slice(space + 1) : cut}`
}
