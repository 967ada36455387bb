import assert from 'node:assert'
import type { CompletionItem, InsertReplaceEdit, TextEdit } from 'vscode-languageserver-types'
import { completion } from '../../server/features/completion'
import { toOffset } from '../../server/features/convert'
import { people, world } from './support'

/** What is offered, each entry with the line as it is once it is accepted; `complete` unless the client should ask again. */
function checkCompletion(source: string, ...expected: string[]) {
  assert.deepEqual(offered(source), expected)
}

function offered(source: string): string[] {
  let { workspace, path, offset, text } = world(source)
  let list = completion(workspace, path, offset, { labelDetails: true, insertReplace: true })
  return (list?.items ?? []).map(
    item => `${item.label} -> ${accepted(text(path), item, typedBy(text(path), offset, item))}`
  )
}

// Accepting inserts; the client's filter must let the entry stand.
function accepted(text: string, item: CompletionItem, typed: string): string {
  assert.ok(item.filterText?.startsWith(typed), `“${item.filterText}” does not begin with “${typed}”`)
  let edit = item.textEdit as InsertReplaceEdit | TextEdit
  let lines = linesOf(text)
  let range = 'insert' in edit ? edit.insert : edit.range
  let from = toOffset(text, lines, range.start)
  let to = toOffset(text, lines, range.end)
  let line = text.slice(0, from) + edit.newText + text.slice(to)
  return line.slice(lines[range.start.line]).split(/\r?\n/)[0]
}

function typedBy(text: string, offset: number, item: CompletionItem): string {
  let edit = item.textEdit as InsertReplaceEdit | TextEdit
  return text.slice(toOffset(text, linesOf(text), ('insert' in edit ? edit.insert : edit.range).start), offset)
}

function linesOf(text: string): Int32Array {
  return Int32Array.from([0, ...[...text.matchAll(/\n/g)].map(found => found.index + 1)])
}

describe('completion of actors', () => {
  let check = (note: string, ...expected: string[]) => checkCompletion(`${note}\n${people}`, ...expected)

  it('offers all after @, by name', () =>
    check(
      '@<|>',
      'Brannoc Tolén -> @tolen',
      'Dalia Mehra -> @mehra',
      'Dock Workers’ Union -> @dock-union',
      'Republic of Arven -> @arven'
    ))
  it('by the key', () => check('So @tol<|>', 'Brannoc Tolén -> So @tolen'))
  it('by any word of the name, in any case', () => check('So @MEH<|>', 'Dalia Mehra -> So @mehra'))
  it('without diacritics, or with them', () => {
    check('@tolen<|>', 'Brannoc Tolén -> @tolen')
    check('@Tolé<|>', 'Brannoc Tolén -> @tolen')
  })
  it('by an alias', () => check('@the isl<|>', 'Republic of Arven -> @arven'))
  it('by a former name', () => check('@King<|>', 'Republic of Arven -> @arven'))
  it('by several words', () => check('@Dock W<|>', 'Dock Workers’ Union -> @dock-union'))
  it('without an apostrophe', () => check('@workers un<|>', 'Dock Workers’ Union -> @dock-union'))
  it('by letters inside a word last', () =>
    checkCompletion(
      `@lin<|>\n=== /actors.yaml\na: {name: Colin}\nb: {name: Lind Mor}\nc: {name: Sea Link}\n`,
      'Lind Mor -> @b',
      'Sea Link -> @c',
      'Colin -> @a'
    ))
  it('those used in this note first, then those used elsewhere', () =>
    check(
      '@tolen said, and @tolen again, to @arven: @<|>\n=== /other.note.md\n@dock-union @arven\n',
      'Brannoc Tolén -> @tolen said, and @tolen again, to @arven: @tolen',
      'Republic of Arven -> @tolen said, and @tolen again, to @arven: @arven',
      'Dock Workers’ Union -> @tolen said, and @tolen again, to @arven: @dock-union',
      'Dalia Mehra -> @tolen said, and @tolen again, to @arven: @mehra'
    ))
  it('behind the words of a mention', () => check('[she](@me<|>', 'Dalia Mehra -> [she](@mehra)'))
  it('and leaves the closing bracket', () => check('[she](@me<|>)', 'Dalia Mehra -> [she](@mehra)'))
  it('as the speaker of a citation, those who speak in the source first', () =>
    check(
      'x [^h, @<|>]\n=== /h.source.md\n---\nspeakers: {Ms Mehra: mehra}\n---\nMs Mehra: Aye.\n',
      'Dalia Mehra -> x [^h, @mehra]',
      'Brannoc Tolén -> x [^h, @tolen]',
      'Dock Workers’ Union -> x [^h, @dock-union]',
      'Republic of Arven -> x [^h, @arven]'
    ))
  it('nothing in an e-mail address', () => check('desk@me<|>'))
  it('nothing in code', () => check('`@me<|>`'))
  it('nothing after a whole mention', () => check('@mehra told <|>'))
  it('nothing after a whole key and a space, though a longer name begins so', () =>
    checkCompletion('@sea <|>\n=== /actors.yaml\nsea: {name: Sea}\nlink: {name: Sea Link}\n'))
  it('nothing in front matter', () => check('---\ntitle: @me<|>\n---\n'))
  it('in a dossier', () => checkCompletion('=== /a.actor.md\n---\nname: Ann Lee\n---\n@le<|>\n', 'Ann Lee -> @a'))

  it('at most a hundred, and then says so', () => {
    let many = Array.from({ length: 150 }, (_, i) => `k${i}: {name: Name ${i}}\n`).join('')
    let { workspace, path, offset } = world(`@na<|>\n=== /actors.yaml\n${many}`)
    let list = completion(workspace, path, offset, { labelDetails: false, insertReplace: false })!
    assert.equal(list.items.length, 100)
    assert.equal(list.isIncomplete, true)
  })
  it('says the kind in words', () => {
    let { workspace, path, offset } = world('@a<|>\n=== /actors.yaml\na: {schema: PublicBody, name: Archive}\n')
    let [item] = completion(workspace, path, offset, { labelDetails: true, insertReplace: true })!.items
    assert.deepEqual(item.labelDetails, { detail: ' @a', description: 'Public body' })
  })
  it('replaces the rest of a key when the client replaces', () => {
    let { workspace, path, offset } = world(`@me<|>hr\n${people}`)
    let list = completion(workspace, path, offset, { labelDetails: true, insertReplace: true })!
    let { insert, replace } = list.items[0].textEdit as InsertReplaceEdit
    assert.deepEqual([insert.end.character, replace.end.character], [3, 5])
  })
})

