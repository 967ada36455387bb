import assert from 'node:assert'
import type { WorkspaceEdit } from 'vscode-languageserver-types'
import type { EditSupport } from '../../server/features/convert'
import { prepareRename, rename } from '../../server/features/rename'
import { applied, differences } from './apply'
import { world } from './support'

let support: EditSupport = {
  documentChanges: true,
  createFiles: true,
  renameFiles: true,
  deleteFiles: true,
  annotations: true,
  versionOf: () => null
}

function renamed(source: string, name: string, able: Partial<EditSupport> = {}) {
  let { workspace, files, path, offset } = world(source)
  let answer = rename(workspace, path, offset, name, { ...support, ...able })
  return { answer, before: new Map(files.map(({ path, text }) => [path, text])) }
}

/** The lines that differ once what the cursor is on has another name. */
function checkRename(source: string, name: string, ...expected: string[]) {
  let { answer, before } = renamed(source, name)
  assert.ok(!('refused' in answer), 'refused' in answer ? answer.refused : '')
  assert.deepEqual(differences(before, applied(answer, before)), expected)
}

function checkRefused(source: string, name: string, expected: RegExp, able: Partial<EditSupport> = {}) {
  let { answer } = renamed(source, name, able)
  assert.match('refused' in answer ? answer.refused : JSON.stringify(answer), expected)
}

/** The words that are marked to be written anew, or why there are none. */
function checkPrepared(source: string, expected: string | RegExp) {
  let { workspace, path, offset, text } = world(source)
  let answer = prepareRename(workspace, path, offset)
  if (expected instanceof RegExp) return assert.match('refused' in answer ? answer.refused : 'not refused', expected)
  assert.ok('range' in answer, JSON.stringify(answer))
  let line = text(path).split('\n')[answer.range.start.line]
  assert.equal(line.slice(answer.range.start.character, answer.range.end.character), expected)
  assert.equal(answer.placeholder, expected)
}

let registry = `
=== /actors.yaml
mehra:
  name: Dalia Mehra
  positions:
    - {title: Minister, of: arven}
  memberships: [{of: "@arven"}]
arven: {name: Arven}
=== /wire.source.md
---
title: Ferry talks
speakers: {Mehra: mehra, M.: '@mehra'}
---
Mehra: It sails.
`

