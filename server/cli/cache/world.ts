import { createHash } from 'node:crypto'
import { fileKind } from '../../core'

/** Hashes of parts of all that there is. */
export interface World {
  /** Everything but notes. */
  records: string
  /** Which files there are. */
  paths: string
  all: string
  today: string
}

/** @param files from path to hash, in the order in which they were listed */
export function worldOf(files: ReadonlyMap<string, string>, today: string): World {
  let hash = (parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')
  let all = [...files]
  let records = all.filter(([path]) => fileKind(path) !== 'note')
  return { records: hash(records.flat()), paths: hash(all.map(([path]) => path)), all: hash(all.flat()), today }
}
