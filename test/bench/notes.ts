import type { BenchActor } from './actors'
import { type BenchSource, isoDate } from './sources'
import { capital, type Dice, type Language } from './words'

/** What notes are made of. */
export interface World {
  own: Dice
  language: Language
  actors: BenchActor[]
  sources: BenchSource[]
  /** Paths of the notes that may be linked to, from one note's folder. */
  others: string[]
}

/** A note of about `size` characters. */
export function inventNote(world: World, size: number): string {
  let { own, language } = world
  let date = isoDate(own, 2031)
  let text = `---
title: ${capital(language.phrase(6))}
date: ${date}
as-of: ${date}
status: ${own.chance(30) ? 'final' : 'draft'}
profile: icd203
---

# Key judgements

Judgement: @${own.one(world.actors).key} is likely to ${language.phrase(9)}. {#kj1 by=2032-0${1 + own.below(9)}-01}
- Because: ${language.phrase(8)}. {confidence=${own.one(['low', 'moderate', 'high'])}}
- For: ${language.phrase(9)} [^${own.one(world.sources).key}].
- Alternative: ${language.phrase(7)}.
- Against: ${language.phrase(6)} [^${own.one(world.sources).key}, @${own.one(world.actors).key}].

Gap: ${capital(language.phrase(7))}.
`
  while (text.length < size) {
    text += `\n# ${capital(language.phrase(4))}\n`
    for (let i = 0; i < 3 && text.length < size; i++) text += `\n${paragraph(world)}\n`
  }
  return text
}

function paragraph(world: World): string {
  let sentences = Array.from({ length: 3 + world.own.below(3) }, () => sentence(world))
  return fill(sentences.join(' '))
}

function sentence(world: World): string {
  let { own, language } = world
  let kind = own.below(100)
  if (kind < 30) return quotation(world)
  if (kind < 55) return `${language.sentence().slice(0, -1)} [^${own.one(world.sources).key}, p. ${1 + own.below(9)}].`
  if (kind < 75) return `@${own.one(world.actors).key} ${language.phrase(8)} [^${own.one(world.sources).key}].`
  if (kind < 82) return `See [${language.phrase(3)}](${own.one(world.others)}#kj1) for the rest.`
  return language.sentence()
}

// Most writers copy the words; some type them anew with other marks, a few get a word or the source wrong, or give none.
function quotation(world: World): string {
  let { own, language } = world
  let source = own.one(world.sources)
  let words = own.one(source.passages)
  let said = own.below(100)
  if (said < 25) words = words.replaceAll('’', "'").replaceAll('–', '-').replaceAll('\u00ad', '')
  else if (said < 27) words = words.replace(/ (\S+)$/, ` ${language.phrase(1)}`)
  let key = said >= 98 ? own.one(world.sources).key : source.key
  let cited = said >= 27 && said < 29 ? '' : ` [^${key}]`
  return `@${own.one(world.actors).key} said that “${words}”${cited}.`
}

// Broken at about 110 columns, as editors that wrap do, so that words are found across lines.
function fill(text: string): string {
  let lines = ['']
  for (let word of text.split(' ')) {
    let last = lines.length - 1
    if (lines[last].length + word.length > 110) lines.push(word)
    else lines[last] += (lines[last] && ' ') + word
  }
  return lines.join('\n')
}
