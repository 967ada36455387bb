import { proseIn } from './claims'
import type { Actor, Note, Span } from './model'
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
  /** Finds where a word may begin as names do; and 1 for the shape of each first word: most words of a text are passed over by theirs. */
  starts: RegExp
  shapes: Uint8Array
  fold: (name: string) => string
}

let mostWords = 12
// A person of this name is linked by hand: in a text it is mostly the month or the day.
let calendar =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|\p{Lu}\p{Ll}{2,6}day)$/u

/** All names of all actors. To be derived from `names`. */
let asWritten = (name: string) => name
let exactMatcher = (workspace: Workspace) => matcherOf(workspace, asWritten)
let anyCaseMatcher = (workspace: Workspace) => matcherOf(workspace, name => name.toLowerCase())

/** @param fold makes equal what is to be found as one */
function matcherOf(workspace: Workspace, fold: Matcher['fold']): Matcher {
  let matcher: Matcher = {
    names: new Map(),
    lengths: new Map(),
    starts: /(?!)/g,
    shapes: new Uint8Array(1 << 15),
    fold
  }
  let starts = new Set<string>()
  // Words that differ in capitals may differ in shape.
  if (fold !== asWritten) matcher.shapes.fill(1)
  let add = (name: string, key: string, kind: NameFound['kind']) => {
    let words = wordsOf(name)
    // What is written small throughout is a word like any other.
    if (words.length === 0 || words.length > mostWords || (name === name.toLowerCase() && /\p{Ll}/u.test(name))) return
    if (words.length === 1 && calendar.test(name)) return
    let id = fold(plain(name))
    let known = matcher.names.get(id)
    if (!known) matcher.names.set(id, { keys: [key], kind })
    // A right name of somebody is no misspelling of another.
    else if (known.kind === kind && !known.keys.includes(key)) known.keys.push(key)
    for (let start of fold === asWritten ? [words[0]] : [words[0].toLowerCase(), words[0].toUpperCase()])
      starts.add(`\\u${start.charCodeAt(0).toString(16).padStart(4, '0')}`)
    matcher.shapes[shapeOf(words[0], 0, words[0].length)] = 1
    let first = fold(words[0])
    let counts = matcher.lengths.get(first)
    if (!counts) matcher.lengths.set(first, [words.length])
    else if (!counts.includes(words.length)) counts.push(words.length)
  }
  let actors = workspace.actorKeys().map(key => workspace.actor(key) as Actor)
  for (let actor of actors) for (let name of namesOf(actor)) add(name, actor.key, 'name')
  for (let actor of actors) for (let name of actor.weakAlias) add(name, actor.key, 'weak')
  for (let actor of actors) for (let name of actor.misspelling) add(name, actor.key, 'misspelling')
  for (let counts of matcher.lengths.values()) counts.sort((a, b) => b - a)
  if (starts.size > 0) matcher.starts = new RegExp(`(?<![A-Za-z0-9])[${[...starts].join('')}]`, 'g')
  return matcher
}

/**
 * The registered names in each of a note's sentences, by the sentence's index; worked out once for all that ask.
 *
 * @param path of the note: its options say whether capitals count
 */
export function namesInNote(workspace: Workspace, note: Note, path: string): (readonly NameFound[])[] {
  // Another one after each change of what the names depend on.
  let version = workspace.known(['names', 'config'], newVersion)
  let known = workspace.ofNote(note, names, (): { version?: object; found: (readonly NameFound[])[] } => ({
    found: []
  }))
  if (known.version !== version) {
    let anyCase = workspace.optionsFor(path).names.case === 'any'
    known.version = version
    known.found = proseIn(workspace, note).map(words => namesIn(workspace, words, anyCase))
  }
  return known.found
}
let names = Symbol('names')
let newVersion = () => ({})

/**
 * Every registered name in a text, in one pass over its words: of several that begin at one place the longest, and none inside another.
 * Names are compared letter by letter, but for white space and the kind of apostrophe, and with `anyCase` for capitals.
 */
export function namesIn(workspace: Workspace, text: string, anyCase = false): readonly NameFound[] {
  return findNames(workspace.derive('names', anyCase ? anyCaseMatcher : exactMatcher), text)
}

function findNames(matcher: Matcher, text: string): NameFound[] {
  let { starts, shapes } = matcher
  let all: NameFound[] = []
  starts.lastIndex = 0
  while (starts.test(text)) {
    let from = starts.lastIndex - 1
    if (from > 0 && isWord(text.charCodeAt(from - 1))) continue
    let to = wordEnd(text, from)
    let found = shapes[shapeOf(text, from, to)] === 1 ? longestAt(matcher, text, from, to) : undefined
    if (found) all.push(found)
    starts.lastIndex = found?.to ?? Math.max(to, from + 1)
  }
  return all
}

// The first and the last letter and the length of a word, in 15 bits.
let shapeOf = (text: string, from: number, to: number) =>
  ((text.charCodeAt(from) & 31) << 10) | ((text.charCodeAt(to - 1) & 31) << 5) | ((to - from) & 31)

function longestAt({ names, lengths, fold }: Matcher, text: string, from: number, to: number): NameFound | undefined {
  let counts = lengths.get(fold(text.slice(from, to)))
  if (!counts) return undefined
  let ends = [to]
  for (let at = to; ends.length < counts[0]; ends.push(at)) {
    let next = wordStart(text, at)
    if (next === text.length) break
    at = wordEnd(text, next)
  }
  for (let count of counts) {
    let end = ends[count - 1]
    let words = text.slice(from, end)
    let found = end === undefined ? undefined : names.get(fold(plain(words)))
    if (found && isAlone(text, { from, to: end })) return { from, to: end, ...found, words }
  }
  return undefined
}

function wordsOf(name: string): string[] {
  let words: string[] = []
  for (let from = wordStart(name, 0); from < name.length; from = wordStart(name, from)) {
    let to = wordEnd(name, from)
    words.push(name.slice(from, to))
    from = to
  }
  return words
}

function wordStart(text: string, at: number): number {
  while (at < text.length && !isWord(text.charCodeAt(at))) at++
  return at
}
function wordEnd(text: string, at: number): number {
  while (at < text.length && isWord(text.charCodeAt(at))) at++
  return at
}

// Letters, marks and digits, by UTF-16 unit: a table is several times as fast as a regular expression.
let wordUnits = new Uint8Array(0x10000)
let [word, noWord] = [1, 2]
function isWord(unit: number): boolean {
  return (wordUnits[unit] || learn(unit)) === word
}
function learn(unit: number): number {
  return (wordUnits[unit] = /[\p{L}\p{M}\p{N}\p{Cs}]/u.test(String.fromCharCode(unit)) ? word : noWord)
}

// From the first to the last letter, as `isWord` sees them.
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
