import type { Actor, Span } from './model'
import { namesIn } from './name-matcher'
import { namesOf } from './names'
import { paragraphAround } from './paragraphs'
import { abroad, english } from './saying'
import { type Captured, findWords, fold, originalEnd, originalStart } from './verify'
import type { Workspace } from './workspace'

/**
 * Direct speech in running text: words in quotation marks beside which stands who said them, “…,” said Ada Vell. Who that is, is inferred
 * from the words around, and always said to be so: an answer is given only where a verb of saying ties one registered name to the marks.
 * The span is what stands between the marks.
 */
export interface Speech extends Span {
  /** The actor's key. */
  actor: string
}

// How far a paragraph is looked at on either side, so that any text costs little.
let reach = 2000

/** Every stretch of direct speech of a known speaker in the paragraph that holds the span, in the order of the text. */
export function speechesAround(workspace: Workspace, own: Captured, span: Span): Speech[] {
  let { from, text } = paragraphAround(own, span, reach)
  return spoken(workspace, own, text).map(found => ({ ...found, from: from + found.from, to: from + found.to }))
}

/** The direct speech in which all of the span stands. */
export function speechAt(workspace: Workspace, own: Captured, span: Span): Speech | undefined {
  // With or without the marks.
  return speechesAround(workspace, own, span).find(({ from, to }) => from - 1 <= span.from && span.to <= to + 1)
}

/** Whether the span stands between quotation marks, whoever is quoted. */
export function isQuotedAt(own: Captured, span: Span): boolean {
  let paragraph = paragraphAround(own, span, reach)
  let [from, to] = [span.from - paragraph.from, span.to - paragraph.from]
  return [...paragraph.text.matchAll(marked)].some(({ 0: all, index }) => index <= from && to <= index + all.length)
}

/** The actor's direct speech in a source, around the first places that name the actor. */
export function speechesOf(workspace: Workspace, own: Captured, actor: Actor): Speech[] {
  let folded = own.folded()
  let surname = surnameOf(actor)
  let names = [...namesOf(actor), ...actor.weakAlias, ...(surname ? [surname] : [])].map(name => fold(name).text.trim())
  let found = new Map<number, Speech>()
  let seen = -1
  let places = [...new Set(names)].flatMap(name => findWords(folded.text, name, 12)).sort((a, b) => a.from - b.from)
  for (let place of places) {
    // Most paragraphs name somebody, and let nobody speak.
    if (!hasVerb.test(folded.text.slice(Math.max(0, place.from - 60), place.to + 100))) continue
    let span = { from: originalStart(folded, place.from), to: originalEnd(folded, place.to) }
    if (span.from < seen) continue
    for (let speech of speechesAround(workspace, own, span)) {
      if (speech.actor === actor.key) found.set(speech.from, speech)
      seen = Math.max(seen, speech.to)
    }
  }
  return [...found.values()]
}

