import { isSourceKey } from '../keys'
import type { Problem, Source, Yaml, YamlField, YamlMap } from '../model'
import { type BibEntry, keyFields, readBibtex } from './bibtex'
import { dateBounds } from './dates'
import { readJson } from './json'
import { plainNames, plainText } from './latex'
import type { ReadRecords } from './record'
import { isEmpty } from './shapes'
import { sourceType } from './sources'
import { date } from './values'

/** The sources of a bibliography, `.bib` or `.csl.json`; they have no captured text. Each one's problems stand at its fields. */
export function readBibliography(path: string, text: string): ReadRecords<Source> {
  return path.endsWith('.bib') ? readBib(path, text) : readCsl(path, text)
}

function readBib(path: string, text: string): ReadRecords<Source> {
  let { entries, problems } = readBibtex(text)
  return { records: entries.map(entry => sourceOf(entry, path)), problems }
}

function sourceOf(entry: BibEntry, path: string): Source {
  let problems: Problem[] = []
  let said = new Map<string, BibEntry['fields'][number]>()
  for (let field of entry.fields) if (!said.has(field.name)) said.set(field.name, field)
  let words = (...names: string[]) => {
    for (let name of names) {
      let plain = plainText(said.get(name)?.value ?? '')
      if (plain) return plain
    }
    return undefined
  }
  let dateAt = (name: string) => {
    let found = said.get(name)
    let value = found && ({ type: 'scalar', value: plainText(found.value), ...found.valueSpan } as const)
    return value && date.read(value, { path, root: '/', field: name, problems, write: word => word })
  }
  if (!isSourceKey(entry.key))
    problems.push({ ...entry.keySpan, message: `\`${entry.key}\` is no key: ${sourceType.keyGrammar}` })
  let language = words('langid', 'language')
  let title = words('title')
  let subtitle = words('subtitle')
  return {
    type: 'source',
    key: entry.key,
    path,
    keySpan: entry.keySpan,
    span: entry.span,
    fields: fieldsOf(entry),
    problems,
    cslType: cslTypeOf(entry.type, said.has('url'), words('entrysubtype')),
    title: title && subtitle ? `${title}: ${subtitle}` : title,
    author: plainNames(said.get('author')?.value ?? ''),
    containerTitle: words('journaltitle', 'journal', 'booktitle', 'maintitle'),
    publisher: words('publisher', 'institution', 'organization', 'school', 'howpublished'),
    issued: dateAt('date') ?? yearAndMonth(words('year'), words('month'), words('day')),
    eventDate: dateAt('eventdate'),
    accessed: dateAt('urldate'),
    // An address is no prose: only what LaTeX had to escape is undone.
    url:
      said
        .get('url')
        ?.value.replace(/\\([#$%&_{}~])/g, '$1')
        .trim() || undefined,
    language: language && (languages[language.toLowerCase()] ?? language),
    speakers: [],
    regions: []
  }
}

function fieldsOf(entry: BibEntry): YamlMap {
  let fields: YamlField[] = entry.fields.map(({ name, nameSpan, value, valueSpan }) => ({
    key: name,
    keySpan: nameSpan,
    value: { type: 'scalar', value: keyFields.includes(name) ? value : plainText(value), ...valueSpan }
  }))
  return { type: 'map', fields, ...entry.span }
}

// BibTeX's old way to write a date; anything else than figures and the names of months is no date, and common.
function yearAndMonth(year?: string, month?: string, day?: string): string | undefined {
  if (!year || !dateBounds(year)) return undefined
  let number = months.findIndex(name => month?.toLowerCase().startsWith(name)) + 1 || Number(month)
  let twoFigures = (number: number) => String(number).padStart(2, '0')
  let iso = number ? `${year}-${twoFigures(number)}` : year
  let full = number && day ? `${iso}-${twoFigures(Number(day))}` : iso
  return [full, iso, year].find(text => dateBounds(text))
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function cslTypeOf(type: string, hasUrl: boolean, subtype?: string): string {
  if (type === 'article') return `article-${subtype === 'newspaper' || subtype === 'magazine' ? subtype : 'journal'}`
  if (type === 'misc') return hasUrl ? 'webpage' : 'document'
  return Object.hasOwn(cslTypes, type) ? cslTypes[type] : 'document'
}

// BibLaTeX's entry types and their nearest in CSL, as Zotero and Pandoc map them.
const cslTypes: { [type: string]: string } = {
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  reference: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  incollection: 'chapter',
  inreference: 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  report: 'report',
  techreport: 'report',
  manual: 'report',
  thesis: 'thesis',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  unpublished: 'manuscript',
  periodical: 'periodical',
  patent: 'patent',
  dataset: 'dataset',
  software: 'software',
  letter: 'personal_communication',
  legislation: 'legislation',
  jurisdiction: 'legal_case',
  legal: 'legislation',
  standard: 'standard',
  review: 'review',
  video: 'motion_picture',
  movie: 'motion_picture',
  audio: 'song',
  image: 'graphic',
  performance: 'performance'
}

// Babel's names, which BibLaTeX uses, for the commonest languages.
const languages: { [name: string]: string } = {
  english: 'en',
  american: 'en-US',
  usenglish: 'en-US',
  british: 'en-GB',
  ukenglish: 'en-GB',
  french: 'fr',
  german: 'de',
  ngerman: 'de',
  spanish: 'es',
  portuguese: 'pt',
  italian: 'it',
  dutch: 'nl',
  polish: 'pl',
  ukrainian: 'uk',
  russian: 'ru',
  turkish: 'tr',
  greek: 'el',
  arabic: 'ar',
  hebrew: 'he',
  persian: 'fa',
  chinese: 'zh',
  japanese: 'ja',
  korean: 'ko'
}

function readCsl(path: string, text: string): ReadRecords<Source> {
  if (!/\S/.test(text)) return { records: [], problems: [] }
  let { value, problems } = readJson(text)
  if (!value) return { records: [], problems }
  if (value.type === 'scalar' || (value.type === 'map' && !keyOf(value)))
    return {
      records: [],
      problems: [
        ...problems,
        { from: value.from, to: value.to, message: 'Expected a list of entries: `[{"id": …}, …]`' }
      ]
    }
  let entries = value.type === 'list' ? value.items : [value]
  let records = entries.flatMap(entry => {
    let key = keyOf(entry)
    if (!key || entry.type !== 'map') {
      problems.push({
        from: entry.from,
        to: Math.min(entry.to, entry.from + 1),
        message: 'This entry has no `id`, which is its key'
      })
      return []
    }
    return [cslSource(key, entry, path)]
  })
  return { records, problems }
}

// Zotero gives addresses of its own as `id`, and the key in CSL 1.0.2's `citation-key`.
function keyOf(entry: Yaml): (Yaml & { type: 'scalar' }) | undefined {
  if (entry.type !== 'map') return undefined
  for (let name of ['citation-key', 'id']) {
    let value = entry.fields.find(field => field.key === name)?.value
    if (value?.type === 'scalar' && !isEmpty(value)) return value
  }
  return undefined
}

function cslSource(key: Yaml & { type: 'scalar' }, fields: YamlMap, path: string): Source {
  let problems: Problem[] = []
  let keySpan = { from: key.from, to: key.to }
  if (!isSourceKey(key.value))
    problems.push({ ...keySpan, message: `\`${key.value}\` is no key: ${sourceType.keyGrammar}` })
  let written = { key: key.value, path, keySpan, span: { from: fields.from, to: fields.to }, fields }
  return sourceType.make(written, { path, root: '/', field: '', problems, write: JSON.stringify })
}
