import { bareKey, isActorKey } from '../keys'
import type { Actor, Source, Span, Yaml, YamlMap } from '../model'
import { keyFields } from './bibtex'

/** A key that a field of a record names, and where it is written. */
export interface UsedKey {
  kind: 'actor' | 'source'
  key: string
  span: Span
  /** The field, as it is written: `of`, `origin`, the label of a speaker. */
  field: string
  /** The span is all that is written, with marks: the key alone cannot be told apart in it. */
  whole?: true
}

/** The actors and sources that a record names (sections 9 and 10 of the markup; in BibTeX, the entries it refers to), in the order of the text. */
export function usedByRecord(record: Actor | Source): UsedKey[] {
  let found: UsedKey[] = []
  let finders = record.path.endsWith('.bib') ? bibFinders : usesOf[record.type]
  for (let { key, value } of record.fields.fields) if (Object.hasOwn(finders, key)) finders[key](value, found)
  return found
}

type Finder = (value: Yaml, found: UsedKey[]) => void

// Offices and memberships alike: a list of mappings, or one alone.
let ofEach: Finder = (value, found) => {
  for (let item of value.type === 'list' ? value.items : [value])
    if (item.type === 'map') for (let { key, value: of } of item.fields) if (key === 'of') name('actor', key, of, found)
}

let usesOf: { [type in 'actor' | 'source']: { [field: string]: Finder } } = {
  actor: {
    positions: ofEach,
    memberships: ofEach,
    country: (value, found) => name('actor', 'country', value, found)
  },
  source: {
    origin: (value, found) => name('source', 'origin', value, found),
    speakers(value, found) {
      if (value.type === 'map') for (let field of value.fields) name('actor', field.key, field.value, found)
    }
  }
}

let bibFinders: { [field: string]: Finder } = Object.fromEntries(
  keyFields.map(field => [field, (value, found) => listedKeys(field, value, found)])
)

// Keys with commas between them, as written. Where they are put together from strings, they stand nowhere.
function listedKeys(field: string, value: Yaml, found: UsedKey[]) {
  if (value.type !== 'scalar' || value.to - value.from !== value.value.length) return
  for (let { 0: key, index } of value.value.matchAll(/[^\s,]+/g)) {
    let from = value.from + index
    found.push({ kind: 'source', key, field, span: { from, to: from + key.length } })
  }
}

function name(kind: UsedKey['kind'], field: string, value: Yaml, found: UsedKey[]) {
  if (value.type !== 'scalar') return
  let said = value.value.trim()
  let key = kind === 'actor' ? bareKey(said) : said
  if (key === '' || (kind === 'actor' && !isActorKey(key))) return
  found.push({ kind, key, field, ...keyIn(value, value.value, key) })
}

/**
 * Where a key stands within what is written for it: without quotation marks, `@` and spaces. If escapes hide that, all of what is
 * written, and says so.
 *
 * @param value what the written text reads as; it holds the key
 */
export function keyIn(written: Span, value: string, key: string): { span: Span; whole?: true } {
  let marks = written.to - written.from - value.length
  let from = written.from + marks / 2 + value.indexOf(key)
  if (marks === 0 || marks === 2) return { span: { from, to: from + key.length } }
  return { span: { from: written.from, to: written.to }, whole: true }
}

/** The same for a record's own key, of which no more is kept than the key. */
export function ownKeyIn(written: Span, key: string, fields: YamlMap): { span: Span; whole?: true } {
  let own = fields.fields.find(field => field.key === 'key')?.value
  if (own?.type === 'scalar' && own.from === written.from) return keyIn(written, own.value, key)
  // `key`, `"key"`, `"@key"`.
  let marks = written.to - written.from - key.length
  if (marks < 0 || marks > 3) return { span: { from: written.from, to: written.to }, whole: true }
  let from = written.from + [0, 1, 1, 2][marks]
  return { span: { from, to: from + key.length } }
}
