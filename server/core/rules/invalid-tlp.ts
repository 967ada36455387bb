import type { YamlMap } from '../model'
import { tlpField, tlpLabels, tlpMeant } from '../tlp'
import type { Flag, Rule } from './rule'

/** A label for passing on that is none of TLP 2.0’s: whoever reads it does not know what they may do. */
export let rule: Rule = {
  id: 'invalid-tlp',
  severity: { draft: 'error', final: 'error' },
  standard: 'TLP 2.0',
  safeFixes: true,
  *note({ note, path }) {
    if (note.frontMatter) yield* flags(path, note.frontMatter.yaml)
  },
  *records({ records, path }) {
    for (let record of records) if (record.type === 'source') yield* flags(path, record.fields)
  }
}

function* flags(path: string, fields: YamlMap): Iterable<Flag> {
  let own = tlpField(fields)
  if (!own || tlpLabels.includes(own.value)) return
  let { from, to, value } = own
  let meant = tlpMeant(value)
  let why =
    /white/i.test(value) && meant ? ': since version 2.0 it is called TLP:CLEAR' : meant ? `: write ${meant}` : ''
  let message = `“${value}” is no label of TLP 2.0${why || `, which are ${tlpLabels.join(', ')}`}.`
  let fixes = () =>
    meant ? [{ title: `Change to ${meant}`, safe: true, edits: [{ path, from, to, newText: meant }] }] : []
  yield { from, to, message, fixes }
}
