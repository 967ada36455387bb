import { foldName, namesOf } from '../names'
import { editDistance } from '../suggest'
import type { Workspace } from '../workspace'

let mostGuesses = 3

/** Keys of the actors that an unknown key was most likely meant to be: by name or alias first, then by likeness of the keys. */
export function likelyActors(workspace: Workspace, written: string): string[] {
  let named = workspace.derive('names', actorsByName).get(foldName(written)) ?? []
  let alike = likeliest(written, workspace.actorKeys(), key => workspace.mentionCount(key))
  return [...new Set([...named, ...alike])].slice(0, mostGuesses)
}

/** The actor who bears this name, if there is one and no other. */
export function actorNamed(workspace: Workspace, name: string): string | undefined {
  let keys = workspace.derive('names', actorsByName).get(foldName(name))
  return keys?.length === 1 ? keys[0] : undefined
}

/** Keys of the sources that an unknown key was most likely meant to be. */
export function likelySources(workspace: Workspace, written: string): string[] {
  return likeliest(written, workspace.sourceKeys(), key => workspace.citationCount(key))
}

// Within one edit for keys of four or five characters, two for longer ones; the nearest first, and of those the most used.
function likeliest(written: string, keys: Iterable<string>, uses: (key: string) => number): string[] {
  let folded = written.toLowerCase()
  let limit = written.length < 4 ? 1 : written.length < 6 ? 2 : 3
  let found: { key: string; edits: number }[] = []
  for (let key of keys) {
    if (Math.abs(key.length - written.length) >= limit) continue
    let edits = editDistance(folded, key.toLowerCase(), limit)
    if (edits < limit) found.push({ key, edits })
  }
  found.sort((a, b) => a.edits - b.edits || uses(b.key) - uses(a.key) || (a.key < b.key ? -1 : 1))
  return found.slice(0, mostGuesses).map(({ key }) => key)
}

// Every name, also one too general to match in a text: here somebody has said that it is meant for an actor.
function actorsByName(workspace: Workspace): Map<string, string[]> {
  let byName = new Map<string, string[]>()
  for (let key of workspace.actorKeys()) {
    let actor = workspace.actor(key)!
    for (let name of new Set([...namesOf(actor), ...actor.weakAlias, ...actor.misspelling].map(foldName))) {
      let keys = byName.get(name)
      if (keys) keys.push(key)
      else byName.set(name, [key])
    }
  }
  return byName
}
