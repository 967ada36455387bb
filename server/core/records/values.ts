import type { Yaml, YamlMap } from '../model'
import { dateBounds, dateProblem } from './dates'
import { actorKey, type Context, isEmpty, mismatch, replacing, type Shape, textLike } from './shapes'

/** An EDTF date, kept as written; CSL's date objects are written as one. */
export let date: Shape<string> = {
  expected: 'a date such as 2031-03-14, 2031-03 or 2031',
  types: ['scalar', 'map'],
  read(value, c) {
    if (isEmpty(value)) return undefined
    if (value.type === 'map') return cslDate(value, c)
    if (value.type === 'list') return mismatch(value, date, c)
    let said = value.value.trim()
    let problem = dateProblem(said)
    if (!problem) return said
    let fixes = problem.readings.map(({ iso, words }) => ({
      ...replacing(value, iso, c),
      title: `Change to ${iso} (${words})`
    }))
    let message = `\`${c.field}\`: ${problem.message}`
    c.problems.push({
      from: value.from,
      to: value.to,
      message,
      ...(fixes.length > 1 ? { fixes } : { fix: fixes[0] && { ...fixes[0], safe: true } })
    })
    return undefined
  }
}

// {"date-parts": [[2031, 3, 12]], "circa": true}; citeproc-js also reads `raw` and `literal`, which may be no date at all.
function cslDate(value: YamlMap, c: Context): string | undefined {
  let at = (key: string) => value.fields.find(field => field.key === key)?.value
  let raw = at('raw') ?? at('edtf')
  if (raw) return date.read(raw, c)
  let parts = at('date-parts')
  if (parts?.type !== 'list') return at('literal') || at('season') ? undefined : mismatch(value, date, c)
  let circa = at('circa')
  let mark = circa?.type === 'scalar' && !['', 'false', '0'].includes(circa.value) ? '~' : ''
  let days = parts.items
    .map(day => (day.type === 'list' ? day.items : []))
    .map(day => day.map(scalar).map(pad).join('-') + mark)
  let edtf = days.join('/')
  return dateBounds(edtf) ? edtf : mismatch(parts, date, c)
}

function pad(number: string, index: number): string {
  return number.padStart(index === 0 ? 4 : 2, '0')
}

function scalar(value: Yaml): string {
  return value.type === 'scalar' ? value.value : ''
}

/** A name as a reader writes it: a string, or a CSL name object put together in Western order. */
export let personName: Shape<string> = {
  expected: 'a name, or a mapping with `family` and `given`, or with `literal`',
  types: ['scalar', 'map'],
  read(value, c) {
    if (isEmpty(value)) return undefined
    if (value.type === 'scalar') return value.value.trim()
    if (value.type === 'list') return mismatch(value, personName, c)
    let part = (name: string) => scalar(value.fields.find(field => field.key === name)?.value ?? value).trim()
    let parts = ['given', 'dropping-particle', 'non-dropping-particle', 'family', 'suffix'].map(part).filter(Boolean)
    return part('literal') || parts.join(' ') || mismatch(value, personName, c)
  }
}

/** From a label in the text to an actor's key. */
export let speakers: Shape<{ label: string; actor: string }[]> = {
  expected: 'a mapping from labels to actors: `Lottaz: lottaz`',
  types: ['map'],
  each: actorKey,
  read(value, c) {
    if (isEmpty(value)) return undefined
    if (value.type !== 'map') return mismatch(value, speakers, c)
    return value.fields.flatMap(field => {
      let actor = actorKey.read(field.value, c)
      return actor === undefined ? [] : [{ label: field.key, actor }]
    })
  }
}

/** A path, relative to the file's folder, to something inside the root. */
export let relativePath: Shape<string> = {
  expected: 'a path inside the workspace, relative to this file: `originals/wire-0312.pdf`',
  types: ['scalar'],
  read(value, c) {
    if (isEmpty(value)) return undefined
    let path = value.type === 'scalar' ? value.value.trim() : ''
    let absolute = /^([/\\~]|[\w+.-]+:)/.test(path)
    let depth = c.path.startsWith(c.root) ? c.path.slice(c.root.length).split('/').length - 1 : 0
    return path && !absolute && !path.includes('\\') && staysInside(path, depth)
      ? path
      : mismatch(value, relativePath, c)
  }
}

// `depth` folders lie between the root and the place the path starts from.
function staysInside(path: string, depth: number): boolean {
  for (let part of path.split('/')) {
    if (part === '..') depth--
    else if (part !== '.' && part !== '') depth++
    if (depth < 0) return false
  }
  return true
}

/** Identifiers are never guessed, so neither is a digit of one. */
export let wikidataId = textLike('a Wikidata item such as Q42', text => /^Q[1-9]\d*$/.test(text))
export let sha256 = textLike('64 hexadecimal digits', text => /^[\da-f]{64}$/i.test(text))