describe('completion of sources', () => {
  let library = `
=== /wire-0312.source.md
---
title: Ferry talks end in agreement
author: [Ilse Bransome]
container-title: Strait Wire
issued: 2031-03-12
---
Text.
=== /sources.yaml
okley:pools2030: {title: Mutual cover on short crossings, issued: 2030-05}
`
  let check = (note: string, ...expected: string[]) => checkCompletion(`${note}\n${library}`, ...expected)

  it('offers all after [^, and closes the bracket', () =>
    check('x [^<|>', 'wire-0312 -> x [^wire-0312]', 'okley:pools2030 -> x [^okley:pools2030]'))
  it('leaves a bracket that is there', () => check('x [^wi<|>]', 'wire-0312 -> x [^wire-0312]'))
  it('leaves what follows the key', () => check('x [^wi<|>, p. 4]', 'wire-0312 -> x [^wire-0312, p. 4]'))
  it('by title', () => check('x [^ferry t<|>', 'wire-0312 -> x [^wire-0312]'))
  it('by author', () => check('x [^brans<|>', 'wire-0312 -> x [^wire-0312]'))
  it('by container', () => check('x [^Strait<|>', 'wire-0312 -> x [^wire-0312]'))
  it('by date', () => check('x [^2030-05<|>', 'okley:pools2030 -> x [^okley:pools2030]'))
  it('those cited in this note first', () =>
    check(
      'x [^okley:pools2030] [^<|>',
      'okley:pools2030 -> x [^okley:pools2030] [^okley:pools2030]',
      'wire-0312 -> x [^okley:pools2030] [^wire-0312]'
    ))
  it('nothing for a locator but what it begins with', () =>
    check(
      'x [^wire-0312, p<|>',
      'p. -> x [^wire-0312, p. ',
      'pp. -> x [^wire-0312, pp. ',
      'para. -> x [^wire-0312, para. '
    ))
  it('nothing in code', () => check('`[^wi<|>`'))
})