describe('renaming an actor', () => {
  it('changes its record, mentions, speakers and the records that name it', () => {
    checkRename(
      `So @meh<|>ra’s words [^wire, @mehra] and [hers](@mehra), \`@mehra\` and @mehra-b.${registry}`,
      'dalia',
      '/a.note.md: So @dalia’s words [^wire, @dalia] and [hers](@dalia), `@mehra` and @mehra-b.',
      '/actors.yaml: dalia:',
      "/wire.source.md: speakers: {Mehra: dalia, M.: '@dalia'}"
    )
    checkRename(
      `@ar<|>ven${registry}`,
      'arvania',
      '/a.note.md: @arvania',
      '/actors.yaml:     - {title: Minister, of: arvania}',
      '/actors.yaml:   memberships: [{of: "@arvania"}]',
      '/actors.yaml: arvania: {name: Arven}'
    )
  })
  it('begins in a record, a field or a citation as well', () => {
    checkRename(
      `=== /actors.yaml\nme<|>hra: {name: M}\n=== /a.note.md\n@mehra\n`,
      'x',
      '/actors.yaml: x: {name: M}',
      '/a.note.md: @x'
    )
    checkRename(
      `=== /actors.yaml\na: {name: A, memberships: [{of: me<|>hra}]}\n"mehra": {name: M}\n`,
      'x',
      '/actors.yaml: a: {name: A, memberships: [{of: x}]}',
      '/actors.yaml: "x": {name: M}'
    )
    checkRename(
      `a [^w, @me<|>hra]${registry.replace(/=== \/wire.*/s, '')}`,
      'x',
      '/a.note.md: a [^w, @x]',
      '/actors.yaml: x:'
    )
  })
  it('changes the key of a dossier where it is written', () =>
    checkRename(
      `@me<|>hra\n=== /d.actor.md\n---\nkey: mehra\nname: M\n---\n@mehra [d](d.actor.md)\n`,
      'x',
      '/a.note.md: @x',
      '/d.actor.md: key: x',
      '/d.actor.md: @x [d](d.actor.md)'
    ))
  it('renames the file that gives the key, and links to it', () =>
    checkRename(
      `=== /sub/a.note.md\n@me<|>hra [one](../mehra.actor.md#top) <b>\n=== /mehra.actor.md\n---\nname: M\n---\nI am @mehra.\n`,
      'x',
      '-/mehra.actor.md',
      '/sub/a.note.md: @x [one](../x.actor.md#top) <b>',
      '+/x.actor.md',
      '/x.actor.md: name: M',
      '/x.actor.md: I am @x.'
    ))
  it('changes the entries of a bibliography that refer to it, and nothing else that reads like it', () =>
    checkRename(
      'It sails [^wi<|>re].\n=== /b.bib\n% wire\n@book{wire, title = {wire}}\n@inbook{x, crossref = "wire", xdata = {wire, wire2 ,\n  wire}, note = {wire}}\n@misc{y, related = {a_wire,wire_b}, entryset = wire, xref = {my} # wire}\n=== /sources.yaml\nz: {crossref: wire}\n',
      'log_1',
      '/a.note.md: It sails [^log_1].',
      '/b.bib: @book{log_1, title = {wire}}',
      '/b.bib: @inbook{x, crossref = "log_1", xdata = {log_1, wire2 ,',
      '/b.bib:   log_1}, note = {wire}}',
      '/b.bib: @misc{y, related = {a_wire,wire_b}, entryset = log_1, xref = {my} # wire}'
    ))
  it('renames a key that no record has', () =>
    checkRename('@no<|>body and @nobody\n', 'tolen', '/a.note.md: @tolen and @tolen'))
  it('takes the mark of a mention for none of the key', () =>
    checkRename('@no<|>body\n', ' @tolen ', '/a.note.md: @tolen'))
  it('follows headings whose anchors hold the key', () =>
    checkRename(
      '# What @me<|>hra said\n\n[it](#what-mehra-said) [other](#what-mehra-said-1)\n\n# What mehra said\n',
      'x',
      '/a.note.md: # What @x said',
      '/a.note.md: [it](#what-x-said) [other](#what-mehra-said)'
    ))
  it('asks before it changes what may be the code of a country', () => {
    let source = '=== /actors.yaml\nu<|>s: {name: US}\na: {name: A, country: us}\nb: {name: B, country: "@us"}\n'
    checkRename(
      source,
      'usa',
      '/actors.yaml: usa: {name: US}',
      '/actors.yaml: a: {name: A, country: usa}',
      '/actors.yaml: b: {name: B, country: "@usa"}'
    )
    let { answer } = renamed(source, 'usa')
    let asked = Object.values((answer as WorkspaceEdit).changeAnnotations!).map(own => own.needsConfirmation)
    assert.deepEqual(asked, [false, true])
    let { answer: without, before } = renamed(source, 'usa', { annotations: false })
    assert.deepEqual(differences(before, applied(without as WorkspaceEdit, before)).length, 2)
  })
})

describe('renaming a source', () => {
  it('changes citations, origins and bibliographies', () =>
    checkRename(
      `a [^wi<|>re, p. 2] [^wire][^wire-2] [^n] \n\n[^n]: “wire” [^wire]\n=== /b.bib\n@article{wire, title={T}}\n=== /c.csl.json\n[{"id": "wire"}]\n=== /d.source.md\n---\nkey: d\norigin: wire\n---\n=== /sources.yaml\nwire: {title: T}\nz: {origin: 'wire'}\n`,
      'smith:2031',
      '/a.note.md: a [^smith:2031, p. 2] [^smith:2031][^wire-2] [^n] ',
      '/a.note.md: [^n]: “wire” [^smith:2031]',
      '/b.bib: @article{smith:2031, title={T}}',
      '/c.csl.json: [{"id": "smith:2031"}]',
      '/d.source.md: origin: smith:2031',
      '/sources.yaml: smith:2031: {title: T}',
      "/sources.yaml: z: {origin: 'smith:2031'}"
    ))
  it('renames its file, but to no name that a file cannot have', () => {
    let source = '[^wi<|>re]\n=== /s/wire.source.md\n---\ntitle: T\n---\nText.\n'
    checkRename(
      source,
      'b',
      '-/s/wire.source.md',
      '/a.note.md: [^b]',
      '+/s/b.source.md',
      '/s/b.source.md: title: T',
      '/s/b.source.md: Text.'
    )
    checkRefused(source, 'smith:2031', /file’s name cannot hold/)
    checkRefused(source, 'b', /no server rename files/, { renameFiles: false })
  })
  it('is refused where a footnote has the name', () =>
    checkRefused('[^wi<|>re] [^1]\n\n[^1]: Note.\n', '1', /a.note.md has a footnote \[\^1\]/))
})

