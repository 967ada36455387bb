import type { BenchActor } from './actors'
import { capital, type Dice, inventWord, type Language } from './words'

export interface BenchSource {
  key: string
  /** Passages of it that notes may quote, as they are printed. */
  passages: string[]
}

let kinds = ['reporting', 'reporting', 'opinion', 'analysis', 'official', 'data']
let sayings = ['said', 'added', 'argued', 'warned', 'told reporters']

/** A captured text of about `size` characters; every fourth is an interview. */
export function inventSource(own: Dice, language: Language, index: number, actors: BenchActor[], size: number) {
  let isInterview = index % 4 === 3
  let key = `${inventWord(own, 2)}-${String(index).padStart(4, '0')}`
  let people = [own.one(actors), own.one(actors)]
  let date = isoDate(own, 2030)
  let head = [
    '---',
    `type: ${isInterview ? 'interview' : 'article-newspaper'}`,
    `title: ${capital(language.phrase(7))}`,
    `author: ${own.one(actors).name}`,
    `container-title: The ${capital(inventWord(own))} ${capital(inventWord(own))}`,
    `issued: ${date}`,
    `accessed: ${date}`,
    `URL: https://${inventWord(own)}.example/${key}`,
    'language: en',
    `kind: ${isInterview ? 'interview' : own.one(kinds)}`,
    `reliability: ${own.one(['A', 'B', 'B', 'C'])}`
  ]
  if (own.chance(20)) head.push(`origin: event-${own.below(200)}`)
  let labels = people.map(person => person.name.split(' ')[1])
  if (isInterview) head.push('speakers:', ...people.map(({ key }, at) => `  ${labels[at]}: ${key}`))
  let source: BenchSource = { key, passages: [] }
  let text = `${head.join('\n')}\n---\n\n`
  for (let paragraph = 0; text.length < size; paragraph++) {
    if (paragraph % 6 === 0 && index % 3 === 0) text += `<!-- p. ${paragraph / 6 + 1} -->\n\n`
    let sentences = Array.from({ length: 3 + own.below(4) }, () => language.sentence())
    if (own.chance(40)) source.passages.push(passageOf(own, own.one(sentences)))
    // One actor is named everywhere.
    if (paragraph === 2) sentences.push(`${actors[0].name} was not asked.`)
    if (isInterview) text += `${labels[paragraph % 2]}: `
    else if (own.chance(25)) {
      let quoted = language.sentence()
      source.passages.push(passageOf(own, quoted))
      sentences.push(`“${quoted.slice(0, -1)},” ${own.one(people).name} ${own.one(sayings)}.`)
    }
    text += `${sentences.join(' ')}\n\n`
  }
  return { source, file: [`sources/${key}.source.md`, text] as [string, string] }
}

// Five to fifteen words out of a sentence.
function passageOf(own: Dice, sentence: string): string {
  let words = sentence.slice(0, -1).split(' ')
  let count = Math.min(words.length, 5 + own.below(11))
  let from = own.below(words.length - count + 1)
  return words
    .slice(from, from + count)
    .join(' ')
    .replace(/^[–,]\s*|[\s,–]+$/g, '')
}

export function isoDate(own: Dice, year: number): string {
  let two = (number: number) => String(number).padStart(2, '0')
  return `${year}-${two(1 + own.below(12))}-${two(1 + own.below(28))}`
}
