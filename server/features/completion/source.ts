import { CompletionItemKind } from 'vscode-languageserver-types'
import { type Match, type Source, sourceNames } from '../../core'
import { whereAndWhen } from '../words/describe'
import { type Completer, isOpaque, type Offer, type Place } from './index'
import { filterText, ranked, usesOf } from './rank'

/** Sources after `[^`, by key, title, author, container or date. */
export let sources: Completer = place => {
  let { workspace, path, before, note, offset } = place
  let found = /\[\^([^[\]@"“”„«»,]{0,80})$/.exec(before)
  if (!found || !note) return undefined
  if (isOpaque(note, offset)) return []
  let typed = found[1]
  let here = workspace.files.get(path)?.note?.citations.keys ?? []
  let index = workspace.derive('sources', sourceNames)
  let matches = ranked(index, typed, usesOf(here))
  return { offers: matches.map(match => offer(place, index.keys[match.owner], match, typed)), cut: true }
}

function offer(place: Place, key: string, match: Match, typed: string): Offer {
  let source = place.workspace.source(key) as Source
  let behind = /^[\p{L}\p{N}\p{M}_:.+/-]*/u.exec(place.after)![0].length
  // A key cannot end in a full stop: that one is the sentence's.
  while (behind > 0 && /[:.+/]/.test(place.after[behind - 1])) behind--
  let closed = /^[ \t]*[\],]/.test(place.after.slice(behind))
  let { title = '' } = source
  return {
    label: key,
    kind: CompletionItemKind.Reference,
    detail: title.length > 60 ? `${title.slice(0, 59)}…` : title,
    description: whereAndWhen(source),
    insert: closed ? key : `${key}]`,
    typed: typed.length,
    behind: closed ? behind : 0,
    filter: filterText(typed, match, [key, title, ...source.author]),
    data: { source: key }
  }
}
