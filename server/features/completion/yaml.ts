import { CompletionItemKind } from 'vscode-languageserver-types'
import { actorNames, namesOf } from '../../core'
import { type YamlPlace, yamlAt, yamlStart } from '../places/yaml-at'
import { kindWords } from '../words/describe'
import { itemKind } from './actor'
import { type Form, formOf } from './fields'
import type { Completer, Offer, Place } from './index'
import { filterText, ranked } from './rank'

/** Keys and values in front matter, in lists of records and in the configuration. */
export let yaml: Completer = place => {
  let from = yamlStart(place.path, place.text, place.offset)
  if (from === undefined) return undefined
  let at = yamlAt(place.text, from, place.offset)
  if (!at) return []
  let form = formOf(place.path, at.key === undefined ? at.keys : [...at.keys, at.key])
  if (at.key === undefined) return keys(form?.fields ?? {}, at, place)
  return form?.isActor ? actors(at, place) : values(form?.values ?? {}, at)
}

/** The same after a space: what may stand there is said by the key or the dash before it. */
export let yamlValue: Completer = place => {
  if (yamlStart(place.path, place.text, place.offset) === undefined) return undefined
  return /\S[ \t]+$/.test(place.before) ? yaml(place) : []
}

function keys(fields: NonNullable<Form['fields']>, { typed, written }: YamlPlace, { after }: Place) {
  let isLast = /^[^\S\r\n]*(?:$|[,}])/.test(after)
  return Object.entries(fields)
    .filter(([key]) => begins(key, typed) && !written.has(key))
    .map(([key, { description, shape }]): Offer => {
      // What is a list or a mapping goes on in the next line.
      let ending = shape.types.includes('scalar') ? ': ' : ':'
      return {
        label: key,
        kind: CompletionItemKind.Property,
        description,
        insert: isLast ? key + ending : key,
        typed: typed.length,
        filter: typed + key.slice(typed.length),
        data: { values: isLast && (shape.isActor || shape.values) !== undefined }
      }
    })
}

function values(table: { [value: string]: string }, { typed }: YamlPlace): Offer[] {
  return Object.entries(table)
    .filter(([value]) => begins(value, typed))
    .map(([value, description]) => ({
      label: value,
      kind: CompletionItemKind.EnumMember,
      description,
      insert: value,
      typed: typed.length,
      filter: typed + value.slice(typed.length)
    }))
}

function actors({ typed }: YamlPlace, { workspace, path }: Place) {
  let index = workspace.derive('actors', actorNames)
  // A bare `@` begins no word in YAML; in quotation marks it may stand before a key.
  let name = typed.replace(/^@/, '')
  let offers = ranked(index, name, []).map((match): Offer => {
    let key = index.keys[match.owner]
    let actor = workspace.actor(key)!
    return {
      label: actor.name || key,
      kind: itemKind(actor),
      detail: key,
      description: kindWords(actor.schema),
      insert: key,
      typed: name.length,
      filter: filterText(name, match, [key, ...namesOf(actor)]),
      data: { actor: key, path }
    }
  })
  return { offers, cut: true }
}

let begins = (word: string, typed: string) => word.toLowerCase().startsWith(typed.toLowerCase())
