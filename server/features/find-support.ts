import type { Range, TextEdit } from 'vscode-languageserver-types'
import { citeInSentence, type Support, supportAt, type Workspace } from '../core'
import { toLocation, toRange } from './convert'
import { sourceTitle, whereAndWhen } from './words/describe'
import { plain } from './words/escape'

/** A passage to be read, and the edit that cites it. All words are plain text on one line. */
export interface SupportingPassage {
  key: string
  title: string
  /** Container and date. */
  published: string
  words: string
  /** What it shares with the sentence. */
  why: string
  uri: string
  range: Range
  edit: TextEdit
}

/** What may support the sentence at the offset, best first; undefined where no sentence stands. Yields while sources are searched. */
export function* findSupport(
  workspace: Workspace,
  path: string,
  offset: number
): Generator<void, { sentence: Range; words: string; passages: SupportingPassage[] } | undefined> {
  let note = workspace.note(path)
  let answer = note && (yield* supportAt(workspace, note, offset))
  let text = workspace.texts.get(path)
  if (!answer || text === undefined) return undefined
  let { sentence, found } = answer
  let lines = workspace.lines(path)
  let passageOf = ({ own, from, to, text: words, why }: Support): SupportingPassage => {
    let [{ newText, ...span }] = citeInSentence(path, text, sentence, own.source.key).edits
    return {
      key: own.source.key,
      title: plain(sourceTitle(own.source)),
      published: plain(whereAndWhen(own.source)),
      words: plain(words),
      why: plain(why.join('; ')),
      ...toLocation(workspace, own.source.path, { from, to }),
      edit: { range: toRange(lines, span), newText }
    }
  }
  return {
    sentence: toRange(lines, sentence),
    words: plain(text.slice(sentence.from, sentence.to)),
    passages: found.map(passageOf)
  }
}
