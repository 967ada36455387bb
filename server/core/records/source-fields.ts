import type { Source } from '../model'
import { listOf, oneOf, text } from './shapes'
import { type FieldTable, field, mappingOf } from './table'
import { date, personName, relativePath, sha256, speakers } from './values'

/** Section 9 of the markup. */
export const sourceKinds = {
  reporting: 'Reporting of events by a journalist or an agency.',
  opinion: 'Somebody’s opinion: a column, an editorial.',
  analysis: 'An assessment that argues from facts it gives.',
  interview: 'Questions and answers.',
  official: 'A statement or document of a state, a body or a company about itself.',
  social: 'A post in a social medium.',
  data: 'Figures, tables, registers.'
}

/** Admiralty Code, reliability of the source (AJP-2.1). */
export const reliabilities = {
  A: 'Completely reliable.',
  B: 'Usually reliable.',
  C: 'Fairly reliable.',
  D: 'Not usually reliable.',
  E: 'Unreliable.',
  F: 'Reliability cannot be judged.'
}

export const regionKinds = {
  boilerplate: 'Words of the site or the agency, not of the text.',
  comments: 'Readers’ comments.',
  caption: 'The caption of a picture.'
}

// CSL 1.0.2, the types of `csl-data.json`.
const cslTypes = Object.fromEntries(
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry
  entry-dictionary entry-encyclopedia event figure graphic hearing interview legal_case legislation manuscript map motion_picture
  musical_score pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report
  review review-book software song speech standard thesis treaty webpage`
    .split(/\s+/)
    .map(type => [type, ''])
)

const regionFields: FieldTable<Source['regions'][number]> = {
  kind: field('kind', oneOf(regionKinds), 'What the region is.', true),
  from: field('from', text, 'The first words of the region.', true),
  to: field('to', text, 'The first words after it; without them it goes to the end.')
}

/** Every field of a source: CSL-JSON's variables, then Provenote's own. */
export const sourceFields: FieldTable<Source> = {
  type: field('cslType', oneOf(cslTypes), 'CSL’s type of the source: article-newspaper, webpage, interview.'),
  title: field('title', text, 'The title.'),
  author: field('author', listOf('a list of names', personName), 'Who wrote it.'),
  interviewer: field(undefined, listOf('a list of names', personName), 'Who asked the questions.'),
  'container-title': field('containerTitle', text, 'The newspaper, journal or site it appeared in.'),
  publisher: field('publisher', text, 'Who published it.'),
  'original-publisher': field(
    'originalPublisher',
    text,
    'Who published it first, of a text that is carried by others.'
  ),
  issued: field('issued', date, 'When it was published.'),
  'event-date': field('eventDate', date, 'When what it tells of took place.'),
  accessed: field('accessed', date, 'When it was read or captured.'),
  URL: field('url', text, 'Its address.'),
  language: field('language', text, 'Its language: en, ru, zh-Hant.'),
  note: field(undefined, text, 'Anything else about it.'),
  kind: field('kind', oneOf(sourceKinds), 'What kind of information it gives.'),
  reliability: field('reliability', oneOf(reliabilities), 'Admiralty letter of the source, A to F.'),
  'reliability-note': field('reliabilityNote', text, 'Why it has that letter.'),
  origin: field(
    'origin',
    text,
    'The source or event it republishes or rests on: sources with one origin count as one.'
  ),
  original: field('original', relativePath, 'Path of the captured original: PDF, HTML, DOCX.'),
  sha256: field('sha256', sha256, 'SHA-256 of the original, else of the text below.'),
  speakers: field('speakers', speakers, 'Who speaks: from the label in the text to an actor’s key.'),
  regions: field(
    'regions',
    listOf('a list of regions', mappingOf('a mapping with `kind`, `from` and `to`', regionFields)),
    'Parts of the text that are not the author’s: boilerplate, comments, captions.'
  ),
  // `invalid-tlp` says what a label is.
  tlp: field('tlp', text, 'TLP 2.0 label: how far it may be passed on.')
}

/** The remaining variables of CSL 1.0.2, and fields of a note, that may stand beside them and are not taken for slips. */
export const otherSourceFields: ReadonlySet<string> = new Set(
  `key id date as-of status profile style citation-key citation-label categories journalAbbreviation shortTitle abstract annote archive
  archive-place archive_collection archive_location authority available-date call-number chapter-number chair citation-number
  collection-editor collection-number collection-title compiler composer container-author container-title-short contributor curator custom
  dimensions director division DOI edition editor editorial-director editor-translator event event-place event-title executive-producer
  first-reference-note-number genre guest host illustrator ISBN ISSN issue jurisdiction keyword locator medium narrator number
  number-of-pages number-of-volumes organizer original-author original-date original-publisher-place original-title page page-first
  part part-number part-title performer PMCID PMID printing producer publisher-place recipient references reviewed-author reviewed-genre
  reviewed-title scale script-writer section series-creator source status submitted supplement supplement-number title-short translator
  version volume volume-title year-suffix tags`.split(/\s+/)
)
