import { bareKey, isActorKey } from '../keys'
import type { Problem, Span, Yaml } from '../model'
import { nearest } from '../suggest'

/**
 * What a field's value looks like: how it is read, and how it is described to a writer. A value of another shape becomes a problem
 * at its place and reads as undefined; nothing after the colon is no problem, for somebody is about to write it.
 */
export interface Shape<T> {
  /** Completes “… should be”. */
  expected: string
  /** Which of YAML's types it may have. */
  types: readonly Yaml['type'][]
  read(value: Yaml, c: Context): T | undefined
  /** For a choice: each value with what it means. */
  values?: { [value: string]: string }
  /** For a mapping: the fields it may have, or what any of its values looks like. Of a list, here and above, those of its items. */
  fields?: { [name: string]: { description: string; shape: Shape<unknown> } }
  each?: Shape<unknown>
  /** It is an actor's key. */
  isActor?: boolean
}

/** What a reader needs besides the value. */
export interface Context {
  /** Of the file, for fixes. */
  path: string
  /** The folder that paths must stay inside of, ending in `/`. */
  root: string
  /** The name of the field being read, as written. */
  field: string
  problems: Problem[]
  /** How a plain word is written in this file, where a value stands. */
  write: (word: string) => string
}

/** One text. */
export let text: Shape<string> = textLike('one text', () => true)

/** A text that a test accepts; `hint` follows “should be”. */
export function textLike(expected: string, accepts: (text: string) => boolean): Shape<string> {
  let shape: Shape<string> = {
    expected,
    types: ['scalar'],
    read(value, c) {
      if (isEmpty(value)) return undefined
      let said = value.type === 'scalar' ? value.value.trim() : ''
      return said && accepts(said) ? said : mismatch(value, shape, c)
    }
  }
  return shape
}

/** One of some words; a misspelt one gets a fix. */
export function oneOf(values: { [value: string]: string }): Shape<string> {
  let words = Object.keys(values)
  let shape: Shape<string> = {
    expected: words.length > 12 ? `one of ${words.slice(0, 6).join(', ')} and others` : `one of ${words.join(', ')}`,
    types: ['scalar'],
    values,
    read(value, c) {
      if (isEmpty(value)) return undefined
      let said = value.type === 'scalar' ? value.value.trim() : ''
      if (Object.hasOwn(values, said)) return said
      return mismatch(value, shape, c, said && nearest(said, words))
    }
  }
  return shape
}

/** An actor's key, `usa` or `"@usa"`; read without `@`. */
export let actorKey: Shape<string> = {
  expected: 'the key of an actor, such as `mehra`',
  types: ['scalar'],
  isActor: true,
  read(value, c) {
    if (isEmpty(value)) return undefined
    let key = value.type === 'scalar' ? bareKey(value.value.trim()) : ''
    return isActorKey(key) ? key : mismatch(value, actorKey, c)
  }
}

/** A list of something, or one alone. */
export function listOf<T>(expected: string, item: Shape<T>): Shape<T[]> {
  let shape: Shape<T[]> = {
    expected,
    types: ['list', ...item.types],
    values: item.values,
    fields: item.fields,
    isActor: item.isActor,
    read(value, c) {
      if (isEmpty(value)) return undefined
      if (!shape.types.includes(value.type)) return mismatch(value, shape, c)
      let items = value.type === 'list' ? value.items : [value]
      return items.map(each => item.read(each, c)).filter(each => each !== undefined)
    }
  }
  return shape
}

/** Reports a value of the wrong shape. Returns undefined, as its reader does. */
export function mismatch(value: Yaml, shape: { expected: string }, c: Context, meant?: string): undefined {
  let what = { scalar: 'this', list: 'a list', map: 'a mapping' }[value.type]
  if (value.type === 'scalar') what = value.value.length > 40 ? `“${value.value.slice(0, 40)}…”` : `“${value.value}”`
  let message = `\`${c.field}\` should be ${shape.expected}, not ${what}${meant ? `; did you mean \`${meant}\`?` : ''}`
  c.problems.push({ from: value.from, to: value.to, message, fix: meant ? replacing(value, meant, c) : undefined })
  return undefined
}

export function replacing(span: Span, word: string, c: Context) {
  return {
    title: `Change to ${word}`,
    edits: [{ path: c.path, from: span.from, to: span.to, newText: c.write(word) }]
  }
}

/** Nothing stands there yet. */
export function isEmpty(value: Yaml): boolean {
  return value.type === 'scalar' && value.value.trim() === ''
}
