import { CompletionItemKind } from 'vscode-languageserver-types'
import { type Actor, actorNames, type Match, namesOf, type Workspace } from '../../core'
import { kindWords } from '../words/describe'
import { type Completer, isOpaque, type Offer, type Place } from './index'
import { filterText, ranked, usesOf } from './rank'

// `@` where a mention may begin, and what of a name was typed after it; a name may have several words.
let mention =
  /(?:^|[^\p{L}\p{N}\p{M}_./@\\])@((?:\p{L}|\p{N})[\p{L}\p{N}\p{M}_'’.-]*(?: [\p{L}\p{N}\p{M}_'’.-]*){0,3})?$/u

/** Actors after `@`: in running text, as the speaker of a citation, behind the words of `[words](@`. */
export let actors: Completer = place => {
  let { workspace, path, before, note, offset } = place
  let found = mention.exec(before.slice(-200))
  if (!found || !note) return undefined
  let linked = /\]\(@[^()]*$/.test(before)
  if (isOpaque(note, offset) && !linked) return []
  let typed = found[1] ?? ''
  // A space after a whole key ends the mention, though a longer name may begin so.
  if (/\s$/.test(typed) && workspace.actor(typed.trim())) return undefined
  let own = workspace.files.get(path)?.note
  let here = own ? [...own.mentions.keys, ...own.speakers.keys] : []
  let speakers = citedSpeakers(workspace, before)
  let index = workspace.derive('actors', actorNames)
  let matches = ranked(index, typed, [...speakers, ...usesOf(here)])
  // Asked again at the next letter, however few they are: the order is ours, and a client's own filter knows no folded names.
  return { offers: matches.map(match => offer(place, index.keys[match.owner], match, typed, linked)), cut: true }
}

function offer(place: Place, key: string, match: Match, typed: string, linked: boolean): Offer {
  let actor = place.workspace.actor(key) as Actor
  let behind = /^[\p{L}\p{N}\p{M}_-]*/u.exec(place.after)![0].length
  let close = linked && place.after[behind] !== ')' ? ')' : ''
  return {
    label: actor.name || key,
    kind: itemKind(actor),
    detail: `@${key}`,
    description: kindWords(actor.schema),
    insert: `@${key}${close}`,
    typed: typed.length + 1,
    behind,
    filter: `@${filterText(typed, match, [key, ...namesOf(actor)])}`,
    data: { actor: key, path: place.path }
  }
}

export let itemKind = ({ schema }: Actor) => kinds.get(schema) ?? CompletionItemKind.Module

let kinds: ReadonlyMap<string, CompletionItemKind> = new Map([
  ['Person', CompletionItemKind.Reference],
  ['Country', CompletionItemKind.Unit],
  ['Place', CompletionItemKind.Unit],
  ['Treaty', CompletionItemKind.File]
])

// Who speaks in the source, by its record, when the cursor stands in a citation of it: they come before anybody else.
function citedSpeakers(workspace: Workspace, before: string): [string, number][] {
  let cited = /\[\^([^\s\],]+)[^\]]*$/.exec(before)
  let source = cited && workspace.source(cited[1])
  return source?.speakers.map(speaker => [speaker.actor, 1e6]) ?? []
}
