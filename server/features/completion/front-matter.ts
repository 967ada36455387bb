import { CompletionItemKind } from 'vscode-languageserver-types'
import { actorFields, actorSchemata, fileKind, profiles, reliabilities, sourceFields, sourceKinds } from '../../core'
import type { Completer, Offer, Place } from './index'

/** Keys and values in the front matter of a note, a source or a dossier. */
export let frontMatter: Completer = place => {
  let { before, path } = place
  if (!isInside(place)) return undefined
  let kind = fileKind(path)
  let table = kind === 'source' ? sourceKeys : kind === 'actor' ? actorKeys : noteKeys
  let value = /^([\w-]+):[ \t]*(["']?)([^"']*)$/.exec(before)
  if (value) return offers(values[value[1]] ?? {}, value[3], '', place)
  let key = /^([\w-]*)$/.exec(before)
  if (!key) return []
  let written = new Set([...head(place).matchAll(/^([\w-]+):/gm)].map(found => found[1]))
  let open = Object.entries(table).filter(([name]) => !written.has(name))
  return offers(Object.fromEntries(open), key[1], ': ', place)
}

let noteKeys: { [key: string]: string } = {
  title: 'What the note is called.',
  date: 'When it was written, an ISO date.',
  'as-of': 'The information cut-off date.',
  author: 'Who wrote it.',
  status: 'draft or final.',
  profile: 'The standard it is checked against.',
  tlp: 'TLP 2.0 label: how far it may be passed on.',
  style: 'A CSL style for its endnotes.'
}
let describe = (fields: { [key: string]: { description: string } }) =>
  Object.fromEntries(Object.entries(fields).map(([key, { description }]) => [key, description]))
let key = { key: 'What notes call it by; without it, the file’s name.' }
let sourceKeys: { [key: string]: string } = { ...key, ...describe(sourceFields) }
let actorKeys: { [key: string]: string } = { ...key, ...describe(actorFields) }

let labels: { [label: string]: string } = {
  'TLP:RED': 'For individual recipients only.',
  'TLP:AMBER+STRICT': 'For the recipients’ organization.',
  'TLP:AMBER': 'For the recipients’ organization and its clients.',
  'TLP:GREEN': 'For the community.',
  'TLP:CLEAR': 'For everybody.'
}
let values: { [key: string]: { [value: string]: string } | undefined } = {
  status: { draft: 'Still being written.', final: 'Held to the stricter severities.' },
  profile: profiles,
  tlp: labels,
  kind: sourceKinds,
  reliability: reliabilities,
  schema: actorSchemata
}

function offers(table: { [word: string]: string }, typed: string, ending: string, { after }: Place): Offer[] {
  let end = /^[^\S\r\n]*$/.test(after) ? ending : ''
  return Object.entries(table)
    .filter(([word]) => word.toLowerCase().startsWith(typed.toLowerCase()))
    .map(([word, meaning]) => ({
      label: word,
      kind: ending ? CompletionItemKind.Property : CompletionItemKind.EnumMember,
      description: meaning,
      insert: word + end,
      typed: typed.length,
      filter: typed + word.slice(typed.length)
    }))
}

// The front matter as far as it goes, closed or still being written.
function head({ text, offset }: Place): string {
  let close = /^(?:---|\.\.\.)[ \t]*$/gm
  close.lastIndex = text.indexOf('\n') + 1
  let end = close.exec(text)
  return text.slice(0, end ? end.index : offset)
}

function isInside(place: Place): boolean {
  let { text, lineFrom } = place
  if (!/^---[ \t]*\r?\n/.test(text) || lineFrom === 0) return false
  return lineFrom <= head(place).length && !/^(?:---|\.\.\.)/.test(place.before)
}
