import { foldName, namesOf } from '../names'
import { fold, wordHashes } from '../verify'
import type { Workspace } from '../workspace'

/** What a sentence says, to look for in the sources: its own words, and the actors it mentions. */
export interface Ask {
  words: string
  /** Keys. */
  actors: string[]
}

/** One thing that a sentence and a passage may share. */
export interface Term {
  kind: 'actor' | 'date' | 'figure' | 'word'
  /** As shown to a reader. */
  shown: string
  /** Folded, in small letters; any of them stands for it, as whole words. */
  forms: string[]
  /** To ask word filters with, one list for each form. */
  hashes: number[][]
  /** How much more it says than a word that is as rare. */
  boost: number
  /** The actor's key. */
  actor?: string
  /** `-03-12`: as a source's own date ends. */
  day?: string
}

/** A term with what it counts: the more, the rarer it is among the sources. */
export interface Weighed extends Term {
  weight: number
}

/** The terms of a sentence, each once: actors by any of their names, dates, figures, then the words that tell something. */
export function termsOf(workspace: Workspace, ask: Ask): Term[] {
  let rest = { words: ask.words }
  let actors = [...ask.actors, ...actorsIn(workspace, rest)].flatMap(key => actorTerm(workspace, key) ?? [])
  rest.words = fold(rest.words).text
  let terms = [...actors, ...dates(rest), ...figures(rest), ...words(rest)]
  let seen = new Set<string>()
  return terms.filter(({ forms: [form] }) => form && !seen.has(form) && seen.add(form)).slice(0, mostTerms)
}

/** A sentence has few telling words; a page that somebody calls a sentence is cut. */
let mostTerms = 40

function term(kind: Term['kind'], shown: string, forms: string[], boost: number): Term {
  let unique = [...new Set(forms)].filter(Boolean)
  return { kind, shown, forms: unique, hashes: unique.map(wordHashes), boost }
}

function actorTerm(workspace: Workspace, key: string): Term | undefined {
  let actor = workspace.actor(key)
  if (!actor) return undefined
  let names = [...namesOf(actor), ...actor.weakAlias].map(name => fold(name).text.trim().toLowerCase())
  // A person is known by the last name alone once named.
  let last = actor.schema === 'Person' ? (/\s(\p{L}{3,})$/u.exec(names[0] ?? '')?.[1] ?? '') : ''
  return { ...term('actor', actor.name || key, [...names, last], 1.6), actor: key }
}

let named = /\p{Lu}[\p{L}\p{M}.’'-]*(?:\s+(?:(?:of|and|for|the|de|van|von|al)\s+)?\p{Lu}[\p{L}\p{M}.’'-]*)*/gu

// Actors that are named without a mention; a name that several share names none.
function actorsIn(workspace: Workspace, rest: { words: string }): string[] {
  let keys = workspace.derive('actors', keysByName)
  let found: string[] = []
  rest.words = rest.words.replace(named, run => {
    let key = keys.get(foldName(run)) ?? keys.get(foldName(run.replace(/^\p{Lu}\p{L}*\s/u, '')))
    if (key === undefined) return run
    found.push(key)
    return ' '
  })
  return found
}

// Names by which one actor alone is known, folded.
function keysByName(workspace: Workspace): Map<string, string | undefined> {
  let keys = new Map<string, string | undefined>()
  for (let key of workspace.actorKeys())
    for (let name of new Set(namesOf(workspace.actor(key)!).map(foldName)))
      keys.set(name, keys.has(name) ? undefined : key)
  return keys
}

let months = 'january february march april may june july august september october november december'.split(' ')
let month = '(January|February|March|April|May|June|July|August|September|October|November|December)'
let dated = new RegExp(
  `\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${month}\\b|\\b${month} (\\d{1,2})(?:st|nd|rd|th)?\\b(?!,?\\d)|\\b\\d{4}-(\\d\\d)-(\\d\\d)\\b`,
  'g'
)

