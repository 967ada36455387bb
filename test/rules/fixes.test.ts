import assert from 'node:assert'
import { checkFile, type Fix, Workspace } from '../../server/core'
import { differingWords } from '../../server/core/differences'
import { createActor, createSource } from '../../server/core/fixes/create'
import { likelyActors, likelySources } from '../../server/core/fixes/known'
import { fixture } from '../fixture'
import { applyFix, checkAll } from './pages'

function workspaceOf(source: string): Workspace {
  let workspace = new Workspace()
  for (let { path, text } of fixture(source).files) workspace.set(path, text)
  return workspace
}

/** What the first fix of the rule's first finding in `/brief.note.md` makes of it; a title alone where it changes another file. */
function checkFirst(rule: string, source: string, expected: string | undefined) {
  let texts = new Map(fixture(`=== /brief.note.md\n${source}`).files.map(({ path, text }) => [path, text]))
  let finding = checkAll(texts).findings.find(found => found.rule === rule)
  assert.ok(finding, `no ${rule}`)
  let [fix] = finding.fixes()
  assert.equal(fix && applyFix(texts, fix).get('/brief.note.md')?.replace(/\n$/, ''), expected)
}

describe('the fix “create the source”', () => {
  let path = (key: string, files = '=== /desk/brief.note.md\nx\n') =>
    createSource(workspaceOf(files), '/desk/brief.note.md', key).create!.path

  it('makes a file beside the note', () => assert.equal(path('wire-0312'), '/desk/sources/wire-0312.source.md'))
  it('makes it where sources are kept already', () => {
    assert.equal(path('w', '=== /sources/a.source.md\nx\n'), '/sources/w.source.md')
    assert.equal(path('w', '=== /desk/texts/a.source.md\nx\n=== /sources/b.source.md\ny\n'), '/desk/texts/w.source.md')
    assert.equal(path('w', '=== /other/sources/a.source.md\nx\n'), '/desk/sources/w.source.md')
  })
  it('takes another name where one is taken, whatever its case', () =>
    assert.equal(path('Wire', '=== /sources/wire.source.md\nx\n'), '/sources/Wire-2.source.md'))

  let hostile = [
    'a/../../../etc/passwd',
    'a/b/c',
    'a:b',
    'C:/Windows/x',
    'con',
    'nul.txt',
    'LPT1',
    'a..b',
    'a+b',
    `a${'/..'.repeat(50)}/x`,
    `k${'x'.repeat(500)}`,
    'ключ:2031/1'
  ]
  for (let key of hostile)
    it(`stays in its folder for ${key.slice(0, 30)}`, () => {
      let made = path(key)
      let name = made.slice('/desk/sources/'.length)
      assert.match(made, /^\/desk\/sources\/[^/\\:*?"<>|]+\.source\.md$/)
      assert.ok(!name.startsWith('.') && !name.includes('..') && name.length < 120)
      assert.doesNotMatch(name, /^(con|nul|lpt1)\./i)
      // The file gives the key that was cited.
      let workspace = new Workspace()
      let { text } = createSource(workspace, '/desk/brief.note.md', key).create!
      workspace.set(made, text)
      assert.equal(workspace.source(key)?.key, key)
      assert.deepEqual([...workspace.source(key)!.problems, ...workspace.files.get(made)!.problems], [])
    })
})

describe('the fix “create the actor”', () => {
  function checkAdded(files: string, key: string, name: string | undefined, expected: { [path: string]: string }) {
    let { files: read } = fixture(files)
    let fix = createActor(workspaceOf(files), '/desk/brief.note.md', key, name) as Fix
    let texts = new Map(read.map(({ path, text }) => [path, text]))
    let after = applyFix(texts, fix)
    assert.deepEqual(Object.fromEntries([...after].filter(([path, text]) => texts.get(path) !== text)), expected)
    let workspace = new Workspace()
    for (let [path, text] of after) workspace.set(path, text)
    assert.equal(workspace.actor(key)?.key, key)
    assert.deepEqual(workspace.actor(key)?.problems, [])
  }

  it('adds it to the nearest list', () =>
    checkAdded(
      '=== /actors.yaml\na: {name: A}\n=== /desk/actors.yaml\nb: {name: B}\n=== /other/actors.yaml\nc: {name: C}\n',
      'new-one',
      undefined,
      { '/desk/actors.yaml': 'b: {name: B}\n\nnew-one:\n  schema: LegalEntity\n  name: New One\n' }
    ))
  it('adds it to an empty list', () =>
    checkAdded('=== /actors.yaml\n', 'x', undefined, { '/actors.yaml': 'x:\n  schema: LegalEntity\n  name: X\n' }))
  it('ends a last line that has no end', () => {
    let workspace = new Workspace()
    workspace.set('/actors.yaml', 'a: {name: A}')
    let fix = createActor(workspace, '/brief.note.md', 'x')!
    assert.deepEqual(fix.edits, [
      { path: '/actors.yaml', from: 12, to: 12, newText: '\n\nx:\n  schema: LegalEntity\n  name: X\n' }
    ])
  })
  it('begins a list beside the note', () =>
    checkAdded('=== /desk/brief.note.md\nx\n', 'x', undefined, {
      '/desk/actors.yaml': 'x:\n  schema: LegalEntity\n  name: X\n'
    }))
  it('leaves a broken list alone, and never makes one that is there', () => {
    assert.equal(createActor(workspaceOf('=== /desk/actors.yaml\na: "x\n'), '/desk/brief.note.md', 'x'), undefined)
  })
  it('takes the shown words for the name, whatever is in them', () =>
    checkAdded('=== /actors.yaml\na: {name: A}\n', 'x', 'Ann: "O\'Neill"\n  admin: # yes', {
      '/actors.yaml': `a: {name: A}\n\nx:\n  schema: LegalEntity\n  name: 'Ann: "O''Neill" admin: # yes'\n`
    }))
})

describe('“did you mean”', () => {
  let workspace = workspaceOf(`
=== /actors.yaml
mehra: {name: Sunniva Mehra, weakAlias: [Mehra, the minister], misspelling: [Sunniva Mera]}
mera: {name: Mera Valley}
skoda: {name: Ján Škoda}
usa: {name: United States, alias: [US]}
=== /sources.yaml
harbour-weekly: {title: H}
harbour-daily: {title: D}
ab: {title: X}
`)
  let actors: [string, string[]][] = [
    ['Mehra', ['mehra', 'mera']],
    ['mehar', ['mehra']],
    ['sunniva-mehra', ['mehra']],
    ['Sunniva_Mera', ['mehra']],
    ['škoda', ['skoda']],
    ['US', ['usa']],
    ['united-states', ['usa']],
    ['uk', []],
    ['brask', []]
  ]
  for (let [written, expected] of actors)
    it(`@${written}: ${expected.join(', ') || 'nobody'}`, () =>
      assert.deepEqual(likelyActors(workspace, written), expected))
  let sources: [string, string[]][] = [
    ['harbor-weekly', ['harbour-weekly']],
    ['Harbour-Daily', ['harbour-daily']],
    ['ac', []],
    ['x', []]
  ]
  for (let [written, expected] of sources)
    it(`[^${written}]: ${expected.join(', ') || 'none'}`, () =>
      assert.deepEqual(likelySources(workspace, written), expected))
})

describe('the fix “take the source’s words”', () => {
  let cases: [what: string, note: string, body: string, expected: string | undefined][] = [
    [
      'drops its line breaks',
      '“the boat sails late” [^s].',
      'Then the ship\nsails late.',
      '“the ship sails late” [^s].'
    ],
    [
      'escapes what would be a mark',
      '“the boat `x` at *five* [^y] costs” [^s].',
      'the ship \\`x\\` at \\*five\\* [^y] costs.',
      '“the ship ‘x’ at \\*five\\* \\[^y\\] costs” [^s].'
    ],
    [
      'shows a link, a comment and HTML as text',
      '“the boat sails <b>late</b> at night” [^s].',
      'the [ship](command:evil) sails <!-- @x --> <b>late</b> at night.',
      '“the ship sails \\<b>late\\</b> at night” [^s].'
    ],
    [
      'keeps its own marks apart',
      '„the old boat sails late“ [^s].',
      'the “old” ship sails late',
      '„the ‘old’ ship sails late“ [^s].'
    ],
    [
      'keeps the stop before the closing mark',
      '“the boat sails late.” [^s]',
      'the ship sails late tonight',
      '“the ship sails late.” [^s]'
    ],
    [
      'leaves a question one',
      '“will the boat sail late.” [^s]',
      'Will the ship sail late? No.',
      '“Will the ship sail late?” [^s]'
    ],
    [
      'writes a handle as text',
      '“ask @gannet on the boat now” [^s].',
      'ask @gannet on the ship now',
      '“ask \\@gannet on the ship now” [^s].'
    ],
    [
      'leaves addresses alone',
      '“write to a@b.example about boats now” [^s].',
      'write to a@b.example about ships now',
      '“write to a@b.example about ships now” [^s].'
    ],
    [
      'works in a citation',
      'It is so [^s, "the boat sails late"].',
      'the ship sails late',
      'It is so [^s, "the ship sails late"].'
    ],
    [
      'puts no bracket into a citation',
      'It is so [^s, "the boat sails late at night"].',
      'the ship [a] sails late at night',
      undefined
    ],
    ['works in a block quote', '> the boat\n> sails late. [^s]', 'the ship sails late.', '> the ship sails late. [^s]']
  ]
  for (let [what, note, body, expected] of cases)
    it(what, () => checkFirst('quote-altered', `${note}\n=== /s.source.md\n${body}\n`, expected))
})

describe('the fix “mark what is changed”', () => {
  let cases: [what: string, note: string, body: string, expected: string | undefined][] = [
    [
      'says where words are left out',
      '“the boat sails late” [^s].',
      'the old boat sails late',
      '“the […] boat sails late” [^s].'
    ],
    [
      'puts what is added into brackets',
      '“the boat sails very late” [^s].',
      'the boat sails late tonight',
      '“the boat sails [very] late” [^s].'
    ],
    [
      'puts what is replaced into brackets',
      '“the *boat* sails late, and slowly” [^s].',
      'the ship sails late, and very slowly',
      '“the [*boat*] sails late, and […] slowly” [^s].'
    ],
    [
      'works in a block quote',
      '> the boat\n> sails late. [^s]',
      'the old boat sails late.',
      '> the […] boat\n> sails late. [^s]'
    ],
    [
      'puts no bracket into a citation',
      'So [^s, "the boat sails late"].',
      'the old boat sails late',
      'So [^s, "the … boat sails late"].'
    ],
    ['hides no “not”', '“the boat will sail late” [^s].', 'the boat will not sail late', undefined],
    ['hides no “but”', '“the boat sails late tonight” [^s].', 'the boat sails, but late tonight', undefined],
    ['hides no other figure', '“the boat sails at 9 tonight” [^s].', 'the boat sails at 8 tonight', undefined],
    ['replaces nobody’s name in a citation', 'So [^s, "the boat sails late"].', 'the ship sails late', undefined]
  ]
  for (let [what, note, body, expected] of cases) {
    it(what, () => {
      let texts = new Map([
        ['/brief.note.md', note],
        ['/s.source.md', `${body}\n`]
      ])
      let fixes = checkAll(texts).findings.flatMap(found => found.fixes())
      let fix = fixes.find(({ title }) => title.startsWith('Mark what is changed'))
      assert.equal(fix && applyFix(texts, fix).get('/brief.note.md'), expected)
    })
  }
})

describe('the titles of a quotation’s fixes', () => {
  it('keep what differs in sight', () => {
    let [head, tail] = [
      'the harbour master told the committee in the spring that the old boat',
      'from the western pier before the first fruit is picked on the far side'
    ]
    let texts = new Map([
      ['/brief.note.md', `He wrote “${head} departs ${tail}” [^s].`],
      ['/s.source.md', `${head} sails ${tail}.\n`]
    ])
    let titles = checkAll(texts).findings.flatMap(found => found.fixes().map(fix => fix.title))
    assert.deepEqual(titles, [
      'Take the source’s words: “… the spring that the old boat sails from the western pier before …”',
      'Mark what is changed: “… spring that the old boat [departs] from the western pier …”'
    ])
  })
})

describe('the fix “cite”', () => {
  let body = '=== /s.source.md\nThe harbour master counts 310 pallet places in the cold store of the U.S. pier.\n'
  let cases: [note: string, expected: string][] = [
    ['There are 310 pallet places in the cold.', 'There are 310 pallet places in the cold [^s].'],
    ['There are 310 pallet places in the cold', 'There are 310 pallet places in the cold [^s]'],
    ['(There are 310 pallet places in the cold.)', '(There are 310 pallet places in the cold [^s].)'],
    ['There are 310 pallet places in the cold U.S.', 'There are 310 pallet places in the cold U.S.[^s]'],
    ['*There are 310 pallet places in the cold!*', '*There are 310 pallet places in the cold [^s]!*'],
    ['- For: 310 pallet places stand cold…', '- For: 310 pallet places stand cold [^s]…']
  ]
  for (let [note, expected] of cases) it(note, () => checkFirst('unsourced-figure', `${note}\n${body}`, expected))

  it('is not offered for a figure without its words, nor for half a number', () => {
    for (let text of ['There were 310 gulls.', 'There are 31 pallet places in the cold.']) {
      let texts = new Map([
        ['/brief.note.md', text],
        ['/s.source.md', body]
      ])
      let titles = checkAll(texts).findings.flatMap(found => found.fixes().map(fix => fix.title))
      assert.deepEqual(titles, ['Mark the paragraph as common knowledge'])
    }
  })
})

describe('the fix “mark as common knowledge”', () => {
  let cases: [note: string, expected: string][] = [
    ['A year has 365 days.', 'A year has 365 days. {common}'],
    ['- A year has 365 days. {#y}', '- A year has 365 days. {#y common}'],
    ['A year has\n365 days.\n\nNext.', 'A year has\n365 days. {common}\n\nNext.']
  ]
  for (let [note, expected] of cases) it(note, () => checkFirst('unsourced-figure', note, expected))
})

describe('the fix “remove the suppression”', () => {
  let cases: [note: string, expected: string][] = [
    ['<!-- provenote-ignore unsourced-fact -- x -->\nText.', 'Text.'],
    ['<!-- provenote-ignore\nunsourced-fact -- x -->\r\nText.', 'Text.'],
    ['> <!-- provenote-ignore unsourced-fact -- x -->\n> Text.', '> Text.'],
    ['Text <!-- provenote-ignore unsourced-fact -- x --> on.', 'Text  on.'],
    [
      '<!-- provenote-ignore no-such, unsourced-fact -- x -->\nText.',
      '<!-- provenote-ignore unsourced-fact -- x -->\nText.'
    ]
  ]
  for (let [note, expected] of cases) it(JSON.stringify(note), () => checkFirst('unused-suppression', note, expected))
})

describe('differing words', () => {
  it('are told with a word on each side', () =>
    assert.equal(
      differingWords([
        { kind: 'same', words: 'We will' },
        { kind: 'source', words: 'not' },
        { kind: 'same', words: 'sign a date' }
      ]),
      'The source has “will not sign”, the note “will sign”.'
    ))
  it('are told twice and then counted', () =>
    assert.equal(
      differingWords([
        { kind: 'written', words: 'A' },
        { kind: 'source', words: 'The' },
        { kind: 'same', words: 'first boat and then' },
        { kind: 'source', words: 'slowly' },
        { kind: 'same', words: 'the last of' },
        { kind: 'written', words: 'ten' },
        { kind: 'same', words: 'x y z' },
        { kind: 'source', words: 'end' }
      ]),
      'The source has “The first”, the note “A first”; it has “then slowly the”, the note “then the”, and 2 more places differ.'
    ))
  it('stand at the smallest place in the note', () => {
    let spans: string[] = []
    for (let quoted of [
      '“We will sign a date” [^s].',
      '“We *will* not, sign a day” [^s].',
      '“They will not […] sign a date” [^s].'
    ]) {
      let workspace = new Workspace()
      workspace.set('/s.source.md', '---\ntitle: A\nissued: 2031\nauthor: B\n---\nWe will not sign a date.')
      workspace.set('/b.note.md', quoted)
      let check = checkFile(workspace, '/b.note.md', quoted)
      for (let step = check.next(); ; step = check.next()) {
        if (!step.done) continue
        spans.push(...step.value.findings.map(({ from, to }) => quoted.slice(from, to)))
        break
      }
    }
    assert.deepEqual(spans, ['will sign', 'day', 'They will'])
  })
})