describe('completion of the parts of a citation', () => {
  let hearing = `${people}
=== /h.source.md
---
speakers: {Ms Mehra: mehra, Tolén: tolen, The Minister: mehra}
---
Ms Mehra: Aye.
`
  let check = (note: string, ...expected: string[]) => checkCompletion(`${note}\n${hearing}`, ...expected)

  it('offers locators, and who speaks in the source', () =>
    check(
      'x [^h, <|>]',
      'p. -> x [^h, p. ]',
      'pp. -> x [^h, pp. ]',
      'para. -> x [^h, para. ]',
      '§ -> x [^h, § ]',
      '@mehra -> x [^h, @mehra]',
      '@tolen -> x [^h, @tolen]'
    ))
  it('each once', () => {
    check('x [^h, p. 4, <|>]', '@mehra -> x [^h, p. 4, @mehra]', '@tolen -> x [^h, p. 4, @tolen]')
    check('x [^h, @tolen, pa<|>]', 'para. -> x [^h, @tolen, para. ]')
    check('x [^h, @tolen, § 3, <|>]')
  })
  it('nothing in the words relied on, behind a footnote’s bracket, or in code', () => {
    check('x [^h, "aye, p<|>"]')
    check('x [^h], p<|>')
    check('`[^h, p<|>`')
  })
})

describe('completion of suppressions', () => {
  it('offers rules that are not there yet', () => {
    checkCompletion(
      '<!-- provenote-ignore unsourced-f<|> -->\nx\n',
      'unsourced-fact -> <!-- provenote-ignore unsourced-fact -->',
      'unsourced-figure -> <!-- provenote-ignore unsourced-figure -->'
    )
    checkCompletion(
      '<!-- provenote-ignore-file unsourced-fact, unsourced-f<|> -- why -->\nx\n',
      'unsourced-figure -> <!-- provenote-ignore-file unsourced-fact, unsourced-figure -- why -->'
    )
  })
  it('nothing in the reason', () => checkCompletion('<!-- provenote-ignore quote-short -- quo<|> -->\nx\n'))
})

describe('completion of labels', () => {
  it('offers statements at the start of a paragraph', () =>
    checkCompletion(
      'One.\n\n<|>\n',
      'Fact: -> Fact: ',
      'Assumption: -> Assumption: ',
      'Judgement: -> Judgement: ',
      'Forecast: -> Forecast: ',
      'Gap: -> Gap: ',
      'Indicator: -> Indicator: '
    ))
  it('that begin as typed', () => checkCompletion('fo<|>\n', 'Forecast: -> Forecast: '))
  it('in bold', () => checkCompletion('**Ju<|>\n', 'Judgement: -> **Judgement:** '))
  it('in a list item', () => checkCompletion('- Ga<|>\n', 'Gap: -> - Gap: '))
  it('leaves a colon that is there', () => checkCompletion('Ga<|>: nobody knows\n', 'Gap: -> Gap: nobody knows'))
  it('offers evidence in the items under a statement', () =>
    checkCompletion(
      'Judgement: It sails.\n- <|>\n',
      'For: -> - For: ',
      'Against: -> - Against: ',
      'Because: -> - Because: ',
      'If wrong: -> - If wrong: ',
      'Alternative: -> - Alternative: ',
      'Indicator: -> - Indicator: '
    ))
  it('and in the next item', () =>
    checkCompletion('Judgement: It sails.\n- For: one\n- Ag<|>\n', 'Against: -> - Against: '))
  it('and nested in the item of a statement', () =>
    checkCompletion('- Judgement: It sails.\n  - Ag<|>\n', 'Against: -> - Against: '.replace('- A', '  - A')))
  it('but statements beside it', () => checkCompletion('- Judgement: It sails.\n- Fa<|>\n', 'Fact: -> - Fact: '))
  it('nothing in the middle of a paragraph', () => checkCompletion('It is a\nfa<|>\n'))
  it('nothing in running text', () => checkCompletion('It is a fa<|>\n'))
  it('nothing in a heading', () => checkCompletion('# Fa<|>\n'))
  it('nothing in code', () => checkCompletion('```\nFa<|>\n```\n'))
})

