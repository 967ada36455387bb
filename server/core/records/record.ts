import { keyFromPath } from '../files'
import { bareKey } from '../keys'
import type { Problem, RecordBase, Span, YamlMap } from '../model'
import { frontMatterAt } from '../parse/front-matter'
import { readYamlRecords } from '../yaml'
import { type Context, isEmpty } from './shapes'

/** What was read of a file of records. */
export interface ReadRecords<R> {
  records: R[]
  /** Of the file as a whole; each record has its own besides. */
  problems: Problem[]
}

/** What a record is made from. */
export interface Written {
  key: string
  path: string
  keySpan: Span
  span: Span
  fields: YamlMap
}

/** What differs between the types of records. */
export interface RecordType<R extends RecordBase> {
  isKey: (text: string) => boolean
  /** Completes “a key is”. */
  keyGrammar: string
  make: (written: Written, context: Context) => R
}

/** A file that maps keys to records. A value that is no mapping is a record without fields, with a problem: its key is there. */
export function readRecordList<R extends RecordBase>(
  type: RecordType<R>,
  path: string,
  text: string,
  root = '/'
): ReadRecords<R> {
  let { yaml, problems } = readYamlRecords(text, 0, path)
  let records = yaml.fields.map(({ key, keySpan, value }) => {
    let own: Problem[] = []
    let empty: YamlMap = { type: 'map', fields: [], from: value.from, to: value.to }
    if (value.type !== 'map' && !isEmpty(value))
      own.push({
        from: value.from,
        to: value.to,
        message: `Expected fields of \`${key}\`, indented, one on each line: \`name: …\``
      })
    let span = { from: keySpan.from, to: Math.max(keySpan.to, value.to) }
    let fields = value.type === 'map' ? value : empty
    return make(type, { key: bareKey(key), path, keySpan, span, fields }, root, own)
  })
  return { records, problems }
}

/**
 * A file of its own for one record: its front matter, with the key in it or from the file's name.
 *
 * @returns also where the text after the front matter begins; undefined when there is none but white space
 */
export function readRecordFile<R extends RecordBase>(
  type: RecordType<R>,
  path: string,
  text: string,
  root = '/'
): ReadRecords<R> & { bodyFrom?: number } {
  let front = frontMatterAt(text, path)
  let fields = front?.yaml ?? { type: 'map', fields: [], from: 0, to: 0 }
  let written = fields.fields.find(field => field.key === 'key')
  let own: Problem[] = []
  let key = keyFromPath(path)
  let keySpan = { from: 0, to: 0 }
  if (written && !isEmpty(written.value)) {
    keySpan = { from: written.value.from, to: written.value.to }
    if (written.value.type === 'scalar') key = written.value.value.trim()
    else own.push({ ...keySpan, message: '`key` should be one word' })
  }
  let record = make(type, { key, path, keySpan, span: { from: 0, to: front?.to ?? 0 }, fields }, root, own)
  let bodyFrom = front?.bodyFrom ?? 0
  let blank = /\S/g
  blank.lastIndex = bodyFrom
  return { records: [record], problems: front?.problems ?? [], bodyFrom: blank.test(text) ? bodyFrom : undefined }
}

function make<R extends RecordBase>(type: RecordType<R>, written: Written, root: string, problems: Problem[]): R {
  let { key, keySpan, path } = written
  if (!type.isKey(key)) {
    let message = keySpan.to
      ? `\`${key}\` is no key: ${type.keyGrammar}`
      : `The file’s name gives the key \`${key}\`, which is none: ${type.keyGrammar}; write \`key:\` in the front matter`
    problems.push({ ...keySpan, message })
  }
  return type.make(written, { path, root, field: '', problems, write: word => word })
}
