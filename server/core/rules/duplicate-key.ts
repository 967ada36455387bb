import { fileKind } from '../files'
import type { Actor, Attributes, Related, Source } from '../model'
import type { Rule } from './rule'

/** Two records, or two statements or headings of a note, with one key. */
export let rule: Rule = {
  id: 'duplicate-key',
  severity: { draft: 'error', final: 'error' },
  standard: '',
  *note({ note, path }) {
    let byId = new Map<string, Attributes[]>()
    for (let own of note.attributes) {
      if (!own.id) continue
      let same = byId.get(own.id.value)
      if (same) same.push(own)
      else byId.set(own.id.value, [own])
    }
    for (let [id, same] of byId) {
      if (same.length < 2) continue
      for (let own of same) {
        let related = others(same, own).map(({ id: { from, to } = own }) => ({
          path,
          from,
          to,
          message: `\`#${id}\` again`
        }))
        let { from, to } = own.id!
        yield {
          from,
          to,
          message: `\`#${id}\` stands ${same.length} times in this note: a link cannot tell which is meant.`,
          related
        }
      }
    }
  },
  *records({ records, workspace }) {
    for (let record of records) {
      let all = record.type === 'actor' ? workspace.actorsOf(record.key) : workspace.sourcesOf(record.key)
      // A bibliography's entry and a file with the same key are one source (section 1 of the markup).
      let isPair = all.length === 2 && kinds(all) === 'bibliography source'
      if (all.length < 2 || isPair) continue
      let message = `Another ${record.type} has the key \`${record.key}\`; of ${all.length}, the first by path is used.`
      let related = others(all, record).map(
        ({ path, keySpan: { from, to } }): Related => ({ path, from, to, message: `\`${record.key}\` again` })
      )
      yield { from: record.keySpan.from, to: record.keySpan.to, message, related }
    }
  }
}

let kinds = (records: readonly (Actor | Source)[]) =>
  records
    .map(({ path }) => fileKind(path))
    .sort()
    .join(' ')

// A few: where many share a key, a list of all for each would be longer than the file.
function others<T>(all: readonly T[], own: T): T[] {
  return all.slice(0, 6).filter(other => other !== own)
}
