import type { Related, Source } from '../model'
import type { Rule } from './rule'

/** A cited source of which a reader cannot tell what it is, whose, and of when. */
export let rule: Rule = {
  id: 'source-incomplete',
  severity: { draft: 'information', final: 'warning' },
  standard: 'ICD 206',
  *note({ note, workspace, sources }) {
    let seen = new Set<string>()
    let known = workspace.known('sources', nothingKnown)
    for (let [index, { key, keySpan }] of note.citations.entries()) {
      let source = sources[index]
      if (!source) continue
      let missing = known.get(source)
      // A bibliography fills in what the file leaves out.
      if (!missing) known.set(source, (missing = missingOf(workspace.sourcesOf(key))))
      if (missing.length === 0 || seen.has(key)) continue
      seen.add(key)
      let records = workspace.sourcesOf(key)
      let [{ path, keySpan: at, fields }] = records
      let { from, to } = fields.fields.length > 0 && at.to === 0 ? fields.fields[0].keySpan : at
      let related: Related[] = [{ path, from, to, message: `The record of ${key}.` }]
      let open = { title: `Open the record of ${key}`, path, at: placeFor(missing, records[0]) }
      yield { ...keySpan, message: `${key} has ${list(missing.map(({ what }) => what))}.`, related, open }
    }
  }
}

let nothingKnown = () => new Map<Source, Need[]>()

function missingOf(records: readonly Source[]): Need[] {
  return needs.filter(
    ({ fields, where }) => records.some(where) && !records.some(own => fields.some(field => isWritten(own, field)))
  )
}

// A field that is there and empty, else behind the last one; in BibTeX, whose values end before their braces, before the entry's.
function placeFor(missing: Need[], { path, keySpan, span, fields: { fields } }: Source): number {
  if (path.endsWith('.bib')) return Math.max(keySpan.to, span.to - 1)
  let asked = missing.flatMap(need => need.fields)
  let place = fields.find(({ key }) => asked.includes(key)) ?? fields.at(-1)
  return place ? Math.max(place.keySpan.to, place.value.to) : 0
}

let always = () => true
let isWeb = ({ cslType, url }: Source) => url !== undefined || /^(?:webpage|post|post-weblog)$/.test(cslType ?? '')

interface Need {
  what: string
  fields: string[]
  where: (source: Source) => boolean
}

let needs: Need[] = [
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
