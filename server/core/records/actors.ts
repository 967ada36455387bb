import { isActorKey } from '../keys'
import type { Actor } from '../model'
import { actorFields, otherActorFields } from './actor-fields'
import { type ReadRecords, type RecordType, readRecordFile, readRecordList } from './record'
import { readFields } from './table'

/**
 * Actors of a list (`actors.yaml`, `*.actors.yaml`). Each record's problems stand at its fields.
 *
 * An actor without a name goes by its key, one without `schema` has an empty one.
 */
export function readActors(path: string, text: string): ReadRecords<Actor> {
  return readRecordList(actorType, path, text)
}

/** The actor of a dossier (`*.actor.md`). Always one, whatever the file holds: its name gives a key. */
export function readActorFile(path: string, text: string): ReadRecords<Actor> {
  let { records, problems } = readRecordFile(actorType, path, text)
  return { records, problems }
}

const actorType: RecordType<Actor> = {
  isKey: isActorKey,
  keyGrammar: 'an actor’s key is letters, digits, `_` and `-`',
  make(written, context) {
    let { problems } = context
    let read = readFields(actorFields, written.fields, context, otherActorFields)
    if (
      read.name === undefined &&
      !written.fields.fields.some(field => field.key === 'name' && field.value.type !== 'scalar')
    )
      problems.push({ ...written.keySpan, message: `\`${written.key}\` has no \`name\`` })
    let none = {
      schema: '',
      name: written.key,
      alias: [],
      weakAlias: [],
      previousName: [],
      misspelling: [],
      positions: [],
      memberships: []
    }
    // Not spread, as in `summarize`.
    return Object.assign(none, read, written, { type: 'actor' as const, problems })
  }
}
