import assert from 'node:assert'
import fc from 'fast-check'
import type { Actor, Problem, Source } from '../../server/core/model'
import { readActorFile, readActors } from '../../server/core/records/actors'
import { readBibliography } from '../../server/core/records/bibliography'
import { readSourceFile, readSources } from '../../server/core/records/sources'

let readers = {
  actors: readActors,
  actor: readActorFile,
  source: readSourceFile,
  sources: readSources,
  bib: readBibliography,
  csl: readBibliography
}
let paths = {
  actors: '/w/actors.yaml',
  actor: '/w/mehra.actor.md',
  source: '/w/s/wire.source.md',
  sources: '/w/sources.yaml',
  bib: '/w/a.bib',
  csl: '/w/a.csl.json'
}

/** Each record as key and what its fields say, then its problems; last those of the file. A problem is the words it stands at, what it says, and what its fixes write. */
function check(kind: keyof typeof readers, text: string, ...expected: string[]) {
  let { records, problems } = readers[kind](paths[kind], text) as { records: (Actor | Source)[]; problems: Problem[] }
  let said = records.flatMap(record => [show(record), ...record.problems.map(problem => showProblem(text, problem))])
  assert.deepEqual([...said, ...problems.map(problem => showProblem(text, problem))], expected)
  for (let record of records) assert.equal(record.path, paths[kind])
}

/** Only what is wrong with one field of an actor or a source. */
function checkField(kind: 'actors' | 'sources', field: string, ...expected: string[]) {
  let text = `a:\n  ${kind === 'actors' ? 'name: A\n  ' : ''}${field}\n`
  let { records } = readers[kind](paths[kind], text)
  assert.deepEqual(
    records.flatMap(record => record.problems.map(problem => showProblem(text, problem))),
    expected,
    field
  )
}

function show({ key, path, keySpan, span, fields, problems, type, ...rest }: Actor | Source): string {
  let said = Object.entries(rest).filter(
    ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && !value.length)
  )
  return `${key} ${JSON.stringify(Object.fromEntries(said))}`
}

function showProblem(text: string, { from, to, message, fix, fixes }: Problem): string {
  let written = [fix, ...(fixes ?? [])].flatMap(each => each?.edits.map(edit => ` => ${edit.newText}`) ?? [])
  return `! ${text.slice(from, to)}: ${message}${written.join('')}`
}

