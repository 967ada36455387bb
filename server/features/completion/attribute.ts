import { CompletionItemKind } from 'vscode-languageserver-types'
import { attributeMeanings, outcomeMeanings } from '../words/meanings'
import { type Completer, isOpaque, type Offer, type Place } from './index'
import { scaleOf, termsOf } from './likelihood'

/** Keys and values of attributes, inside `{…}` at the end of a block. */
export let attributes: Completer = place => {
  let { before, after, note, offset } = place
  let open = /(?:^|[^\p{L}\p{N}$\\])\{([^{}]*)$/u.exec(before)
  if (!open || !note || !/^[^{}]*\}?[ \t]*$/.test(after) || isOpaque(note, offset)) return undefined
  let inside = open[1]
  let value = /(?:^|\s)([\p{L}_][\p{L}\p{N}_-]*)=(["“]?)([^"”]*)$/u.exec(inside)
  if (value && (value[2] || !/\s/.test(value[3]))) return valueOffers(place, value[1], value[2], value[3])
  let key = /(?:^|\s)((?:[\p{L}_][\p{L}\p{N}_-]*)?)$/u.exec(inside)
  return key ? keyOffers(place, key[1], inside) : []
}

function keyOffers(place: Place, typed: string, inside: string): Offer[] {
  let written = new Set([...inside.matchAll(/([\p{L}_][\p{L}\p{N}_-]*)=/gu)].map(found => found[1]))
  return Object.entries(attributeMeanings)
    .filter(([key]) => key.startsWith(typed.toLowerCase()) && !written.has(key))
    .map(([key, { meaning, bare }]) => ({
      label: key,
      kind: CompletionItemKind.Property,
      description: meaning,
      insert: bare || place.after.startsWith('=') ? key : `${key}=`,
      typed: typed.length,
      filter: typed + key.slice(typed.length),
      data: { values: !place.after.startsWith('=') && valuesOf(place, key).length > 0 }
    }))
}

function valueOffers(place: Place, key: string, mark: string, typed: string): Offer[] {
  let closing = mark === '“' ? '”' : '"'
  let isClosed = /^[^{}"”]*["”]/.test(place.after)
  return valuesOf(place, key)
    .filter(({ value }) => value.startsWith(typed.toLowerCase()))
    .map(({ value, meaning }) => {
      let quoted = mark ? `${value}${isClosed ? '' : closing}` : /\s/.test(value) ? `"${value}"` : value
      return {
        label: value,
        kind: CompletionItemKind.EnumMember,
        description: meaning,
        insert: quoted,
        typed: typed.length,
        filter: typed + value.slice(typed.length)
      }
    })
}

function valuesOf({ workspace, path }: Place, key: string): { value: string; meaning: string }[] {
  let scale = scaleOf(workspace, path)
  let listed = (values: { [value: string]: string }) =>
    Object.entries(values).map(([value, meaning]) => ({ value, meaning }))
  if (key === 'outcome') return listed(outcomeMeanings)
  if (key === 'likelihood' && scale) return termsOf(scale).map(({ form, band }) => ({ value: form, meaning: band }))
  if (key === 'confidence') return ['high', 'moderate', 'low'].map(value => ({ value, meaning: 'confidence level' }))
  return []
}
