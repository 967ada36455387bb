import { firstFrom, type Note, namesInNote, touches, type Workspace } from '../../core'
import type { Format } from '../words/format'
import { actorCard, actorPassages, dateOf } from './actor'
import type { WordCard } from './word'

/** Who bears the registered name at the offset, which need not be linked: the actor's card; of several, the first lines of each. */
export function* nameCard(
  workspace: Workspace,
  path: string,
  note: Note,
  offset: number,
  format: Format
): Generator<void, WordCard | undefined> {
  let index = firstFrom(note.sentences, offset + 1) - 1
  let sentence = note.sentences[index]
  if (!sentence || !touches(sentence, offset)) return undefined
  let from = sentence.from
  for (let found of namesInNote(workspace, note, path)[index]) {
    let span = { from: from + found.from, to: from + found.to }
    if (!touches(span, offset)) continue
    let actors = found.keys.flatMap(key => workspace.actor(key) ?? [])
    if (actors.length === 0) return undefined
    let cards = actors.map(actor => actorCard(workspace, actor, format, dateOf(note)))
    let paragraphs =
      actors.length === 1
        ? [...cards[0], ...(yield* actorPassages(workspace, actors[0], format))]
        : cards.map(([head], at) => `${head}${format.lineBreak}${format.faint(format.text(`@${actors[at].key}`))}`)
    return { span, paragraphs }
  }
  return undefined
}