describe('actors', () => {
  it('are read from a list', () =>
    check(
      'actors',
      `mehra:
  schema: Person
  name: Sunniva Mehra
  alias: [S. Mehra]
  weakAlias: Mehra
  country: "@arven"
  positions:
    - {title: Minister, of: "@ministry", from: 2030-09}
    - title: Mayor
      to: 2030~
  memberships: {of: assembly}
  summary: >
    Led the talks
    in Ostrel.
usa:
  name: United States
`,
      'mehra {"schema":"Person","name":"Sunniva Mehra","alias":["S. Mehra"],"weakAlias":["Mehra"],"positions":[{"title":"Minister","of":"ministry","from":"2030-09"},{"title":"Mayor","to":"2030~"}],"memberships":[{"of":"assembly"}],"country":"arven","summary":"Led the talks in Ostrel."}',
      'usa {"name":"United States"}'
    ))
  it('are read from a dossier, with the key in it or from its name', () => {
    check('actor', '---\nkey: tolen\nname: B. Tolen\n---\n# What he wants\n', 'tolen {"name":"B. Tolen"}')
    check('actor', '---\nname: S. Mehra\n---\n', 'mehra {"name":"S. Mehra"}')
    check('actor', 'No front matter.', 'mehra {"name":"mehra"}', '! : `mehra` has no `name`')
    check('actor', '', 'mehra {"name":"mehra"}', '! : `mehra` has no `name`')
  })
  it('know where they stand', () => {
    let text = '😀: # c\r\n  name: Паром\r\nb:\r\n  name: B\r\n'
    let [first] = readActors('/a.actors.yaml', text).records
    assert.equal(text.slice(first.keySpan.from, first.keySpan.to), '😀')
    assert.equal(text.slice(first.span.from, first.span.to), '😀: # c\r\n  name: Паром')
    let dossier = '---\nkey: "tolen"\nname: B\n---\nx'
    let { keySpan, span } = readActorFile('/t.actor.md', dossier).records[0]
    assert.equal(dossier.slice(keySpan.from, keySpan.to), '"tolen"')
    assert.equal(dossier.slice(span.from, span.to), '---\nkey: "tolen"\nname: B\n---')
  })
  it('need keys that can be mentioned', () => {
    check('actors', 'паром:\n  name: Паром\n', 'паром {"name":"Паром"}')
    check(
      'actors',
      'a b:\n  name: A\n',
      'a b {"name":"A"}',
      '! a b: `a b` is no key: an actor’s key is letters, digits, `_` and `-`'
    )
    check(
      'actor',
      '---\nkey: a/b\nname: A\n---\n',
      'a/b {"name":"A"}',
      '! a/b: `a/b` is no key: an actor’s key is letters, digits, `_` and `-`'
    )
  })
  it('stay in the list when something is wrong with them', () => {
    check(
      'actors',
      'a:\nb: B\n',
      'a {"name":"a"}',
      '! a: `a` has no `name`',
      'b {"name":"b"}',
      '! B: Expected fields of `b`, indented, one on each line: `name: …`',
      '! b: `b` has no `name`'
    )
    check('actors', 'a:\n  name: A\na:\n  name: B\n', 'a {"name":"A"}', 'a {"name":"B"}')
    check(
      'actors',
      '@a:\n  name: A\nb:\n  name: "B\nc:\n  name: C\n',
      'a {"name":"A"}',
      'b {"name":"B"}',
      'c {"name":"C"}',
      '! @a: In YAML a value cannot begin with `@`: write `"@a"` in quotes, or the bare key `a` => "@a"',
      '! : Missing closing "quote'
    )
    check('actors', '- a\n- b\n', '! - a\n- b: Expected lines of the form `key: value`')
  })
  it('have each field in its shape', () => {
    checkField(
      'actors',
      'schema: person',
      '! person: `schema` should be one of Person, Organization, PublicBody, Company, LegalEntity, Country, Place, Treaty, Group, not “person”; did you mean `Person`? => Person'
    )
    checkField('actors', 'alias: {a: b}', '! {a: b}: `alias` should be a list of names, not a mapping')
    checkField('actors', 'alias: [a, [b]]', '! [b]: `alias` should be one text, not a list')
    checkField('actors', 'summary: [a]', '! [a]: `summary` should be one text, not a list')
    checkField('actors', 'wikidataId: 42', '! 42: `wikidataId` should be a Wikidata item such as Q42, not “42”')
    checkField('actors', 'wikidataId: Q042', '! Q042: `wikidataId` should be a Wikidata item such as Q42, not “Q042”')
    checkField('actors', 'wikidataId: Q7747')
    checkField('actors', 'positions: Minister', '! Minister: `positions` should be a list of positions, not “Minister”')
    checkField(
      'actors',
      'positions: [{of: b}]',
      '! {of: b}: `title` is missing here: The title, as it is said: Minister of Transport.'
    )
    checkField(
      'actors',
      'positions: [{title: T, of: The Ministry}]',
      '! The Ministry: `of` should be the key of an actor, such as `mehra`, not “The Ministry”'
    )
    checkField(
      'actors',
      'memberships: [{of: b, form: 2030}]',
      '! form: There is no field `form`; did you mean `from`? => from'
    )
    checkField(
      'actors',
      'memberships: [b]',
      '! b: `memberships` should be a mapping with `of`, `from` and `to`, not “b”'
    )
    checkField('actors', 'name: [B]')
  })
  it('may say nothing yet', () => checkField('actors', 'schema:\n  alias:\n  positions:\n  wikidataId: ""'))
  it('leave the writer’s own fields alone, but not slips', () => {
    checkField('actors', 'birthDate: 1970')
    checkField('actors', 'colour: red')
    checkField('actors', 'aliases: [B]', '! aliases: There is no field `aliases`; did you mean `alias`? => alias')
    checkField('actors', 'Schema: Person', '! Schema: There is no field `Schema`; did you mean `schema`? => schema')
    checkField('actors', 'constructor: x\n  __proto__: y\n  toString: z')
  })
})

