import type { Actor, Span } from './model'
import { namesOf } from './names'
import type { Workspace } from './workspace'

/** A name found in a text, and the actors who bear it. */
export interface NameFound extends Span {
  keys: string[]
  /** Of which kind the name is: one too general to stand alone, or one that is wrong. */
  kind: 'name' | 'weak' | 'misspelling'
  words: string
}

interface Matcher {
  /** By name as `plain` writes it. */
  names: Map<string, { keys: string[]; kind: NameFound['kind'] }>
  /** By a name's first word: in how many words names go on from it, the longest first. */
  lengths: Map<string, number[]>
}

let word = /[\p{L}\p{M}\p{N}]+/gu
let mostWords = 12
// A person of this name is linked by hand: in a text it is mostly the month or the day.
let calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{Ll}{2,6}day)$/u

/** All names of all actors. To be derived from `actors`. */
function matcherOf(workspace: Workspace): Matcher {
  let matcher: Matcher = { names: new Map(), lengths: new Map() }
  let add = (name: string, key: string, kind: NameFound['kind']) => {
    let words: string[] = name.match(word) ?? []
    // What is written small throughout is a word like any other.
    if (words.length === 0 || words.length > mostWords || (name === name.toLowerCase() && /\p{Ll}/u.test(name))) return
    if (words.length === 1 && calendar.test(name)) return
    let id = plain(name)
    let known = matcher.names.get(id)
    if (!known) matcher.names.set(id, { keys: [key], kind })
    // A right name of somebody is no misspelling of another.
    else if (known.kind === kind && !known.keys.includes(key)) known.keys.push(key)
    let counts = matcher.lengths.get(words[0])
    if (!counts) matcher.lengths.set(words[0], [words.length])
    else if (!counts.includes(words.length)) counts.push(words.length)
  }
  let actors = [...workspace.actorKeys()].map(key => workspace.actor(key) as Actor)
  for (let actor of actors) for (let name of namesOf(actor)) add(name, actor.key, 'name')
  for (let actor of actors) for (let name of actor.weakAlias) add(name, actor.key, 'weak')
  for (let actor of actors) for (let name of actor.misspelling) add(name, actor.key, 'misspelling')
  for (let counts of matcher.lengths.values()) counts.sort((a, b) => b - a)
  return matcher
}

/**
 * Every registered name in a text, in one pass over its words: of several that begin at one place the longest, and none inside another.
 * Names are compared letter by letter, but for white space and the kind of apostrophe.
 */
export function* namesIn(workspace: Workspace, text: string): Iterable<NameFound> {
  let { names, lengths } = workspace.derive('actors', matcherOf)
  if (names.size === 0) return
  let words = [...text.matchAll(word)]
  for (let at = 0; at < words.length; at++) {
    for (let count of lengths.get(words[at][0]) ?? []) {
      let last = words[at + count - 1]
      if (!last) continue
      let span = { from: words[at].index, to: last.index + last[0].length }
      let found = names.get(plain(text.slice(span.from, span.to)))
      if (!found || !isAlone(text, span)) continue
      yield { ...span, ...found, words: text.slice(span.from, span.to) }
      at += count - 1
      break
    }
  }
}

// From the first to the last letter, as `word` sees them.
function plain(name: string): string {
  let trimmed = name.replace(/^[^\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N}]+$/gu, '')
  return trimmed.replace(/\s+/g, ' ').replace(/[’ʼ`]/g, "'")
}

// Not a part of a compound, an address or a handle: Arven-based, arven.example.
function isAlone(text: string, { from, to }: Span): boolean {
  return (
    !/[\p{L}\p{N}][-–]?$|[@/#_\\-]$/u.test(text.slice(Math.max(0, from - 2), from)) &&
    !/^(?:[-/_@]|\.)[\p{L}\p{N}]/u.test(text.slice(to, to + 2))
  )
}