describe('completion of attributes', () => {
  it('offers keys', () =>
    checkCompletion(
      'Judgement: It sails. {#kj1 <|>}\n',
      'likelihood -> Judgement: It sails. {#kj1 likelihood=}',
      'confidence -> Judgement: It sails. {#kj1 confidence=}',
      'by -> Judgement: It sails. {#kj1 by=}',
      'outcome -> Judgement: It sails. {#kj1 outcome=}',
      'rating -> Judgement: It sails. {#kj1 rating=}',
      'common -> Judgement: It sails. {#kj1 common}'
    ))
  it('that are not there yet', () => checkCompletion('It sails. {by=2031 b<|>}\n'))
  it('values of outcome', () =>
    checkCompletion('It sailed. {outcome=p<|>}\n', 'partial -> It sailed. {outcome=partial}'))
  it('confidence levels', () => checkCompletion('x {confidence=mo<|>\n', 'moderate -> x {confidence=moderate'))
  it('likelihood terms of the profile, in quotes when they have two words', () =>
    checkCompletion(
      '---\nprofile: phia\n---\nIt sails. {likelihood=r<|>}\n',
      'remote chance -> It sails. {likelihood="remote chance"}',
      'realistic possibility -> It sails. {likelihood="realistic possibility"}'
    ))
  it('inside quotes', () =>
    checkCompletion(
      '---\nprofile: icd203\n---\nIt sails. {likelihood="very l<|>"}\n',
      'very likely -> It sails. {likelihood="very likely"}'
    ))
  it('nothing in the middle of a sentence', () => checkCompletion('A {b<|>} c\n'))
})

describe('completion of likelihood terms', () => {
  let check = (note: string, ...expected: string[]) =>
    checkCompletion(`---\nprofile: icd203\n---\n${note}\n`, ...expected)

  it('offers the terms that begin as typed', () =>
    check(
      'Judgement: It is ve<|>',
      'very unlikely -> Judgement: It is very unlikely',
      'very likely -> Judgement: It is very likely'
    ))
  it('goes on with a term', () => check('Forecast: It is very l<|>', 'very likely -> Forecast: It is very likely'))
  it('keeps what is typed', () => check('Judgement: Very l<|>', 'very likely -> Judgement: Very likely'))
  it('nothing in reporting', () => check('Fact: It is ve<|>'))
  it('nothing without a profile that has terms', () => checkCompletion('Judgement: It is ve<|>\n'))
  it('nothing in a quotation', () => check('Judgement: “It is ve<|> said”'))
  it('of the workspace’s profile', () =>
    checkCompletion(
      'Judgement: a real<|>\n=== /provenote.yaml\nprofile: phia\n',
      'realistic possibility -> Judgement: a realistic possibility'
    ))
})

describe('completion of front matter', () => {
  it('offers keys that are not there yet', () => checkCompletion('---\ntitle: x\nt<|>\n---\n', 'tlp -> tlp: '))
  it('in front matter that is not closed yet', () =>
    checkCompletion('---\nst<|>\n', 'status -> status: ', 'style -> style: '))
  it('values of status', () => checkCompletion('---\nstatus: f<|>\n---\n', 'final -> status: final'))
  it('values of profile', () => checkCompletion('---\nprofile: p<|>\n---\n', 'phia -> profile: phia'))
  it('TLP labels', () => checkCompletion('---\ntlp: tlp:g<|>\n---\n', 'TLP:GREEN -> tlp: TLP:GREEN'))
  it('fields of a source', () =>
    checkCompletion('=== /a.source.md\n---\ncont<|>\n---\n', 'container-title -> container-title: '))
  it('kinds of source', () => checkCompletion('=== /a.source.md\n---\nkind: op<|>\n---\n', 'opinion -> kind: opinion'))
  it('schemata of actors', () =>
    checkCompletion('=== /a.actor.md\n---\nschema: pub<|>\n---\n', 'PublicBody -> schema: PublicBody'))
  it('nothing below it', () => checkCompletion('---\ntitle: x\n---\nst<|>ory\n'))
  it('fields of positions and speakers', () => {
    checkCompletion(
      '=== /a.actor.md\n---\nname: A\npositions:\n  - title: Pilot\n    <|>\n    from: 2030\n---\n',
      'of ->     of: ',
      'to ->     to: '
    )
    checkCompletion(
      `=== /a.source.md\n---\nspeakers:\n  Ms Mehra: me<|>\n---\nMs Mehra: Aye.\n${people}`,
      'Dalia Mehra ->   Ms Mehra: mehra'
    )
  })
})

