import assert from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import { type CheckOptions, checkFile, Workspace } from '../../server/core'
import { lineAt, lineStarts } from '../../server/core/lines'

let texts = new Map<string, string>()
for (let name of readdirSync('example', { recursive: true, encoding: 'utf8' })) {
  let path = `/${name.replaceAll('\\', '/')}`
  if (/\.(md|yaml|bib)$/.test(path)) texts.set(path, readFileSync(`example${path}`, 'utf8'))
}

/** Line, severity and rule of each finding in a file of the sample workspace. */
function checkSample(path: string, expected: string[], asked: CheckOptions = {}) {
  let workspace = new Workspace()
  for (let [own, text] of texts) workspace.set(own, text)
  let check = checkFile(workspace, path, texts.get(path)!, asked)
  let step = check.next()
  while (!step.done) step = check.next()
  let starts = lineStarts(texts.get(path)!)
  let found = step.value.findings.map(({ from, severity, rule }) => `${lineAt(starts, from) + 1} ${severity} ${rule}`)
  assert.deepEqual(found, expected)
}

describe('the sample workspace', () => {
  it('has one finding of each kind in its draft', () =>
    checkSample('/draft.note.md', [
      '28 warning unsourced-quotation',
      '28 information unsourced-figure',
      '30 warning unsourced-fact',
      '32 hint unsourced-statement',
      '34 warning unsourced-attribution',
      '38 error unknown-source',
      '40 warning unknown-actor',
      '42 error quote-altered',
      '45 error quote-in-other-source',
      '46 error quote-not-found',
      '49 information quote-unchecked',
      '51 warning syntax',
      '55 warning suppression-without-reason',
      '58 warning unused-suppression',
      '63 warning unsupported-judgement',
      '68 error quote-wrong-speaker',
      '70 warning quote-ambiguous'
    ]))
  it('has an untidy list of actors', () => {
    checkSample('/broken.actors.yaml', ['3 error duplicate-key', '9 warning invalid-record'])
    checkSample('/actors.yaml', ['178 error duplicate-key'])
  })
  for (let path of texts.keys()) {
    if (['/draft.note.md', '/broken.actors.yaml', '/actors.yaml'].includes(path)) continue
    it(`has nothing to be said of ${path}, published or not`, () => {
      checkSample(path, [])
      checkSample(path, [], { publish: true })
    })
  }
})
