import assert from 'node:assert'
import fc from 'fast-check'
import { readYaml } from '../../server/core/yaml'
import { readFlatField } from '../../server/core/yaml-flat'
import { composeYaml } from '../../server/core/yaml-library'

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

let word = fc.constantFrom(
  'a',
  'b c',
  'Karsa',
  'as-of',
  '2031-03-14',
  'x:y',
  'x#y',
  'Паром',
  '😀',
  'a,b',
  "it's",
  '',
  '<<',
  'é=1'
)
let odd = fc.constantFrom(
  '- ',
  '-',
  ': ',
  ':',
  ' #',
  '#',
  '"',
  "'",
  '[',
  ']',
  '{',
  '}',
  ',',
  '&x ',
  '*x',
  '!t ',
  '|',
  '>',
  '\t',
  '@',
  '`',
  '%',
  '?',
  '\\',
  '\u00a0',
  '~'
)
let scalar = fc.oneof(
  { weight: 6, arbitrary: word },
  { weight: 2, arbitrary: word.map(text => `"${text}"`) },
  { weight: 2, arbitrary: word.map(text => `'${text.replaceAll("'", "''")}'`) },
  { weight: 1, arbitrary: fc.tuple(word, odd, word).map(parts => parts.join('')) }
)
let flow: fc.Arbitrary<string> = fc.letrec<{ flow: string }>(tie => ({
  flow: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('flow'), { maxLength: 3 }).map(items => `[${items.join(', ')}]`),
    fc
      .array(fc.tuple(scalar, tie('flow')), { maxLength: 3 })
      .map(items => `{${items.map(pair => pair.join(': ')).join(', ')}}`)
  )
})).flow
let spaces = fc.constantFrom('', '', '', ' ', '  ')
let line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(scalar, fc.constantFrom(':', ': ', ':  ', ' : '), fc.oneof(flow, fc.constant('')), spaces)
  },
  { weight: 4, arbitrary: fc.tuple(fc.constantFrom('- ', '-', '-  ', '- - '), flow, spaces) },
  { weight: 3, arbitrary: fc.tuple(fc.constant('- '), scalar, fc.constant(': '), flow) },
  { weight: 1, arbitrary: fc.tuple(spaces, fc.constantFrom('# note', '#', ''), spaces) },
  { weight: 1, arbitrary: fc.tuple(scalar, spaces, odd, scalar) }
)
let indent = fc.constantFrom('', '', '', '  ', '  ', ' ', '    ', '\t')
let lines = fc.array(
  fc
    .tuple(
      indent,
      line.map(parts => parts.join(''))
    )
    .map(parts => parts.join('')),
  { maxLength: 7 }
)
let structured = fc.tuple(lines, fc.constantFrom('\n', '\n', '\r\n')).map(([parts, end]) => parts.join(end) + end)
let field = fc
  .tuple(
    word.filter(text => text !== ''),
    structured
  )
  .map(([key, rest]) => `${key}:\n${rest}`)
// Blocks as arrays of lines; nested ones are pushed right, and now and then something harmless stands between.
type Lines = string[]
let key = word.filter(text => text !== '' && text !== '<<')
let plain = fc.constantFrom(
  'b',
  'b c',
  '2031-03-14',
  'Паром',
  '😀 x',
  '"x: y"',
  "'it''s'",
  '[a, b]',
  '{a: b, c: [d]}',
  ''
)
let tree: fc.Arbitrary<Lines> = fc.letrec<{ map: Lines; list: Lines; block: Lines }>(tie => ({
  map: fc
    .uniqueArray(
      fc.tuple(key, fc.oneof({ depthSize: 'xsmall' }, plain, tie('block')), fc.integer({ min: 1, max: 4 })),
      {
        selector: ([name]) => name,
        minLength: 1,
        maxLength: 4
      }
    )
    .map(fields =>
      fields.flatMap(([name, value, by]) =>
        Array.isArray(value)
          ? [`${name}:`, ...right(value, value[0].startsWith('- ') ? by - 1 : by)]
          : [`${name}: ${value}`]
      )
    ),
  list: fc
    .array(
      fc.oneof(
        { depthSize: 'xsmall' },
        plain.map(text => [text]),
        tie('block')
      ),
      { minLength: 1, maxLength: 4 }
    )
    .map(items => items.flatMap(([first, ...rest]) => [`- ${first}`, ...right(rest, 2)])),
  block: fc.oneof(tie('map'), tie('list'))
})).map
let between = fc.constantFrom('', '', '', '', '', '\n', '# note\n', '   # note\n')
let valid = fc
  .tuple(tree, fc.infiniteStream(between))
  .map(([map, gaps]) => map.map(text => gaps.next().value + text).join('\n'))

function right(block: Lines, by: number): Lines {
  return block.map(text => ' '.repeat(by) + text)
}

let noise = fc.string({
  unit: fc.oneof(odd, fc.constantFrom('a', 'b', ' ', '\n', '\n', '\r\n', ': ', '- ')),
  maxLength: 24
})

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
