import assert from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import { type CheckOptions, checkFile, Workspace } from '../../server/core'
import { lineAt, lineStarts } from '../../server/core/lines'

// A brief of ten pages as a desk would write it, with its sources and actors. Nothing in it was written to suit a rule.
let folder = 'test/quiet/world'
let texts = new Map<string, string>()
for (let name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  let path = `/${name.replaceAll('\\', '/')}`
  if (/\.(?:md|yaml|bib)$/.test(path)) texts.set(path, readFileSync(folder + path, 'utf8'))
}

// The brief is written by ICD 203; the words of PHIA's yardstick are others, and newsrooms and the rest have none of their own.
let yardstick: [string, string][] = [
  ['very unlikely', 'highly unlikely'],
  ['very likely', 'highly likely'],
  ['a roughly even chance', 'a realistic possibility']
]

/** Every finding in every file, as line, severity, rule and message. */
function checkAll(profile: string, status: string, asked: CheckOptions): string[] {
  let workspace = new Workspace()
  let world = new Map(texts)
  let brief = texts.get('/brief.note.md')!.replace('status: draft', `status: ${status}`)
  brief = brief.replace('profile: icd203', `profile: ${profile}`)
  if (profile === 'phia') for (let [own, other] of yardstick) brief = brief.replaceAll(own, other)
  world.set('/brief.note.md', brief)
  for (let [path, text] of world) workspace.set(path, text, true)
  return [...world].flatMap(([path, text]) => {
    let check = checkFile(workspace, path, text, { today: '2032-04-20', ...asked })
    let step = check.next()
    while (!step.done) step = check.next()
    let starts = lineStarts(text)
    return step.value.findings.map(
      ({ from, to, severity, rule, message }) =>
        `${path}:${lineAt(starts, from) + 1} ${severity} ${rule} “${text.slice(from, to)}”: ${message}`
    )
  })
}

describe('a clean brief of ten pages', () => {
  for (let profile of ['icd203', 'phia', 'newsroom', 'none']) {
    for (let status of ['draft', 'final'])
      it(`has no finding under ${profile} as a ${status}`, () => assert.deepEqual(checkAll(profile, status, {}), []))
    it(`has no finding under ${profile} when published`, () =>
      assert.deepEqual(checkAll(profile, 'draft', { publish: true }), []))
  }

  it('is one that could have findings', () => {
    let workspace = new Workspace()
    for (let [path, text] of texts) workspace.set(path, text, true)
    let note = workspace.note('/brief.note.md')!
    assert(texts.get('/brief.note.md')!.split(/\s+/).length > 3500)
    assert(note.quotations.length > 60 && note.citations.length > 100 && note.mentions.length > 30)
    assert(note.statements.length > 40)
  })
})
