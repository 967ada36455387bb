import assert from 'node:assert'
import fc from 'fast-check'
import { readYaml } from '../../server/core/yaml'
import { readFlatField } from '../../server/core/yaml-flat'
import { composeYaml } from '../../server/core/yaml-library'
import { field, noise, structured, texts, valid } from './yaml-arbitrary'

/** Where the flat reader answers, the library says the same, positions included, and finds nothing wrong. */
function checkSameAsLibrary(text: string): 'same' | 'not mine' {
  let flat = readFlatField(text, 0, text.length, 7)
  if (!flat) return 'not mine'
  let library = composeYaml(text, 7)
  assert.deepEqual({ fields: [flat], problems: [] }, { fields: library.map?.fields, problems: library.problems })
  return 'same'
}

/**
 * Reading entry by entry finds no less wrong than reading the whole, and where it finds nothing wrong it reads the same.
 * (The library misses some errors that depend on what stands before: `a:\nb\n  : c` passes, `b\n  : c` does not.)
 */
function checkEntries(text: string) {
  let read = readYaml(text, 3)
  let library = composeYaml(text, 3)
  if (library.problems.length) assert.ok(read.problems.length, 'has problems')
  if (library.broken) assert.ok(read.broken, 'is broken')
  if (!read.problems.length) assert.deepEqual(read.yaml.fields, library.map?.fields ?? [])
}

describe('flat YAML', () => {
  it('agrees with the library on text that looks like YAML', () => {
    let answers = { same: 0, 'not mine': 0 }
    fc.assert(
      fc.property(fc.oneof(field, structured), text => {
        answers[checkSameAsLibrary(text)]++
      }),
      { seed: 20310314, numRuns: 300 }
    )
    assert.ok(answers.same > 30, `it must have answered often enough to mean something: ${JSON.stringify(answers)}`)
  })
  it('agrees with the library on records', () => {
    let answers = { same: 0, 'not mine': 0 }
    fc.assert(
      fc.property(valid, text => {
        answers[checkSameAsLibrary(`a:\n${text.replace(/^/gm, '  ')}`)]++
        checkEntries(text)
      }),
      { seed: 20310317, numRuns: 150 }
    )
    assert.deepEqual(answers, { same: 150, 'not mine': 0 })
  })
  it('agrees with the library on text of several lines', () => {
    let answers = { same: 0, 'not mine': 0 }
    fc.assert(
      fc.property(texts, text => {
        answers[checkSameAsLibrary(text)]++
        checkEntries(text)
      }),
      { seed: 20310318, numRuns: 300 }
    )
    assert.ok(answers.same > 20, JSON.stringify(answers))
  })
  it('agrees with the library on noise', () =>
    fc.assert(
      fc.property(noise, text => void checkSameAsLibrary(`a: ${text}`)),
      { seed: 20310315, numRuns: 300 }
    ))
  it('reads entry by entry as the library reads the whole', () =>
    fc.assert(
      fc.property(fc.oneof(structured, noise), text => checkEntries(text)),
      { seed: 20310316, numRuns: 300 }
    ))
})

describe('flat YAML, the forms it must know', () => {
  for (let [name, text] of Object.entries({
    'plain values': 'title: Will the ferry reopen?\n',
    'a value with marks inside': "a: it's x:y, #1 - (2) & co. [3]\n",
    quotes: 'a: "x: y"\n',
    'doubled quotes': "a: 'it''s'\n",
    comments: 'a: b # c\n# d\n\n',
    'no line break at the end': 'a: b',
    CRLF: 'a:\r\n  - b\r\n  - c\r\n',
    'a list, not indented': 'a:\n- b\n- c\n',
    'a list on one line': 'a: [b, "c d", {e: f}]\n',
    'a record':
      'arven:\n  name: Arven Holt\n  alias: [Holt]\n  positions:\n    - title: Minister\n      of: karsa\n    - {title: Mayor, of: dun}\n',
    'an empty value': 'a:\n  b:\n  c: d\n',
    Cyrillic: 'паром:\n  имя: Паром «Карса»\n',
    'astral characters': 'a: 😀 b\n'
  }))
    it(name, () => assert.equal(checkSameAsLibrary(text), 'same'))
})
