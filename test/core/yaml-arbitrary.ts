import fc from 'fast-check'

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
/** Lines that look like YAML and often are none. */
export let structured = fc
  .tuple(lines, fc.constantFrom('\n', '\n', '\r\n'))
  .map(([parts, end]) => parts.join(end) + end)
/** One entry of such lines. */
export let field = fc
  .tuple(
    word.filter(text => text !== ''),
    structured
  )
  .map(([key, rest]) => `${key}:\n${rest}`)
// Blocks as arrays of lines; nested ones are pushed right, and now and then something harmless stands between.
type Lines = string[]
let name = word.filter(text => text !== '' && text !== '<<')
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
      fc.tuple(name, fc.oneof({ depthSize: 'xsmall' }, plain, tie('block')), fc.integer({ min: 1, max: 4 })),
      {
        selector: ([key]) => key,
        minLength: 1,
        maxLength: 4
      }
    )
    .map(fields =>
      fields.flatMap(([key, value, by]) =>
        Array.isArray(value)
          ? [`${key}:`, ...right(value, value[0].startsWith('- ') ? by - 1 : by)]
          : [`${key}: ${value}`]
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
/** Correct YAML in the forms that people write records in. */
export let valid = fc
  .tuple(tree, fc.infiniteStream(between))
  .map(([map, gaps]) => map.map(text => gaps.next().value + text).join('\n'))

function right(block: Lines, by: number): Lines {
  return block.map(text => text && ' '.repeat(by) + text)
}

/** Marks that mean something to YAML, in any order. */
export let noise = fc.string({
  unit: fc.oneof(odd, fc.constantFrom('a', 'b', ' ', '\n', '\n', '\r\n', ': ', '- ')),
  maxLength: 24
})

let words = fc.constantFrom('b c', 'd', '- e', '# f', 'g # h', '"i', '', '', 'Паром: 1', ' j', '[k', '> l', 'm ', '\t')
/** Folded, literal and plain text of several lines, in every place a value may have. */
export let texts = fc
  .record({
    lead: fc.constantFrom('a: ', 'a:\n  b: ', 'a:\n- ', 'a:\n  - ', 'a:\n  - k: ', 'a:\n- k: ', 'a:\n- - '),
    head: fc.constantFrom(
      '>',
      '>',
      '|',
      '|',
      '>-',
      '|-',
      '>+',
      '| # c',
      '|2',
      'b',
      'b',
      '',
      '"b',
      "'b'",
      'b:c # d',
      '> '
    ),
    lines: fc.array(fc.tuple(fc.constantFrom(0, 0, 0, 0, 1), words), { maxLength: 5 }),
    by: fc.integer({ min: 0, max: 4 }),
    tail: fc.constantFrom('', '', '\n', '\n  z: y', '\n- q', '\n# c\n  y: z', '\n   # c', '\n\n\n', '\n    w: v'),
    end: fc.constantFrom('\n', '\n', '\r\n')
  })
  .map(({ lead, head, lines, by, tail, end }) =>
    [
      lead + head,
      ...right(
        lines.map(([more, line]) => line && ' '.repeat(more) + line),
        by
      )
    ]
      .join('\n')
      .concat(tail)
      .replaceAll('\n', end)
  )
