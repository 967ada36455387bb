import { random } from '../random'

/** Numbers below a bound, and what is drawn with them. */
export interface Dice {
  below: (bound: number) => number
  one: <T>(list: readonly T[]) => T
  /** True in so many of a hundred cases. */
  chance: (percent: number) => boolean
}

export function dice(seed: number): Dice {
  let below = random(seed)
  return { below, one: list => list[below(list.length)], chance: percent => below(100) < percent }
}

let onsets = 'b c d f g h j k l m n p r s t v w z br cr dr fl gr kl pr sk sl st tr th sh'.split(' ')
let vowels = 'a e i o u ai ea ie oa ou'.split(' ')
let codas = ['', '', '', 'l', 'm', 'n', 'r', 's', 't', 'nd', 'rn', 'st', 'ck']

export function inventWord({ one, below }: Dice, syllables = 1 + below(3)): string {
  let word = ''
  for (let i = 0; i < syllables; i++) word += one(onsets) + one(vowels)
  return word + one(codas)
}

export let capital = (word: string) => word[0].toUpperCase() + word.slice(1)

let small =
  `the the the the of of and and to in a a that for on with as by at from its was is were has had not but which this
  over under after before between against during their his her they it an or so more less than two three most`
    .split(/\s+/)
    .filter(Boolean)

let vocabulary = 40_000

/**
 * A language of its own: what its sentences are made of. A word is as frequent as its rank says (Zipf), as in any language, so that
 * a text of 30 KB holds some 1,300 words out of forty thousand.
 */
export function inventLanguage(own: Dice) {
  let words = Array.from({ length: vocabulary }, () => inventWord(own))
  let rare = () => words[Math.floor(vocabulary ** (own.below(1e9) / 1e9)) - 1]
  return {
    /** Words without marks. */
    phrase: (count: number) =>
      Array.from({ length: count }, () => (own.chance(42) ? own.one(small) : rare())).join(' '),
    /** As print has it, with its marks: apostrophes, dashes, now and then a soft hyphen or a no-break space. */
    sentence(count = 8 + own.below(16)): string {
      let parts: string[] = []
      for (let i = 0; i < count; i++) {
        let word = own.chance(42) ? own.one(small) : rare()
        if (i > 0 && i < count - 1) {
          let mark = own.below(100)
          if (mark < 6) word += ','
          else if (mark < 7) word += ' –'
          else if (mark < 8) word += '’s'
          else if (mark < 9) word = `${own.below(90) + 10} ${word}`
          else if (mark < 10 && word.length > 6) word = `${word.slice(0, 3)}\u00ad${word.slice(3)}`
        }
        parts.push(word)
      }
      return `${capital(parts.join(' '))}.`
    }
  }
}

export type Language = ReturnType<typeof inventLanguage>