let verbs = [english, ...abroad].join('|')
let hasVerb = new RegExp(`(?<!\\p{L})(?:${verbs}|[Aa]ccording to)(?!\\p{L})`, 'u')
// “told Ada Vell” names who was spoken to.
let before = new RegExp(
  `^[\\s,—–-]{0,4}(?:(?:(?:s['’]est|a|ha) )?(?:${verbs.replace('told|tells|', '')})|according to)((?:\\s+[\\p{L}\\p{M}’'.-]+,?){0,7}\\s+)$`,
  'u'
)
let titled = /^[\s,—–-]{0,4}((?:[\p{L}\p{M}’'.-]+\s+){0,6})$/u
// What may stand between a name and the verb: “, the pilot,”, “of the guild”, “also”.
let behind = new RegExp(
  `^(?:,[^,.;:\\0]{1,80},|\\s(?:of|from|at)\\s[^,.;:\\0]{1,60}?)?\\s+(?:(?:also|then|later|once|has|had|\\p{L}{2,12}ly)\\s+){0,2}(?:${verbs})(?!\\p{L})`,
  'u'
)
// “the daughter of Ada Vell”, “a spokesman for Orr”: the name is not the speaker's.
let belongs = /(?:^|\s)(?:of|to|about|with|for|by|from|than|that|and|or|on|against|after|before)\s+$/i
let lead = new RegExp(
  `(?:${verbs}|call(?:s|ed|ing)?|describ\\p{L}+|accus\\p{L}+|quot\\p{L}+|nam(?:es|ed)|titled|headlined)(?!\\p{L})`,
  'u'
)
let marked =
  /“([^“”]{2,1500})”|„([^„“”]{2,1500})[“”]|«([^«»]{2,1500})»|"([^"]{2,1500})"|(?<![\p{L}\p{N}])[‘']((?=\S)[^‘\n]{2,1000}?[,.?!…])['’](?![\p{L}\p{N}])/gu

// Offsets are those of the paragraph.
function spoken(workspace: Workspace, own: Captured, text: string): Speech[] {
  let quoted: Span[] = []
  let bare = text.replace(marked, (all, ...groups) => {
    let from = groups[groups.length - 2] as number
    quoted.push({ from, to: from + all.length })
    return '\0'.repeat(all.length)
  })
  if (quoted.length === 0 || !hasVerb.test(bare)) return []
  let names = speakersIn(workspace, own, bare)
  let found: Speech[] = []
  let last: { actor: string; to: number } | undefined
  for (let [index, { from, to }] of quoted.entries()) {
    let next = quoted[index + 1]?.from ?? text.length
    let isEnded = /[,.?!…—–-]$/.test(text.slice(from + 1, to - 1)) || /^\s?[,—–-]/.test(text.slice(to, to + 2))
    let tag = (isEnded ? tagBehind(bare, names, to, next) : undefined) ?? tagBefore(bare, names, from)
    // “…,” said Vell on Friday. “…”
    if (!tag && last && /^[^.!?:\0]{0,60}[.,]?\s+$/.test(bare.slice(last.to, from)))
      tag = { actor: last.actor, from, to }
    last = tag && { actor: tag.actor, to: Math.max(to, tag.to) }
    if (tag) found.push({ actor: tag.actor, from: from + 1, to: to - 1 })
  }
  return found
}

interface Named extends Span {
  actor: string
}

// Speech that is told of behind it ends with a comma or its own stop: “Never,” she said; a word in marks does not.
function tagBehind(bare: string, names: Named[], at: number, next: number): Named | undefined {
  for (let name of names) {
    if (name.from < at || name.from > at + 120 || name.to > next) continue
    let between = bare.slice(at, name.from)
    if (/^['’]s(?!\p{L})/u.test(bare.slice(name.to, name.to + 3))) continue
    let said = before.exec(between)
    if (said && !belongs.test(said[1].replace(/^\s+/, ' '))) return name
    let verb = titled.test(between) && !belongs.test(between) ? behind.exec(bare.slice(name.to, next)) : null
    // What ends with a colon belongs to the words behind it.
    if (verb && !/^[^.;\0]{0,60}:\s*$/.test(bare.slice(name.to + verb[0].length, next)))
      return { ...name, to: name.to + verb[0].length }
  }
  return undefined
}

function tagBefore(bare: string, names: Named[], at: number): Named | undefined {
  let name = names.findLast(name => name.to <= at && name.from > at - 240)
  if (!name || belongs.test(bare.slice(Math.max(0, name.from - 12), name.from))) {
    return name && /according to\s+$/i.test(bare.slice(Math.max(0, name.from - 16), name.from)) ? name : undefined
  }
  let verb = behind.exec(bare.slice(name.to, at))
  let rest = verb ? bare.slice(name.to + verb[0].length, at) : undefined
  if (rest === undefined || rest.length > 80 || /[.!?;]\s|\0/.test(rest) || lead.test(rest)) return undefined
  return name
}

// Names of one actor each. A surname alone stands for who is named in full in the same text.
function speakersIn(workspace: Workspace, own: Captured, bare: string): Named[] {
  let found: Named[] = namesIn(workspace, bare).flatMap(({ from, to, keys }) =>
    keys.length === 1 ? { from, to, actor: keys[0] } : []
  )
  let surnames = workspace.derive('names', bySurname)
  for (let { 0: word, index } of bare.matchAll(/\p{Lu}[\p{L}\p{M}]+(?:-\p{Lu}[\p{L}\p{M}]+)*/gu)) {
    let keys = surnames.get(word)
    if (!keys || found.some(name => name.from <= index && index < name.to)) continue
    let named = keys.filter(key => isNamed(workspace, own, workspace.actor(key)!))
    if (named.length === 1) found.push({ from: index, to: index + word.length, actor: named[0] })
  }
  return found.sort((a, b) => a.from - b.from)
}

function isNamed(workspace: Workspace, own: Captured, actor: Actor): boolean {
  let known = workspace.known('actors', namedIn)
  let names = known.get(own)
  if (!names) known.set(own, (names = new Map()))
  let isNamed = names.get(actor.key)
  if (isNamed === undefined) {
    isNamed = namesOf(actor).some(name => findWords(own.folded().text, fold(name).text.trim(), 1).length > 0)
    names.set(actor.key, isNamed)
  }
  return isNamed
}
let namedIn = () => new WeakMap<Captured, Map<string, boolean>>()

function surnameOf({ schema, name }: Actor): string | undefined {
  return schema === 'Person' ? / (\p{Lu}[\p{L}\p{M}-]+)$/u.exec(name)?.[1] : undefined
}

/** Actors by the last word of a person's name. To be derived from `names`. */
function bySurname(workspace: Workspace): Map<string, string[]> {
  let found = new Map<string, string[]>()
  for (let key of workspace.actorKeys()) {
    let surname = surnameOf(workspace.actor(key)!)
    if (!surname) continue
    let keys = found.get(surname)
    if (keys) keys.push(key)
    else found.set(surname, [key])
  }
  return found
}
