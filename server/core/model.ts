/**
 * The shapes the language is understood as. All positions are UTF-16 offsets into the file's text
 * (a byte-order mark not counted); `to` is exclusive. Names are those of the standards the markup builds on.
 */

export interface Span {
  from: number
  to: number
}

/** Something wrong with the text itself, as data: parsing never fails. */
export interface Problem extends Span {
  message: string
  fix?: Fix
  /** Several to choose from, each a guess: the readings of an ambiguous date. */
  fixes?: Fix[]
}

// ---------------------------------------------------------------- a note

export interface Note {
  frontMatter?: FrontMatter
  /** Leaf blocks with prose, in the order of the text. */
  blocks: Block[]
  /** Block quotes, outermost only. */
  blockQuotes: Span[]
  mentions: Mention[]
  citations: Citation[]
  quotations: Quotation[]
  sentences: Sentence[]
  statements: Statement[]
  attributes: Attributes[]
  suppressions: Suppression[]
  /** Links whose destination may be an anchor or another file; mentions are not among them. */
  links: Link[]
  /** Link reference definitions, the first of each label: also such that no link of the note uses. */
  definitions: Definition[]
  /** What images are shown from, as written. Nothing is asked of them, but they go along when a note is moved. */
  images: { destination: string; from: number }[]
  /** Labels defined as ordinary footnotes (`[^1]: …`), which are no citations. */
  footnotes: string[]
  /** Code, addresses, comments, HTML and link destinations: nothing in them has a meaning here. Sorted, disjoint. */
  opaque: Span[]
  problems: Problem[]
}

export interface FrontMatter extends Span {
  /** The YAML between the `---` lines. */
  yaml: YamlMap
  title?: string
  date?: string
  /** The information cut-off date. */
  asOf?: string
  status: 'draft' | 'final'
  /** As written; `options.ts` knows which profiles exist. */
  profile?: string
  tlp?: string
}

export interface Block extends Span {
  kind: 'paragraph' | 'heading' | 'cell'
  /** Heading level 1–6. */
  level?: number
  /** GitHub's anchor of a heading, without `#`. */
  slug?: string
  /** The text with container marks (`>`, list indentation) blanked: `text[i]` stands at `from + i`. */
  text: string
  /** Number of list items around the block. */
  depth: number
  /** Start of the innermost list item the block is in; items are told apart by it. */
  item?: number
  /** Index in `blockQuotes`. */
  blockQuote?: number
  /** Index in `blocks` of the heading above. */
  section?: number
  /** Index in `statements`: the statement, or the labelled sub-item of one, that this block states or continues. */
  statement?: number
  /** Index in `attributes`. */
  attributes?: number
  /** Inside a footnote's definition. */
  footnote?: string
}

/** `@key`, or `[words](@key)`. */
export interface Mention extends Span {
  key: string
  /** The key, without `@`. */
  keySpan: Span
  /** The words shown, if not the key. */
  words?: string
  /** Index in `blocks`. */
  block: number
}

/** `[^key, p. 4, @speaker, "words"]`. */
export interface Citation extends Span {
  key: string
  keySpan: Span
  locator?: Locator
  speaker?: Span & { key: string }
  /** Index in `quotations` of the words relied on (`kind: 'relied'`). */
  words?: number
  block: number
  /** Index in `sentences` of the sentence it belongs to. */
  sentence: number
  /** Citations that touch (`[^a][^b]`) share a group: the index of the first. */
  group: number
}

export interface Locator extends Span {
  unit: 'page' | 'paragraph' | 'section' | 'time'
  /** The number or range as written, e.g. `4-6`, `1:02:30`. */
  value: string
}

export interface Quotation extends Span {
  /** Between marks in running text; a block quote that is cited; the words relied on inside a citation. */
  kind: 'inline' | 'block' | 'relied'
  /** Between the marks. */
  inner: Span
  /** The text of `inner`, container marks blanked: `words[i]` stands at `inner.from + i`. */
  words: string
  block: number
  /** Index in `sentences`. */
  sentence: number
  /** Indexes in `citations` of the citations it is bound to; none if none is in reach. */
  citations: number[]
  /** Without a closing mark: it goes on in the next paragraph, which opens with the same mark. */
  continued?: boolean
}

export interface Sentence extends Span {
  block: number
}

export const labels = ['Fact', 'Assumption', 'Judgement', 'Forecast', 'Gap', 'Indicator'] as const
export const subLabels = ['For', 'Against', 'Because', 'If wrong', 'Alternative', 'Indicator'] as const
export type Label = (typeof labels)[number] | (typeof subLabels)[number]