function dates(rest: { words: string }): Term[] {
  let found: Term[] = []
  rest.words = rest.words.replace(dated, (shown, day1, month1, month2, day2, month3, day3) => {
    let day = Number(day1 ?? day2 ?? day3)
    let at = month3 ? Number(month3) - 1 : months.indexOf((month1 ?? month2).toLowerCase())
    let name = months[at]
    if (!name || day < 1 || day > 31) return shown
    let two = (number: number) => String(number).padStart(2, '0')
    let forms = [`${day} ${name}`, `${name} ${day}`, `${day} ${name.slice(0, 3)}`, `${name.slice(0, 3)} ${day}`]
    found.push({ ...term('date', shown, forms, 1.5), day: `-${two(at + 1)}-${two(day)}` })
    return ' '
  })
  return found
}

// Behind it there may be “bn” or “m”; not a part of a longer one, and a time is one.
let number =
  /(?<![\p{L}\p{N}.,:])\d+(?:[.,:]\d+)*(?: \d{3}(?!\d))*(?=(%| per ?cent\b)?)(?![\p{N}]|[.,:]\d|(?!(?:bn|mn|tn|m|k)(?!\p{L}))\p{L})/gu

function figures(rest: { words: string }): Term[] {
  let found: Term[] = []
  rest.words = rest.words.replace(number, (digits: string, unit: string | undefined) => {
    let plain = digits.replace(/[, ](?=\d{3})/g, '')
    let spaced = (by: string) => plain.replace(/^\d+/, whole => whole.replace(/\B(?=(?:\d{3})+$)/g, by))
    let isYear = /^(?:1[5-9]|20|21)\d\d$/.test(digits)
    // One digit stands everywhere.
    let boost = isYear || (plain.length < 2 && !unit) ? 1 : 2
    found.push(
      term(isYear ? 'date' : 'figure', digits + (unit ?? ''), [digits, plain, spaced(','), spaced(' ')], boost)
    )
    return ' '
  })
  return found
}

let common = new Set(
  `about after again against all also among and another any are because been before being between both but can could did does down
  during each few for from had has have having her here him his how into its just last less made many may more most much next
  nearly nor not now off one only other our out over own part per cent rose said same say says several she should since some still
  such than that the their them then there these they this those three through too two under until upon was were herself himself itself themselves without what when
  where which while who whom whose why will with within would year years yet you fact against judgement`.split(/\s+/)
)

function words({ words }: { words: string }): Term[] {
  let found = words.match(/(?<![\p{L}\p{N}])\p{L}[\p{L}\p{M}]{2,}/gu) ?? []
  return found.flatMap(shown => {
    let small = shown.toLowerCase()
    // A capital inside a sentence is a name's.
    let boost = /^\p{Lu}/u.test(shown) && !words.trimStart().startsWith(shown) ? 1.3 : 1
    return common.has(small) ? [] : term('word', shown, inflected(small), boost)
  })
}

/** English forms of a word, itself first: filters and `indexOf` know whole words only. Of other languages, the word as it stands. */
function inflected(word: string): string[] {
  if (!/^[a-z]{4,}$/.test(word)) return [word]
  let man = /^(.{2,}m)[ae]n$/.exec(word)?.[1]
  if (man) return [word, `${man}an`, `${man}en`]
  let stem = /(?:ie[sd]|y)$/.test(word) ? word.replace(/(?:ie[sd]|y)$/, '') : ''
  if (stem.length > 2) return [word, `${stem}y`, `${stem}ies`, `${stem}ied`, `${stem}ying`]
  let base = word.replace(/(?:(?<=[^s])s|(?<=[sxzh])es|ed|ing)$/, '')
  if (base.length < 3) base = word
  let bare = base.replace(/e$/, '')
  let single = base.replace(/([bdglmnprt])\1$/, '$1')
  return [word, base, `${base}s`, `${bare}ed`, `${bare}ing`, `${bare}e`, `${bare}es`, single]
}
