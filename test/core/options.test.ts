import assert from 'node:assert'
import { readFileSync } from 'node:fs'
import { defaultOptions, mergeOptions, optionsFromSettings, readOptions } from '../../server/core/options'
import { configSchema, settingsSchema } from '../../server/core/options-schema'
import { readYaml } from '../../server/core/yaml'

/** What `provenote.yaml` gives, as JSON; then each problem with the words it stands at and what its fix writes. */
function checkConfig(text: string, expected: string) {
  let { options, problems } = readOptions(readYaml(text).yaml, '/provenote.yaml', ['unsourced-fact', 'quote-altered'])
  let said = problems.map(problem => {
    let fix = problem.fix ? ` => ${problem.fix.edits[0].newText}` : ''
    return `${text.slice(problem.from, problem.to)}: ${problem.message}${fix}`
  })
  assert.equal([JSON.stringify(options), ...said].join('\n'), expected)
}

function checkSettings(json: unknown, expected: string) {
  let { options, problems } = optionsFromSettings(json)
  let changed = Object.entries(options).filter(
    ([group, value]) => JSON.stringify(value) !== JSON.stringify(defaultOptions[group as 'rules'])
  )
  assert.equal([JSON.stringify(Object.fromEntries(changed)), ...problems].join('\n'), expected)
}

describe('configuration', () => {
  it('has defaults', () =>
    assert.deepEqual(defaultOptions, {
      profile: 'none',
      rules: {},
      citations: { cover: 'sentence' },
      sources: { maxAge: 0 },
      sentences: { abbreviations: [] },
      names: { case: 'exact' },
      hints: { citations: false, likelihood: true },
      lenses: { statements: true, actors: true, sources: true },
      references: { unlinkedNames: false },
      files: { exclude: [], useGitignore: true, maxSize: 16777216, cache: true }
    }))
  it('is read from provenote.yaml, nested or dotted', () => {
    checkConfig(
      'profile: icd203\ncitations:\n  cover: paragraph\n',
      '{"profile":"icd203","citations":{"cover":"paragraph"}}'
    )
    checkConfig('citations.cover: paragraph', '{"citations":{"cover":"paragraph"}}')
    checkConfig(
      'files:\n  exclude: [drafts/]\n  useGitignore: false\n  maxSize: 2048\nsentences: {abbreviations: approx.}\n',
      '{"files":{"exclude":["drafts/"],"useGitignore":false,"maxSize":2048},"sentences":{"abbreviations":["approx."]}}'
    )
    checkConfig(
      'rules:\n  unsourced-fact: off\n  quote-altered: hint\n',
      '{"rules":{"unsourced-fact":"off","quote-altered":"hint"}}'
    )
  })
  it('is nothing when nothing is said yet', () =>
    checkConfig('profile:\ncitations:\nrules:\nfiles:\n  exclude:\n', '{}'))
  it('names what it does not know', () => {
    checkConfig('profil: phia', '{}\nprofil: There is no option `profil`; did you mean `profile`? => profile')
    checkConfig(
      'files:\n  exlude: [a]',
      '{}\nexlude: There is no option `files.exlude`; did you mean `files.exclude`? => exclude'
    )
    checkConfig(
      'citation:\n  cover: sentence',
      '{}\ncitation: There is no option `citation`; did you mean `citations`? => citations'
    )
    checkConfig(
      'colour: red',
      '{}\ncolour: There is no option `colour`; there are `profile`, `rules`, `citations.cover`, `sources.maxAge`, `sentences.abbreviations`, `names.case`, `hints.citations`, `hints.likelihood`, `lenses.statements`, `lenses.actors`, `lenses.sources`, `references.unlinkedNames`, `files.exclude`, `files.useGitignore`, `files.maxSize`, `files.cache`'
    )
    checkConfig(
      'rules: {unsourced-fct: off}',
      '{"rules":{}}\nunsourced-fct: There is no rule `unsourced-fct`; did you mean `unsourced-fact`? => unsourced-fact'
    )
  })
  it('names wrong values and what is expected', () => {
    checkConfig(
      'profile: ICD203',
      '{}\nICD203: `profile` is one of `icd203`, `phia`, `newsroom`, `none`; did you mean `icd203`? => icd203'
    )
    checkConfig('profile: [phia]', '{}\n[phia]: `profile` is one of `icd203`, `phia`, `newsroom`, `none`')
    checkConfig(
      'rules: {quote-altered: warn}',
      '{"rules":{}}\nwarn: `rules.quote-altered` is one of `error`, `warning`, `information`, `hint`, `off`; did you mean `warning`? => warning'
    )
    checkConfig('rules: all', '{}\nall: `rules` holds rule ids, each with a severity: `unsourced-fact: off`')
    checkConfig('files: {maxSize: 5 MB}', '{}\n5 MB: `files.maxSize` is a whole number of at least 1024')
    checkConfig('files: {useGitignore: maybe}', '{}\nmaybe: `files.useGitignore` is one of `true`, `false`')
    checkConfig('files: {exclude: [{a: b}]}', '{}\n{a: b}: `files.exclude` is a list of words')
    checkConfig(
      'files: drafts',
      '{}\ndrafts: `files` holds further keys: `exclude`, `useGitignore`, `maxSize`, `cache`'
    )
  })
  it('is read from an editor’s settings', () => {
    checkSettings(
      { profile: 'phia', trace: { server: 'off' }, files: { maxSize: 4096 } },
      '{"profile":"phia","files":{"exclude":[],"useGitignore":true,"maxSize":4096,"cache":true}}'
    )
    checkSettings({ 'citations.cover': 'paragraph', rules: null }, '{"citations":{"cover":"paragraph"}}')
    checkSettings({ profile: 7 }, '{}\n`profile` is one of `icd203`, `phia`, `newsroom`, `none`')
    for (let nothing of [null, undefined, 3, 'x', []]) checkSettings(nothing, '{}')
  })
  it('puts what is given over what is there, rule by rule', () => {
    let merged = mergeOptions(
      { ...defaultOptions, rules: { a: 'off', b: 'hint' }, files: { ...defaultOptions.files, exclude: ['x'] } },
      { rules: { b: 'error' }, files: { maxSize: 5000 } }
    )
    assert.deepEqual(merged.rules, { a: 'off', b: 'error' })
    assert.deepEqual(merged.files, { exclude: ['x'], useGitignore: true, maxSize: 5000, cache: true })
  })
  it('is what package.json and the schema say: run `npm run generate`', () => {
    assert.deepEqual(
      JSON.parse(readFileSync('package.json', 'utf8')).contributes.configuration.properties,
      settingsSchema()
    )
    assert.deepEqual(JSON.parse(readFileSync('provenote.schema.json', 'utf8')), configSchema())
  })
})