describe('sources', () => {
  it('are read from a file with captured text', () =>
    check(
      'source',
      `---
type: interview
title: "A house: with a roof"
author: Ottoline Brask
interviewer: {family: Farrow, given: Junia}
issued: 2031-03-05
URL: https://review.example/brask
kind: interview
reliability: B
speakers: {Brask: brask, Junia Farrow: "@farrow"}
regions:
  - {kind: caption, from: "Brask in", to: "Farrow: You"}
  - {kind: boilerplate, from: Read more}
original: ../originals/brask.pdf
tlp: TLP:PURPLE
---

Farrow: You
`,
      'wire {"author":["Ottoline Brask"],"speakers":[{"label":"Brask","actor":"brask"},{"label":"Junia Farrow","actor":"farrow"}],"regions":[{"kind":"caption","from":"Brask in","to":"Farrow: You"},{"kind":"boilerplate","from":"Read more"}],"cslType":"interview","title":"A house: with a roof","issued":"2031-03-05","url":"https://review.example/brask","kind":"interview","reliability":"B","original":"../originals/brask.pdf","tlp":"TLP:PURPLE","bodyFrom":411}'
    ))
  it('have captured text, or none', () => {
    let body = (text: string) => readSourceFile('/a.source.md', text).records[0].bodyFrom
    assert.equal(body('---\ntitle: A\n---\nwords'), 17)
    assert.equal(body('---\r\ntitle: A\r\n---\r\nwords'), 20)
    assert.equal(body('---\ntitle: A\n---\n \n'), undefined)
    assert.equal(body('---\ntitle: A\n---'), undefined)
    assert.equal(body('words alone'), 0)
    assert.equal(body(''), undefined)
  })
  it('have names of every form', () =>
    check(
      'sources',
      'a:\n  author:\n  - Ilse Varga\n  - {family: Goethe, given: J. W., non-dropping-particle: von}\n  - {literal: Port Union}\n  - {family: Holt, suffix: Jr.}\n',
      'a {"author":["Ilse Varga","J. W. von Goethe","Port Union","Holt Jr."]}'
    ))
  it('have each field in its shape', () => {
    checkField(
      'sources',
      'kind: reportage',
      '! reportage: `kind` should be one of reporting, opinion, analysis, interview, official, social, data, not “reportage”'
    )
    checkField(
      'sources',
      'kind: Opinion',
      '! Opinion: `kind` should be one of reporting, opinion, analysis, interview, official, social, data, not “Opinion”; did you mean `opinion`? => opinion'
    )
    checkField(
      'sources',
      'reliability: b',
      '! b: `reliability` should be one of A, B, C, D, E, F, not “b”; did you mean `B`? => B'
    )
    checkField('sources', 'reliability: B2', '! B2: `reliability` should be one of A, B, C, D, E, F, not “B2”')
    checkField('sources', 'tlp: TLP:WHITE')
    checkField(
      'sources',
      'author: {nick: x}',
      '! {nick: x}: `author` should be a name, or a mapping with `family` and `given`, or with `literal`, not a mapping'
    )
    checkField(
      'sources',
      'speakers: [a]',
      '! [a]: `speakers` should be a mapping from labels to actors: `Lottaz: lottaz`, not a list'
    )
    checkField(
      'sources',
      'speakers: {L: Pascal L}',
      '! Pascal L: `speakers` should be the key of an actor, such as `mehra`, not “Pascal L”'
    )
    checkField(
      'sources',
      'regions: [{kind: comment, from: x}]',
      '! comment: `kind` should be one of boilerplate, comments, caption, not “comment”; did you mean `comments`? => comments'
    )
    checkField(
      'sources',
      'regions: [{kind: comments}]',
      '! {kind: comments}: `from` is missing here: The first words of the region.'
    )
    checkField('sources', 'sha256: abc', '! abc: `sha256` should be 64 hexadecimal digits, not “abc”')
    checkField(
      'sources',
      'type: newspaper',
      '! newspaper: `type` should be one of article, article-journal, article-magazine, article-newspaper, bill, book and others, not “newspaper”'
    )
  })
  it('have an original inside the workspace', () => {
    let wrong = (path: string) =>
      `! ${path}: \`original\` should be a path inside the workspace, relative to this file: \`originals/wire-0312.pdf\`, not “${path}”`
    for (let path of ['a.pdf', './a.pdf', '../a.pdf', 'x/../../a b.pdf', '..a/b.pdf'])
      checkField('sources', `original: ${path}`)
    for (let path of [
      '../../a.pdf',
      '/etc/passwd',
      'https://a.example/b.pdf',
      'file:///a',
      'C:/a.pdf',
      'a\\b.pdf',
      '~/a.pdf',
      'x/../../../a.pdf'
    ])
      checkField('sources', `original: ${path}`, wrong(path))
    let { problems } = readSourceFile('/w/s/a.source.md', '---\noriginal: ../../x/a.pdf\n---\n', '/w/').records[0]
    assert.equal(problems.length, 1)
  })
  it('have dates that can be read in one way', () => {
    checkField('sources', 'issued: 2031-03~\n  accessed: 2031-03-14T09:30:00Z\n  event-date: 2031-03-01/2031-03-05')
    checkField(
      'sources',
      'issued: 02-05-2025',
      '! 02-05-2025: `issued`: 02-05-2025 can be read as 2025-05-02 (2 May 2025) or 2025-02-05 (5 February 2025): write the one that is meant => 2025-05-02 => 2025-02-05'
    )
    checkField(
      'sources',
      'accessed: "13/5/2025"',
      '! "13/5/2025": `accessed`: Write 13/5/2025 as 2025-05-13 => 2025-05-13'
    )
    checkField(
      'sources',
      'issued: 2031-02-30',
      '! 2031-02-30: `issued`: There is no day 30 in February 2031, which has 28 days'
    )
    checkField('sources', 'issued: {date-parts: [[2031, 3, 12]]}')
    checkField(
      'sources',
      'issued: {date-parts: [[2031, 13]]}',
      '! [[2031, 13]]: `issued` should be a date such as 2031-03-14, 2031-03 or 2031, not a list'
    )
    checkField(
      'sources',
      'issued: [2031]',
      '! [2031]: `issued` should be a date such as 2031-03-14, 2031-03 or 2031, not a list'
    )
  })
  it('leave CSL’s other variables alone, but not slips', () => {
    checkField('sources', 'issue: 2\n  volume: 12\n  DOI: 10.1/x\n  editor: {family: A}\n  tags: [a]')
    checkField('sources', 'url: https://a.example', '! url: There is no field `url`; did you mean `URL`? => URL')
    checkField(
      'sources',
      'container_title: The Ledger',
      '! container_title: There is no field `container_title`; did you mean `container-title`? => container-title'
    )
  })
  it('may have keys as reference managers make them', () => {
    check('sources', 'okley:pools.2030+a/b: {title: A}\n', 'okley:pools.2030+a/b {"title":"A"}')
    check(
      'source',
      '---\nkey: a.\n---\n',
      'a. {}',
      '! a.: `a.` is no key: a source’s key is letters, digits, `_` and `-`, and inside also `:`, `.`, `+`, `/`'
    )
  })
  it('never make the reader fall over', () => {
    let noise = fc.string({
      unit: fc.constantFrom(
        '---\n',
        'issued',
        'alias',
        'positions',
        ': ',
        '\n  ',
        '- ',
        '[',
        '{',
        '}',
        ']',
        '@',
        '"',
        "'",
        '&a ',
        '*a',
        '2031',
        '\t',
        '😀',
        ','
      ),
      maxLength: 40
    })
    fc.assert(
      fc.property(noise, text => {
        for (let kind of Object.keys(readers) as (keyof typeof readers)[]) {
          let { records, problems } = readers[kind](paths[kind], text)
          let spans = [...problems, ...records.flatMap(({ problems, keySpan, span }) => [...problems, keySpan, span])]
          for (let { from, to } of spans) assert.ok(0 <= from && from <= to && to <= text.length, `${from}–${to}`)
        }
      }),
      { seed: 20310314, numRuns: 200 }
    )
  })
})

