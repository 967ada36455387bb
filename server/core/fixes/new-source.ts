import { wordsOfAddress } from '../address'
import { freeKey, keyOfWords } from '../keys'
import type { Fix } from '../model'
import type { Workspace } from '../workspace'
import { createSource } from './create'

/** A new source for an address or a title, under a key that nobody has: the file, and the key. Undefined where no key can be made of it. */
export function newSource(
  workspace: Workspace,
  path: string,
  about: { address?: string; title?: string },
  today?: string
): { key: string; fix: Fix } | undefined {
  let base = keyOfWords(about.title ?? wordsOfAddress(about.address ?? ''))
  if (!base) return undefined
  let key = freeKey(base, key => workspace.source(key) !== undefined)
  let values = {
    ...(about.title ? { title: about.title } : {}),
    ...(about.address ? { URL: about.address, ...(today ? { accessed: today } : {}) } : {})
  }
  return { key, fix: createSource(workspace, path, key, values) }
}
