import { bodyHashes } from '../body-hash'
import type { Fix, Source, Span } from '../model'
import type { Workspace } from '../workspace'
import type { NoteContext, Rule } from './rule'

/** A captured text that is not the one whose hash its record holds: somebody has edited it, or captured it again. */
export let rule: Rule = {
  id: 'source-changed',
  severity: { draft: 'warning', final: 'error' },
  standard: 'Berkeley Protocol: preservation',
  *note(context) {
    let { note, sources, workspace } = context
    let seen = new Set<string>()
    for (let [index, { key, keySpan }] of note.citations.entries()) {
      if (!sources[index]?.sha256 || seen.has(key)) continue
      seen.add(key)
      let changed = changeOf(workspace, sources[index])
      if (!changed) continue
      let { path, from, to } = changed
      yield {
        ...keySpan,
        message: `The text of ${key} is not the one whose hash was recorded.`,
        related: [{ path, from, to, message: 'The recorded hash.' }],
        fixes: () => recordNew(context, key, changed)
      }
    }
  },
  *records({ records, workspace }) {
    for (let record of records) {
      let changed = record.type === 'source' ? changeOf(workspace, record) : undefined
      if (changed) {
        let { from, to } = changed
        yield {
          from,
          to,
          message: 'The text below does not have this hash: it was changed after the hash was recorded.'
        }
      }
    }
  }
}

interface Changed extends Span {
  path: string
  hash: string
}

// A hash beside `original` is the original's, and only who reads files can compare it.
function changeOf(workspace: Workspace, source: Source | undefined): Changed | undefined {
  if (!source?.sha256 || source.original !== undefined) return undefined
  let own = workspace.captured(source.key)
  if (own?.source !== source) return undefined
  let hashes = bodyHashes(workspace, own)
  if (hashes.includes(source.sha256.toLowerCase())) return undefined
  let { from, to } = source.fields.fields.find(field => field.key === 'sha256')!.value
  return { path: source.path, from, to, hash: hashes[hashes.length - 1] }
}

// Only what has been verified anew is recorded: every quotation of this note from the source, at least one, and none failed.
function recordNew({ note, verdicts }: NoteContext, key: string, { path, from, to, hash }: Changed): Fix[] {
  let own = note.quotations.flatMap(({ citations }, index) =>
    citations.some(citation => note.citations[citation].key === key) ? [verdicts[index]] : []
  )
  let hold = own.every(verdict => verdict?.passages.some(passage => passage.source === key) && passes.has(verdict.kind))
  if (own.length === 0 || !hold) return []
  let what =
    own.length === 1 ? 'the quotation from it here still stands' : `all ${own.length} quotations here still stand`
  return [{ title: `Record the new hash of ${key}: ${what}`, edits: [{ path, from, to, newText: hash }] }]
}

let passes = new Set(['exact', 'folded', 'edited'])