describe('bibliographies', () => {
  it('in BibTeX', () =>
    check(
      'bib',
      `% exported, mail a@b.example
@string{ledger = {The Arven Ledger}}
@article{okley:pools2030,
  author       = {Okley, Maren and {Port and Dock Union} and Ode, Jr., Jon and others},
  title        = {The {Pencil} Before the Pen: \\'Etudes \\& \`\`Notes''},
  subtitle     = "na{\\"\\i}ve -- or not",
  journaltitle = ledger # { Weekly},
  date         = {2030-06},
  urldate      = {2/5/2031},
  url          = {https://a.example/b\\_c?d=\\%20},
  langid       = {british},
}
@misc(m1, title = {{All of it}}, year = 2031, month = mar # "", day = 4, howpublished = {Flyer})
@comment{ @book{no, title = {no}} }
@online{, title = {No key}}
@book{b2, title = {T}, year = "in press"}
`,
      'okley:pools2030 {"cslType":"article-journal","title":"The Pencil Before the Pen: Études & “Notes”: naïve – or not","author":["Maren Okley","Port and Dock Union","Jon Ode, Jr."],"containerTitle":"The Arven Ledger Weekly","issued":"2030-06","url":"https://a.example/b_c?d=%20","language":"en-GB"}',
      '! 2/5/2031: `urldate`: 2/5/2031 can be read as 2031-05-02 (2 May 2031) or 2031-02-05 (5 February 2031): write the one that is meant => 2031-05-02 => 2031-02-05',
      'm1 {"cslType":"document","title":"All of it","publisher":"Flyer","issued":"2031-03-04"}',
      'b2 {"cslType":"book","title":"T"}',
      '! @online{: This entry has no key'
    ))
  it('in BibTeX that is broken keep the other entries', () =>
    check(
      'bib',
      '@book{a, title = {A\n@book{b, title = {B}}\n@book{c title = {C}}\n@book{d, title {D}}\n@book{e, title = {E}}',
      'a {"cslType":"book"}',
      'b {"cslType":"book","title":"B"}',
      'c {"cslType":"book","title":"C"}',
      'd {"cslType":"book"}',
      'e {"cslType":"book","title":"E"}',
      '! @book{a: The entry `a` is not closed: a brace is missing',
      '! {: Expected `name = {value}` here'
    ))
  it('in BibTeX are read in linear time', () => {
    for (let text of [
      '@book{a, title = {',
      '@a{',
      '@',
      '@a{b,c={',
      '@string{a = {',
      '{',
      '%\n',
      '@a{b, author = {  ',
      '\\"',
      '@a{b,c=d#',
      '@string{a = a # a}'
    ])
      readBibliography('/a.bib', `@string{a={b}}${text.repeat(10_000)}`)
  })
  it('in CSL-JSON', () =>
    check(
      'csl',
      `[
  {"id": "http://zotero.example/1", "citation-key": "ode2031", "type": "article-newspaper", "title": "A \\"B\\" 😀", "author": [{"family": "Ode", "given": "Jon"}],
   "issued": {"date-parts": [[2031, 3, 12]]}, "accessed": {"date-parts": [["2031", "3"]], "circa": true}, "volume": 3, "URL": "https://a.example"},
  {"id": 7, "issued": {"raw": "02-05-2025"}},
  {"title": "none"}
]`,
      'ode2031 {"author":["Jon Ode"],"cslType":"article-newspaper","title":"A \\"B\\" 😀","issued":"2031-03-12","accessed":"2031-03~","url":"https://a.example"}',
      '7 {}',
      '! "02-05-2025": `issued`: 02-05-2025 can be read as 2025-05-02 (2 May 2025) or 2025-02-05 (5 February 2025): write the one that is meant => "2025-05-02" => "2025-02-05"',
      '! {: This entry has no `id`, which is its key'
    ))
  it('in JSON that is broken keep what was read', () => {
    check(
      'csl',
      '[{"id": "a", "title": "A"}, {"id": "b",',
      'a {"title":"A"}',
      'b {}',
      '! : This is not JSON: property name expected'
    )
    check('csl', '{"a": 1}', '! {"a": 1}: Expected a list of entries: `[{"id": …}, …]`')
    check('csl', '')
    check('csl', '['.repeat(100_000), '! [: JSON nested more than 50 deep is not read')
  })
})