export interface Statement extends Span {
  /** `Judgment` is read as `Judgement`. */
  label: Label
  /** The label word, without colon and emphasis. */
  labelSpan: Span
  /** After the colon, to the end of the block without its attributes. */
  words: Span
  /** Index in `blocks`. */
  block: number
  /** Index in `statements` of the statement this item belongs to; undefined for a statement of its own. */
  parent?: number
  id?: string
  /** Index in `attributes`. */
  attributes?: number
  /** Stands under a heading *Key judgements* or the like. */
  key: boolean
}

/** `{#id .class key=value key="two words" common}` at the end of a block. */
export interface Attributes extends Span {
  id?: Span & { value: string }
  classes: string[]
  values: Attribute[]
  block: number
}

export interface Attribute extends Span {
  name: string
  /** Empty for a bare word (`common`). */
  value: string
  valueSpan: Span
}

export interface Suppression extends Span {
  rules: (Span & { id: string })[]
  reason: string
  scope: 'block' | 'file'
  /** The block it silences; undefined when none follows, or for a whole file. */
  target?: Span
}

export interface Link extends Span {
  /** As written between the parentheses, or in the definition of its label, without a title. */
  destination: string
  destinationSpan: Span
  words: string
  /** Of `[words][label]` and `[label]`: the label. The destination stands in its definition, which other links may share. */
  label?: Span
}

/** `[label]: destination "title"`; the span is that of label and destination. */
export interface Definition extends Span {
  /** In lower case, white space made one space: labels are compared so. */
  label: string
  destination: string
  destinationSpan: Span
}

// ---------------------------------------------------------------- YAML with positions

/** Every scalar is the string that was written: no guessing of numbers, dates or truth values. */
export type Yaml = YamlScalar | YamlList | YamlMap
export interface YamlScalar extends Span {
  type: 'scalar'
  value: string
}
export interface YamlList extends Span {
  type: 'list'
  items: Yaml[]
}
export interface YamlMap extends Span {
  type: 'map'
  fields: YamlField[]
}
export interface YamlField {
  key: string
  keySpan: Span
  value: Yaml
}

// ---------------------------------------------------------------- records

export interface RecordBase {
  key: string
  path: string
  /** The key where it is written; the start of the file when it comes from the file's name. */
  keySpan: Span
  /** The whole record. */
  span: Span
  /** Every field as written, with positions. */
  fields: YamlMap
  problems: Problem[]
}

export interface Actor extends RecordBase {
  type: 'actor'
  schema: string
  name: string
  alias: string[]
  weakAlias: string[]
  previousName: string[]
  misspelling: string[]
  summary?: string
  wikidataId?: string
  country?: string
  website?: string
  positions: Position[]
  memberships: Membership[]
}
export interface Position {
  title: string
  /** An actor's key. */
  of?: string
  /** EDTF dates as written. */
  from?: string
  to?: string
}
export interface Membership {
  /** An actor's key. */
  of: string
  from?: string
  to?: string
}

export interface Source extends RecordBase {
  type: 'source'
  /** CSL's `type`, e.g. `article-newspaper`. */
  cslType?: string
  title?: string
  author: string[]
  containerTitle?: string
  publisher?: string
  originalPublisher?: string
  /** EDTF dates as written. */
  issued?: string
  eventDate?: string
  accessed?: string
  url?: string
  language?: string
  kind?: string
  reliability?: string
  reliabilityNote?: string
  origin?: string
  original?: string
  sha256?: string
  tlp?: string
  /** From the label in the text to an actor's key. */
  speakers: { label: string; actor: string }[]
  regions: { kind: string; from: string; to?: string }[]
  /** Where the captured text begins in the file; undefined when there is none. */
  bodyFrom?: number
}

// ---------------------------------------------------------------- findings

export const severities = ['error', 'warning', 'information', 'hint'] as const
export type Severity = (typeof severities)[number]

export interface Edit extends Span {
  path: string
  newText: string
}
export interface Fix {
  title: string
  edits: Edit[]
  /** There is one right form, and it takes no decision of the writer's: it may be applied unseen. Never what was only meant, perhaps. */
  safe?: boolean
  /** Creates this file (workspace path) first, with the text. */
  create?: { path: string; text: string }
}
export interface Related extends Span {
  path: string
  message: string
}
export interface Finding extends Span {
  rule: string
  path: string
  severity: Severity
  message: string
  related: Related[]
  /** Computed on demand: a fix may search the sources. */
  fixes: () => Fix[]
  /** Where the writer goes on who mends it by hand, if that is elsewhere. */
  open?: Opening
}
export interface Opening {
  title: string
  path: string
  at: number
}
