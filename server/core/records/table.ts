import type { YamlMap } from '../model'
import { nearest } from '../suggest'
import { type Context, isEmpty, mismatch, replacing, type Shape } from './shapes'

/** What is known of a field. One table a type of record is the only truth: reading, completion, hover and schema use it. */
export interface Field<R> {
  description: string
  shape: Shape<unknown>
  /** Where the value goes in the record; without it the value is checked, and kept only as it was written. */
  to?: keyof R
  required?: boolean
}
export type FieldTable<R> = { [name: string]: Field<R> }

/** A field that goes to a property of the record, or, with `undefined`, to none. */
export function field<R, K extends keyof R>(
  to: K | undefined,
  shape: Shape<NonNullable<R[K]>> | Shape<unknown>,
  description: string,
  required = false
): Field<R> {
  return { to, shape, description, required }
}

/**
 * The fields that the table knows, each read by its shape. The first of two with one name counts. Names that the table does not
 * know are the writer's own, unless they are a letter or two away from one it knows: that is a problem with a fix.
 *
 * @param others names that mean something elsewhere and are never taken for a slip
 */
export function readFields<R>(
  table: FieldTable<R>,
  yaml: YamlMap,
  c: Context,
  others?: ReadonlySet<string>
): Partial<R> {
  let record: Partial<R> = {}
  let seen = new Set<string>()
  for (let { key, keySpan, value } of yaml.fields) {
    if (seen.has(key)) continue
    seen.add(key)
    if (!Object.hasOwn(table, key)) {
      let meant = others && !others.has(key) ? nearest(key, Object.keys(table)) : undefined
      if (!meant || yaml.fields.some(field => field.key === meant)) continue
      let message = `There is no field \`${key}\`; did you mean \`${meant}\`?`
      c.problems.push({ ...keySpan, message, fix: replacing(keySpan, meant, c) })
      continue
    }
    let known = table[key]
    let read = known.shape.read(value, { ...c, field: key })
    if (read !== undefined && known.to !== undefined) record[known.to] = read as R[keyof R]
  }
  return record
}

/** A mapping with the fields of a table, as one value; a required field that is missing is a problem. */
export function mappingOf<R extends object>(expected: string, table: FieldTable<R>): Shape<R> {
  let shape: Shape<R> = {
    expected,
    types: ['map'],
    fields: table,
    read(value, c) {
      if (isEmpty(value)) return undefined
      if (value.type !== 'map') return mismatch(value, shape, c)
      let record = readFields(table, value, c, noOthers)
      let missing = Object.keys(table).find(name => table[name].required && record[table[name].to!] === undefined)
      if (missing === undefined) return record as R
      let written = value.fields.find(field => field.key === missing)
      // A wrong value has been told already.
      if (!written || isEmpty(written.value))
        c.problems.push({
          from: value.from,
          to: value.to,
          message: `\`${missing}\` is missing here: ${table[missing].description}`
        })
      return undefined
    }
  }
  return shape
}

let noOthers: ReadonlySet<string> = new Set()