describe('renaming a statement', () => {
  it('changes its id and the links to it, in all notes', () =>
    checkRename(
      'Fact: It sails. {#k<|>1 .x}\n\n[a](#k1) [b](b.note.md#k1) `#k1`\n=== /b.note.md\nGap: One. {#k1}\n\n[c](a.note.md#k1) [d](/a.note.md#k1) [e](#k1) [f](a.note.md#k11)\n',
      'boats',
      '/a.note.md: Fact: It sails. {#boats .x}',
      '/a.note.md: [a](#boats) [b](b.note.md#k1) `#k1`',
      '/b.note.md: [c](a.note.md#boats) [d](/a.note.md#boats) [e](#k1) [f](a.note.md#k11)'
    ))
  it('begins at a link as well', () =>
    checkRename(
      '[b](b.note.md#k<|>1)\n=== /b.note.md\nGap: One. {#k1}\n',
      'x',
      '/a.note.md: [b](b.note.md#x)',
      '/b.note.md: Gap: One. {#x}'
    ))
  it('is refused for the anchor of a heading, and for one that leads nowhere', () => {
    checkPrepared('[b](#the-qu<|>ay)\n\n# The quay\n', /comes from its words/)
    checkPrepared('[b](#no<|>where)\n', /Nothing in a.note.md has the id “nowhere”/)
  })
})

describe('a new name', () => {
  it('is refused when it is taken or in use', () => {
    checkRefused(`@me<|>hra${registry}`, 'arven', /^@arven is taken already/)
    checkRefused(`@me<|>hra and @nobody${registry}`, 'nobody', /^@nobody is used already, in one place/)
    checkRefused('[^a<|>] [^b] [^b]\n', 'b', /^\[\^b\] is used already, in 2 places/)
    checkRefused('Gap: a {#a<|>}\n\nGap: b {#b}\n', 'b', /^#b is taken already/)
    checkRefused('Gap: a {#a<|>}\n\n# The quay\n', 'the-quay', /^#the-quay is taken already/)
  })
  it('is refused when it is no key', () => {
    for (let name of ['', 'a b', '-a', 'a/b', 'a.b', 'a@b', '“a”'])
      checkRefused('@mehr<|>a\n', name, /is no key of an actor/)
    checkRefused('@mehr<|>a\n', 'a_', /emphasis/)
    for (let name of ['', 'a b', '.a', 'a.', 'a]', 'a,b'])
      checkRefused('[^wi<|>re]\n', name, /is no key of a source|^\{/)
    for (let name of ['', 'a b', '.a', 'a}']) checkRefused('Gap: a {#a<|>}\n', name, /is no id/)
  })
  it('that is the old one changes nothing', () => checkRename(`@me<|>hra${registry}`, 'mehra'))
})

describe('what can be renamed', () => {
  it('is a key or id, without its mark', () => {
    checkPrepared('a <|>@mehra\n', 'mehra')
    checkPrepared('a [words](@meh<|>ra)\n', 'mehra')
    checkPrepared('a [^wi<|>re, p. 2]\n', 'wire')
    checkPrepared('Gap: a {<|>#a1 common}\n', 'a1')
    checkPrepared('=== /actors.yaml\n"@me<|>hra": {name: M}\n', 'mehra')
  })
  it('is nothing else', () => {
    for (let source of [
      'a wo<|>rd\n',
      '[^wire, p.<|> 2]\n',
      '`@me<|>hra`\n',
      '=== /actors.yaml\nm: {na<|>me: M}\n',
      '# Head<|>ing\n'
    ])
      checkPrepared(source, source.startsWith('#') ? /comes from its words/ : /Put the cursor on/)
    checkPrepared('[a](b.note.m<|>d)\n', /rename the file itself/)
  })
})
