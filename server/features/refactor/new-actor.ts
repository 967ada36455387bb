import { actorNamed, createActor, freeKey, keyOfWords } from '../../core'
import type { Asked, Refactoring } from './index'
import { quoted, selectedWords } from './words'

/** Register the name that is selected as an actor, in the nearest list of actors, and link it. */
export function* newActor(asked: Asked): Iterable<Refactoring> {
  let { workspace, path } = asked
  let selected = selectedWords(asked)
  if (!selected || actorNamed(workspace, selected.words)) return
  let { from, to, words } = selected
  let base = keyOfWords(words)
  if (!base || words.length > 120) return
  let key = freeKey(base, key => workspace.actor(key) !== undefined)
  let made = createActor(workspace, path, key, words)
  if (!made) return
  let link = { path, from, to, newText: `[${words}](@${key})` }
  yield {
    ...made,
    title: `Create the actor ${quoted(words)} and link it`,
    kind: 'refactor.extract.actor',
    edits: [...made.edits, link]
  }
}