describe('completion of lists of records', () => {
  let check = (yaml: string, ...expected: string[]) => checkCompletion(`=== /x.actors.yaml\n${yaml}`, ...expected)

  it('offers fields of a record that are not there yet', () => {
    check('mehra:\n  alias: [x]\n  na<|>\n  website: x\nother:\n  name: B\n', 'name ->   name: ')
    check('mehra:\n  name: A\n  p<|>\n', 'previousName ->   previousName: ', 'positions ->   positions:')
  })
  it('none at the left edge, where a key of the writer’s own begins', () => check('a:\n  name: A\nna<|>\n'))
  it('values of a choice', () => check('a:\n  schema: Pub<|>\n', 'PublicBody ->   schema: PublicBody'))
  it('fields of a position, each item its own', () =>
    check(
      'a:\n  positions:\n    - title: Pilot\n      of: b\n    - title: Master\n      <|>\n',
      'of ->       of: ',
      'from ->       from: ',
      'to ->       to: '
    ))
  it('in a list that is indented like its key', () =>
    check('a:\n  positions:\n  - title: x\n  - ti<|>\n', 'title ->   - title: '))
  it('keys of actors by name, where a record names one', () => {
    checkCompletion(
      `=== /x.actors.yaml\na:\n  memberships:\n    - of: union<|>\n${people}`,
      'Dock Workers’ Union ->     - of: dock-union'
    )
    checkCompletion(
      `=== /x.actors.yaml\na:\n  positions: [{title: Pilot, of: "@tolen<|>"}]\n${people}`,
      'Brannoc Tolén ->   positions: [{title: Pilot, of: "@tolen"}]'
    )
  })
  it('in braces on one line', () => {
    check('a: {schema: Person, na<|>}\n', 'name -> a: {schema: Person, name: }')
    check('a: {name: "x: {y", schema: Tr<|>}\n', 'Treaty -> a: {name: "x: {y", schema: Treaty}')
    check('a: {positions: [{title: x, fr<|>\n', 'from -> a: {positions: [{title: x, from: ')
  })
  it('with line ends of Windows', () =>
    check('a:\r\n  name: A\r\n  sche<|>\r\nb:\r\n  schema: Place\r\n', 'schema ->   schema: '))
  it('of sources', () => {
    checkCompletion(
      '=== /sources.yaml\nw:\n  rel<|>\n',
      'reliability ->   reliability: ',
      'reliability-note ->   reliability-note: '
    )
    checkCompletion('=== /sources.yaml\nw:\n  regions:\n    - kind: co<|>\n', 'comments ->     - kind: comments')
  })
  it('nothing in comments and in words', () => {
    check('a:\n  # na<|>\n')
    check('a:\n  name: Pl<|>\n')
    check('a:\n  name: "Pl<|>\n')
  })
})

describe('completion of the configuration', () => {
  let check = (yaml: string, ...expected: string[]) => checkCompletion(`=== /provenote.yaml\n${yaml}`, ...expected)

  it('offers options, and those of a group', () => {
    check('pro<|>\n', 'profile -> profile: ')
    check('profile: icd203\nci<|>\n', 'citations -> citations:')
    check('citations:\n  <|>\n', 'cover ->   cover: ')
  })
  it('values', () => {
    check('profile: n<|>\n', 'newsroom -> profile: newsroom', 'none -> profile: none')
    check('hints:\n  citations: t<|>\n', 'true ->   citations: true')
  })
  it('rules and their severities', () => {
    check('rules:\n  unsourced-st<|>\n', 'unsourced-statement ->   unsourced-statement: ')
    check('rules:\n  unsourced-figure: w<|>\n', 'warning ->   unsourced-figure: warning')
  })
})

describe('completion after a space', () => {
  let check = (source: string, ...expected: string[]) => {
    let { workspace, path, offset } = world(source)
    let list = completion(workspace, path, offset, { labelDetails: true, insertReplace: true }, true)
    assert.deepEqual(
      (list?.items ?? []).map(item => item.label),
      expected
    )
  }
  it('offers the values of the key before it', () => {
    check('---\nstatus: <|>\n---\n', 'draft', 'final')
    check('=== /provenote.yaml\ncitations:\n  cover: <|>\n', 'sentence', 'paragraph')
  })
  it('nothing where any words may stand, or none do', () => {
    check('---\ntitle: <|>\n---\n')
    check('---\ntitle: The ferry <|>\n---\n')
    check('---\ntitle: x\n  <|>\n---\n')
    check('=== /actors.yaml\na:\n  <|>\n')
  })
})
