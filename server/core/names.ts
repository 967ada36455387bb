import type { Actor } from './model'

/** The names by which an actor is known on sight, the main one first; not those too general to stand for it alone. */
export function namesOf(actor: Actor): string[] {
  return [...new Set([actor.name, ...actor.alias, ...actor.previousName])].filter(name => name !== '')
}

/** All that a value derived from `names` may look at of an actor: as long as this is what it was, for all actors, so is the value. */
export function namedAs(actor: Actor): unknown[] {
  let { key, schema, name, alias, previousName, weakAlias, misspelling, wikidataId, positions } = actor
  let titles = positions.map(({ title }) => title)
  return [key, schema, name, alias, previousName, weakAlias, misspelling, titles, wikidataId]
}

// Letters that Unicode does not take apart into a base letter and a mark.
let letters: { [letter: string]: string } = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ŋ: 'n'
}

/** A name as people type it in a hurry: small letters without diacritics, one space for whatever stands between words. */
export function foldName(name: string): string {
  let small = name.toLowerCase()
  if (/^[a-z\d ]*$/.test(small)) return small.trim().replace(/ {2,}/g, ' ')
  return small
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßæœøđðþłħıŋ]/g, letter => letters[letter])
    .replace(/['’ʼ`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
