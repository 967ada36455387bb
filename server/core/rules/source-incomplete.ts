import type { Related, Source } from '../model'
import type { Rule } from './rule'

/** A cited source of which a reader cannot tell what it is, whose, and of when. */
export let rule: Rule = {
  id: 'source-incomplete',
  severity: { draft: 'information', final: 'warning' },
  standard: 'ICD 206',
  *note({ note, workspace }) {
    let seen = new Set<string>()
    let known = workspace.derive('sources', nothingKnown)
    for (let { key, keySpan } of note.citations) {
      if (seen.has(key)) continue
      seen.add(key)
      // A bibliography fills in what the file leaves out.
      let records = workspace.sourcesOf(key)
      if (records.length === 0) continue
      let missing = known.get(key)
      if (!missing) known.set(key, (missing = missingOf(records)))
      if (missing.length === 0) continue
      let [{ path, keySpan: at, fields }] = records
      let { from, to } = fields.fields.length > 0 && at.to === 0 ? fields.fields[0].keySpan : at
      let related: Related[] = [{ path, from, to, message: `The record of ${key}.` }]
      yield { ...keySpan, message: `${key} has ${list(missing)}.`, related }
    }
  }
}

let nothingKnown = () => new Map<string, string[]>()

function missingOf(records: readonly Source[]): string[] {
  return needs.flatMap(({ what, fields, where }) =>
    records.some(where) && !records.some(own => fields.some(field => isWritten(own, field))) ? [what] : []
  )
}

let always = () => true
let isWeb = ({ cslType, url }: Source) => url !== undefined || /^(?:webpage|post|post-weblog)$/.test(cslType ?? '')

let needs: { what: string; fields: string[]; where: (source: Source) => boolean }[] = [
  { what: 'no title', fields: ['title', 'subtitle'], where: always },
  { what: 'no date', fields: ['issued', 'event-date', 'date', 'year', 'eventdate', 'original-date'], where: always },
  {
    what: 'neither author nor publisher',
    fields: [
      ...['author', 'editor', 'publisher', 'original-publisher', 'container-title', 'interviewer', 'speakers'],
      ...['journal', 'journaltitle', 'institution', 'organization', 'school', 'howpublished']
    ],
    where: always
  },
  { what: 'no address', fields: ['URL', 'url', 'DOI', 'doi'], where: isWeb },
  { what: 'no day of access', fields: ['accessed', 'urldate'], where: isWeb }
]

// Whatever stands there: what it should be is for `invalid-record` to say.
function isWritten({ fields }: Source, name: string): boolean {
  let value = fields.fields.find(field => field.key === name)?.value
  return value !== undefined && (value.type !== 'scalar' || value.value.trim() !== '')
}

let list = (parts: string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
