import assert from 'node:assert'
import { readdirSync } from 'node:fs'
import { rules } from '../../server/core'
import { checkAllFixes, checkFixes } from './fixes-hold'
import { applyFix, checkAll, type Example, folder, readPages, type Texts } from './pages'

let pages = readPages()

/** Rule, place and, where the page gives one, message of each finding, as carets would show them. */
function checkExample(example: Example) {
  let { findings } = checkAll(textsOf(example), example.asked)
  let expected = example.files.flatMap(({ path, text, marks }) =>
    marks.map(({ from, to, words }) => ({ path, from, to, text, rule: words.split(': ')[0], words }))
  )
  let told = ({ path, from, to, rule }: { path: string; from: number; to: number; rule: string }, text: string) =>
    `${path}:${text.slice(0, from).split('\n').length} ${rule} “${text.slice(from, Math.max(to, from + 1))}”`
  let texts = textsOf(example)
  assert.deepEqual(
    findings.map(found => told(found, texts.get(found.path)!)).sort(),
    expected.map(mark => told(mark, mark.text)).sort()
  )
  for (let { path, from, rule, words } of expected) {
    let message = words.slice(rule.length + 2)
    let found = findings.find(own => own.path === path && own.from === from && own.rule === rule)
    if (message) assert.equal(found?.message, message)
  }
}

let textsOf = (example: Example): Texts => new Map(example.files.map(({ path, text }) => [path, text]))

describe('rules', () => {
  it('have a page each, and every page a rule', () => {
    assert.deepEqual(pages.map(page => page.id).sort(), rules.map(rule => rule.id).sort())
    let files = readdirSync(folder).filter(name => name.endsWith('.ts') && name !== 'index.ts' && name !== 'rule.ts')
    assert.deepEqual(files.map(name => name.replace('.ts', '')).sort(), rules.map(rule => rule.id).sort())
  })
  it('end with the one that asks what the others found', () => assert.equal(rules.at(-1)?.id, 'unused-suppression'))

  it('that have safe fixes say so', () => {
    let safe = new Set<string>()
    for (let { examples } of pages)
      for (let example of examples.filter(own => own.kind === 'bad'))
        for (let finding of checkAll(textsOf(example), example.asked).findings)
          if (finding.fixes().some(fix => fix.safe)) safe.add(finding.rule)
    assert.deepEqual([...safe].sort(), rules.flatMap(({ id, safeFixes }) => (safeFixes ? [id] : [])).sort())
  })

  for (let { id, text, examples } of pages) {
    let rule = rules.find(own => own.id === id)!
    describe(`${id}.md`, () => {
      it('says the rule’s severities and standard', () => {
        let { draft, final, profiles } = rule.severity
        let columns = ['icd203', 'phia', 'newsroom', 'none'].map(name => `${name} ${profiles?.[name] ?? final}`)
        let says = profiles ? `By profile: ${columns.join(', ')}.` : `Draft: ${draft}. Final: ${final}.`
        let standard = rule.standard ? ` Standard: ${rule.standard}.` : ''
        let start = `# ${id}\n\n${says}${standard}\n\nFlags `
        assert.equal(text.slice(0, start.length), start)
      })
      it('says why, shows bad and good, what is not flagged and how to configure it', () => {
        let headings = [...text.matchAll(/^## (.+)$/gm)].map(found => found[1])
        assert.deepEqual(headings, ['Why', 'Bad', 'Good', 'Not flagged', 'Configure'])
      })
      it('keeps to fences that are read', () =>
        assert.equal(text.match(/^```\S/gm)?.length, examples.length + (text.match(/^```yaml$/gm) ?? []).length))
      for (let [index, example] of examples.entries()) {
        if (example.kind === 'good' || example.kind === 'bad')
          it(`${example.kind}, line ${example.line}`, () => checkExample(example))
        if (example.kind === 'bad')
          it(`every fix of line ${example.line} removes its finding and adds none`, () =>
            checkFixes(textsOf(example), example.asked))
        if (example.kind === 'bad')
          it(`all safe fixes of line ${example.line} together leave none to be fixed and add none`, () =>
            checkAllFixes(textsOf(example), example.asked))
        if (example.kind === 'fixed')
          it(`fixed, line ${example.line}`, () => {
            let texts = textsOf(examples[index - 1])
            let fix = checkAll(texts, example.asked)
              .findings.find(found => found.rule === id)!
              .fixes()[0]
            let changed = [...applyFix(texts, fix)].filter(([path, after]) => texts.get(path) !== after)
            assert.deepEqual(
              changed,
              example.files.map(file => [file.path, file.text])
            )
          })
      }
    })
  }
})
