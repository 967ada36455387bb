import assert from 'node:assert'
import { type CheckOptions, checkFile, type Finding, Workspace } from '../../server/core'
import { fixture } from '../fixture'

/** Every finding in `/brief.note.md`, as `severity rule` or, silenced, `(rule: reason)`. */
function checked(source: string, asked: CheckOptions = {}): string[] {
  let workspace = new Workspace()
  let { files } = fixture(`=== /brief.note.md\n${source}`)
  for (let { path, text } of files) workspace.set(path, text)
  let check = checkFile(workspace, '/brief.note.md', files[0].text, asked)
  let step = check.next()
  while (!step.done) step = check.next()
  let { findings, suppressed } = step.value
  let told = (found: Finding) => `${found.severity} ${found.rule}`
  return [...findings.map(told), ...suppressed.map(({ rule, reason }) => `(${rule}: ${reason})`)]
}

describe('a check', () => {
  let note = 'Some 40 gulls left [^gone].'
  it('takes a note for a draft', () =>
    assert.deepEqual(checked('Some 40 gulls left.'), ['information unsourced-figure']))
  it('is stricter with a final one', () =>
    assert.deepEqual(checked('---\nstatus: final\n---\nSome 40 gulls left.'), ['warning unsourced-figure']))
  it('is stricter when one publishes', () =>
    assert.deepEqual(checked('Some 40 gulls left.', { publish: true }), ['warning unsourced-figure']))
  it('takes severities from the configuration, and before it from who asks', () => {
    let config = '\n=== /provenote.yaml\nrules:\n  unknown-source: hint\n'
    assert.deepEqual(checked(note + config), ['hint unknown-source'])
    assert.deepEqual(checked(note + config, { rules: { 'unknown-source': 'off' } }), [])
  })

  let silent = (source: string, expected: string[]) =>
    it(JSON.stringify(source), () => assert.deepEqual(checked(source), expected))
  describe('is silenced', () => {
    let ignore = (id: string, why: string) => `<!-- provenote-ignore ${id} -- ${why} -->\n`
    silent(`${ignore('unsourced-figure', 'x')}Some 40 gulls left.\n\nSome 50 came.`, [
      'information unsourced-figure',
      '(unsourced-figure: x)'
    ])
    silent(`${ignore('unsourced-figure', 'x')}- Some 40 gulls left.\n  - Some 50 came.\n- Some 60 stayed.`, [
      'information unsourced-figure',
      '(unsourced-figure: x)',
      '(unsourced-figure: x)'
    ])
    silent(
      `${ignore('unsourced-figure', 'outer')}- Some 40 gulls left.\n\n  ${ignore('unsourced-figure', 'inner')}  - Some 50 came.`,
      ['(unsourced-figure: outer)', '(unsourced-figure: inner)']
    )
    silent(`Some 40 gulls left.\n\n<!-- provenote-ignore-file unsourced-figure -- all -->\n\nSome 50 came.`, [
      '(unsourced-figure: all)',
      '(unsourced-figure: all)'
    ])
    silent(`${ignore('quote-not-found, unsourced-figure', 'x')}Some 40 gulls left.`, [
      'warning unused-suppression',
      '(unsourced-figure: x)'
    ])
    silent(`<!-- provenote-ignore unsourced-figure -->\r\nSome 40 gulls left.`, [
      'warning suppression-without-reason',
      '(unsourced-figure: )'
    ])
  })

  describe('of a dossier', () => {
    it('tells a field’s fault once, as one of the record', () => {
      let workspace = new Workspace()
      let text = '---\nname: "Mehra\nstatus: elected\n---\n@nobody said “one two three”.\n'
      workspace.set('/mehra.actor.md', text)
      let check = checkFile(workspace, '/mehra.actor.md', text)
      let step = check.next()
      while (!step.done) step = check.next()
      assert.deepEqual(
        step.value.findings.map(({ rule }) => rule),
        ['invalid-record', 'unknown-actor', 'unsourced-quotation']
      )
    })
  })

  it('is done with notes of every kind without an error', () => {
    let notes = [
      '',
      '\n',
      '---',
      '---\n',
      '---\n---',
      '“',
      '[^',
      '@',
      '> ',
      '- ',
      '<!-- provenote-ignore',
      '{',
      '\u{1d51e}“\u{1d51e} b c”'
    ]
    for (let text of notes) checked(text)
  })
})
