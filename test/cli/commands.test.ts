import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import pico from 'picocolors'
import { printPage } from '../../server/cli/print/markdown'
import { optionsFromSettings, rules, Workspace } from '../../server/core'
import { newOptionsFile } from '../../server/core/options-file'
import { folder, provenote, removeFolders } from './command'

describe('provenote rules', () => {
  after(removeFolders)

  it('lists every rule with its severities and what it flags', async () => {
    let { code, out } = await provenote(folder({}), ['rules'])
    assert.equal(code, 0)
    for (let { id } of rules) assert.ok(out.includes(`\n${id}  `) || out.startsWith(`${id}  `), id)
    assert.match(
      out,
      /\nquote-altered {2}error\n {2}Quoted words of which the cited source holds a version that differs\.\n/
    )
    assert.match(out, /\nunknown-actor {2}warning, when final error\n/)
    assert.match(out, /\nvague-likelihood {2}icd203 warning, phia warning, newsroom information, none off\n/)
    assert.match(out, new RegExp(`\n${rules.length} rules\\. .provenote explain RULE. prints the page of one\\.\n$`))
    for (let line of out.split('\n')) assert.ok(line.length <= 120, line)
  })
  it('lists them as JSON', async () => {
    let entries = JSON.parse((await provenote(folder({}), ['rules', '--format', 'json'])).out)
    assert.deepEqual(
      entries.map((entry: { id: string }) => entry.id),
      rules.map(rule => rule.id).sort()
    )
    assert.deepEqual(
      entries.find((entry: { id: string }) => entry.id === 'no-gap'),
      {
        id: 'no-gap',
        severity: rules.find(rule => rule.id === 'no-gap')!.severity,
        standard: rules.find(rule => rule.id === 'no-gap')!.standard,
        flags: 'The first key judgement of a note in which no `Gap:` stands and no word on what is not known.'
      }
    )
    for (let { flags } of entries) assert.match(flags, /^[^a-z].{20,}\.$/)
  })
})

describe('provenote explain', () => {
  after(removeFolders)

  it('prints the page of every rule, and nothing that is only markup', () => {
    for (let { id } of rules) {
      let out = printPage(readFileSync(`server/core/rules/${id}.md`, 'utf8'), pico.createColors(false), 100)
      assert.match(out, new RegExp(`^${id}\n\n(?:Draft|By profile): `))
      for (let heading of ['Why', 'Bad', 'Good', 'Not flagged', 'Configure'])
        assert.match(out, new RegExp(`\n\n${heading}\n\n`))
      assert.doesNotMatch(out, /^(?:#+ |```)/m)
    }
  })
  it('marks what is flagged and what is not', async () => {
    let { out } = await provenote(folder({}), ['explain', 'quote-altered'])
    assert.ok(
      out.includes(`
  flagged
  │ He put it in one line: “We will sign a date we cannot insure” [^hearing].
  │                            ^^^^^^^^^ quote-altered: The source has “will not sign”, the note “will sign”.

  after the fix
  │ He put it in one line: “We will not sign a date we cannot insure” [^hearing].
`)
    )
  })
})

describe('provenote init', () => {
  after(removeFolders)

  it('writes a provenote.yaml that is read without a complaint, and never over another', async () => {
    let root = folder({ 'desk/a.note.md': '' })
    assert.deepEqual(await provenote(root, ['init', 'desk', '--profile', 'phia']), {
      code: 0,
      out: 'Wrote desk/provenote.yaml\n',
      err: ''
    })
    assert.equal(readFileSync(`${root}/desk/provenote.yaml`, 'utf8'), newOptionsFile('phia'))
    assert.equal((await provenote(root, ['check'])).out, '✓ 2 files checked, nothing found.\n')
    assert.deepEqual(await provenote(`${root}/desk`, ['init']), {
      code: 2,
      out: '',
      err: 'provenote: provenote.yaml is there already, and is left as it is.\n'
    })
    assert.equal((await provenote(root, ['init', 'gone'])).err, 'provenote: There is no folder gone\n')
  })
  it('explains every option, each with its default', () => {
    let text = newOptionsFile('none')
    checkOptions(text, '{"profile":"none"}')
    // The comments taken away, it says what no file says.
    checkOptions(
      text.replace(/^# ( *(?:#|\w+:))/gm, '$1').replace('unsourced-figure: warning', ''),
      JSON.stringify(optionsFromSettings({}).options)
    )
  })
})

function checkOptions(text: string, expected: string) {
  let workspace = new Workspace()
  workspace.set('/provenote.yaml', text)
  assert.deepEqual(workspace.files.get('/provenote.yaml')!.problems, [])
  let given = workspace.files.get('/provenote.yaml')!.config!
  let sorted = (value: object) => JSON.stringify(Object.entries({ rules: {}, ...value }).sort())
  assert.equal(sorted(given), sorted(JSON.parse(expected)))
}
