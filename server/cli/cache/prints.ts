import { type FileSummary, namedAs } from '../../core'
import { hashOf } from '../../disk/cache/hashes'

/** A record's kind and key, a hash of what it says, and, of an actor, one of what it is called. */
export type Print = [kind: 'actor' | 'source', key: string, content: string, names: string]

/** Of the records of a file. @param hash the file's own, which a source's captured text is part of */
export function printsOf({ kind, actors, sources }: FileSummary, hash: string): Print[] {
  let print = (own: unknown) => hashOf(Buffer.from(JSON.stringify(own, withoutPlaces)))
  return [
    ...actors.map((own): Print => ['actor', own.key, print(own), print(namedAs(own))]),
    ...sources.map((own): Print => ['source', own.key, kind === 'source' ? hash : print(own), ''])
  ]
}

// Whoever shows where a record stands asks for its file's lines, and so for the file: a record that others before it have only moved is the
// same to everybody else. Dates that are called so are words.
let withoutPlaces = (name: string, value: unknown) =>
  (name === 'from' || name === 'to') && typeof value === 'number' ? undefined : value
