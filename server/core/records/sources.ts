import { isSourceKey } from '../keys'
import type { Source } from '../model'
import { type ReadRecords, type RecordType, readRecordFile, readRecordList } from './record'
import { otherSourceFields, sourceFields } from './source-fields'
import { readFields } from './table'

/** Sources of a list without captured text (`sources.yaml`, `*.sources.yaml`). Each record's problems stand at its fields. */
export function readSources(path: string, text: string, root?: string): ReadRecords<Source> {
  return readRecordList(sourceType, path, text, root)
}

/**
 * The source of a file of its own (`*.source.md`). Always one, whatever the file holds: its name gives a key.
 *
 * @param root folder that `original` must stay inside of, ending in `/`; without it only a path that leaves every folder is refused
 */
export function readSourceFile(path: string, text: string, root?: string): ReadRecords<Source> {
  let { records, problems, bodyFrom } = readRecordFile(sourceType, path, text, root)
  return { records: records.map(record => Object.assign(record, { bodyFrom })), problems }
}

export const sourceType: RecordType<Source> = {
  isKey: isSourceKey,
  keyGrammar: 'a source’s key is letters, digits, `_` and `-`, and inside also `:`, `.`, `+`, `/`',
  make(written, context) {
    let read = readFields(sourceFields, written.fields, context, otherSourceFields)
    // Not spread, as in `summarize`.
    return Object.assign({ author: [], speakers: [], regions: [] }, read, written, {
      type: 'source' as const,
      problems: context.problems
    })
  }
}
