import { foldName, namesOf } from './names'
import { editDistance } from './suggest'
import type { Workspace } from './workspace'

/** Two actors with names that differ by a letter or two. */
export interface NearNames {
  keys: [string, string]
  names: [string, string]
}

interface Entry {
  key: string
  name: string
  words: string[]
  /** Which of the words may differ. */
  at: number
}

let shortest = 5
let mostInBucket = 500

/**
 * Pairs of actors one of whose names is the other's but for one or two letters of one word. The word begins alike, is at least five
 * letters long, and differs in no digit: who writes a name by ear keeps its start, while north and south, 2 and 3, Ada and Ana
 * are different things. Names are put into buckets by all that has to be alike, so that only few are compared; where thousands
 * share all of it, none are. To be derived from `names`.
 *
 * @returns by the key of either
 */
export function nearNames(workspace: Workspace): Map<string, NearNames[]> {
  let buckets = new Map<string, Entry[]>()
  for (let key of workspace.actorKeys()) {
    for (let name of new Set(namesOf(workspace.actor(key)!).map(foldName))) {
      let words = name.split(' ')
      for (let [at, word] of words.entries()) {
        if (word.length < shortest || /\d/.test(word)) continue
        let others = words.toSpliced(at, 1, '').join(' ')
        // Of two edits one may fall into the start or the end, seldom one into each.
        for (let part of [`^${word.slice(0, 3)}`, `${word[0]}${word.slice(-3)}$`]) {
          let bucket = buckets.get(`${others} ${part}`)
          if (bucket) bucket.push({ key, name, words, at })
          else buckets.set(`${others} ${part}`, [{ key, name, words, at }])
        }
      }
    }
  }
  let found = new Map<string, NearNames[]>()
  let seen = new Set<string>()
  for (let bucket of buckets.values()) {
    if (bucket.length > mostInBucket) continue
    for (let [index, one] of bucket.entries())
      for (let other of bucket.slice(index + 1)) {
        let id = one.key < other.key ? `${one.key} ${other.key}` : `${other.key} ${one.key}`
        if (seen.has(id) || !isNear(workspace, one, other)) continue
        seen.add(id)
        for (let [a, b] of [
          [one, other],
          [other, one]
        ]) {
          let pair: NearNames = { keys: [a.key, b.key], names: [shown(workspace, a), shown(workspace, b)] }
          found.set(a.key, [...(found.get(a.key) ?? []), pair])
        }
      }
  }
  return found
}

function isNear(workspace: Workspace, one: Entry, other: Entry): boolean {
  if (one.key === other.key) return false
  let [a, b] = [one.words[one.at], other.words[other.at]]
  let limit = Math.min(a.length, b.length) > 7 ? 3 : 2
  let edits = editDistance(a, b, limit)
  if (edits === 0 || edits >= limit || isOtherForm(a, b)) return false
  let [first, second] = [workspace.actor(one.key)!, workspace.actor(other.key)!]
  // Two identifiers are two things.
  return !first.wikidataId || !second.wikidataId || first.wikidataId === second.wikidataId
}

// A country and its people, a man and a woman of one family, one and several: Arvena and Arvenan, Orlov and Orlova, Marten and Martens.
let isOtherForm = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)

let shown = (workspace: Workspace, { key, name }: Entry) =>
  namesOf(workspace.actor(key)!).find(own => foldName(own) === name) ?? name
