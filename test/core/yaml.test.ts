import assert from 'node:assert'
import type { Problem, Yaml } from '../../server/core/model'
import { readYaml } from '../../server/core/yaml'

/** Values as JSON, then each problem: the words it stands at, what it says, and what its fix writes. */
function check(text: string, expected: string) {
  let { yaml, problems } = readYaml(text, 100, '/a.yaml')
  assert.equal([show(yaml), ...problems.map(problem => showProblem(text, problem))].join('\n'), expected)
}

/** Every value, as the words it stands at in the text. */
function checkPositions(text: string, expected: string) {
  assert.equal(places(readYaml(text, 100).yaml, text).join(' | '), expected)
}

function show(value: Yaml): string {
  if (value.type === 'scalar') return JSON.stringify(value.value)
  if (value.type === 'list') return `[${value.items.map(show).join(', ')}]`
  return `{${value.fields.map(field => `${field.key}: ${show(field.value)}`).join(', ')}}`
}

function showProblem(text: string, problem: Problem): string {
  let at = (span: { from: number; to: number }) => text.slice(span.from - 100, span.to - 100)
  let fix = problem.fix?.edits.map(edit => ` => ${at(edit)} -> ${edit.newText}`).join('') ?? ''
  return `${JSON.stringify(at(problem))}: ${problem.message}${fix}`
}

function places(value: Yaml, text: string): string[] {
  let at = (span: { from: number; to: number }) => text.slice(span.from - 100, span.to - 100).replaceAll('\n', '⏎')
  if (value.type === 'scalar') return [at(value)]
  if (value.type === 'list') return [`[${at(value)}]`, ...value.items.flatMap(item => places(item, text))]
  return [`{${at(value)}}`, ...value.fields.flatMap(field => [`${at(field.keySpan)}:`, ...places(field.value, text)])]
}

describe('YAML', () => {
  it('keeps every scalar as it was written', () =>
    check(
      'date: 2031-03-14\nyes: no\nn: 007\nnothing: ~\nempty:\n',
      '{date: "2031-03-14", yes: "no", n: "007", nothing: "~", empty: ""}'
    ))
  it('unquotes', () => check(`a: "x: \\u00e9"\nb: 'it''s'`, `{a: "x: é", b: "it's"}`))
  it('reads folded and literal text', () => check('a: >\n  x\n  y\nb: |-\n  x\n  y\n', '{a: "x y\\n", b: "x\\ny"}'))
  it('reads lists and mappings of every form', () =>
    check(
      'a: [b, c]\nd:\n- e\n- f: g\n  h: i\nj:\n  k: {l: m}',
      '{a: ["b", "c"], d: ["e", {f: "g", h: "i"}], j: {k: {l: "m"}}}'
    ))
  it('reads nothing from nothing', () => {
    for (let text of ['', '\n', '# only a comment\n', '---\n', '\r\n \r\n']) check(text, '{}')
  })
  it('begins after a document mark', () => check('# list\n---\na: b\n', '{a: "b"}'))
  it('reads CRLF', () => check('a: b\r\nc:\r\n  - d\r\n', '{a: "b", c: ["d"]}'))
  it('knows where things stand', () =>
    checkPositions(
      'title: The "Karsa" line\nalias: [Holt, "A. Holt"]\nof:\n',
      '{title: The "Karsa" line⏎alias: [Holt, "A. Holt"]⏎of:} | title: | The "Karsa" line | alias: | [[Holt, "A. Holt"]] | Holt | "A. Holt" | of: | '
    ))
  it('counts UTF-16 units, whatever the script', () => {
    checkPositions(
      '😀: 😀😀 x # y\nпаром: «Карса»\n',
      '{😀: 😀😀 x # y⏎паром: «Карса»} | 😀: | 😀😀 x | паром: | «Карса»'
    )
    checkPositions('a: >\n  😀\nb: "\\n😀"\nc: d', '{a: >⏎  😀⏎b: "\\n😀"⏎c: d} | a: | >⏎  😀⏎ | b: | "\\n😀" | c: | d')
  })
  it('reads an alias, which stands where it is used', () => {
    check('a: &x [b]\nc: *x\n', '{a: ["b"], c: ["b"]}')
    checkPositions('a: &x [b]\nc: *x\n', '{a: &x [b]⏎c: *x} | a: | [[b]] | b | c: | [*x] | *x')
  })
})

describe('YAML that is wrong', () => {
  it('says that @ needs quotes', () => {
    let says = (key: string) =>
      `In YAML a value cannot begin with \`@\`: write \`"@${key}"\` in quotes, or the bare key \`${key}\``
    check('of: @usa # x\n', `{of: "@usa"}\n"@usa": ${says('usa')} => @usa -> "@usa"`)
    check(
      'a: [@b, c]\nd:\n  - @e\n',
      `{a: ["@b", "c"], d: ["@e"]}\n"@b": ${says('b')} => @b -> "@b"\n"@e": ${says('e')} => @e -> "@e"`
    )
    check('@arven:\n  name: A\n', `{@arven: {name: "A"}}\n"@arven": ${says('arven')} => @arven -> "@arven"`)
  })
  it('offers quotes for a value with a colon', () =>
    check(
      'title: Karsa: the ferry\ndate: 2031\n',
      '{title: {Karsa: "the ferry"}, date: "2031"}\n"Karsa: the ferry": This value needs quotes: it holds a colon and a space => Karsa: the ferry -> "Karsa: the ferry"'
    ))
  it('offers quotes for a value that begins with a quotation', () =>
    check(
      'title: "Soon" is late\n',
      `{title: "Soon"}\n"\\"Soon\\" is late": This value needs quotes: words follow what YAML takes for all of it => "Soon" is late -> '"Soon" is late'`
    ))
  it('names a key written twice', () => {
    check('a: b\na: c\n', '{a: "b", a: "c"}\n"a": `a` is written twice here; only the first counts')
    check('x:\n  a: b\n  a: c\n', '{x: {a: "b", a: "c"}}\n"a": `a` is written twice here; only the first counts')
  })
  it('wants a mapping', () => {
    check('- a\n- b\n', '{}\n"- a\\n- b": Expected lines of the form `key: value`')
    check('title\n', '{}\n"title": Expected lines of the form `key: value`')
  })
  it('keeps the other entries when one is broken', () =>
    check(
      'a: "b\nc: d\ne\nf: g\n',
      '{a: "b", c: "d", f: "g"}\n"": Missing closing "quote\n"e": Expected lines of the form `key: value`'
    ))
  it('refuses tabs, merge keys, unknown aliases, second documents', () => {
    check('a:\n\tb: c\n', '{a: "", b: "c"}\n"\\t": YAML cannot be indented with tabs: use spaces')
    check('<<: {b: c}\n', '{<<: {b: "c"}}\n"<<": Merge keys (`<<`) are not read: write the fields out')
    check('a: *x\n', '{a: ""}\n"*x": No `&x` stands before `*x`')
    check('a: b\n---\nc: d\n', '{a: "b"}\n"": A second YAML document begins here; only the first is read')
  })
  it('refuses a bomb of aliases', () => {
    let bomb = 'a: &a [x, x, x, x, x, x, x, x, x]\n'
    for (let i = 1; i < 12; i++)
      bomb += `${key(i)}: &${key(i)} [${Array(9)
        .fill(`*${key(i - 1)}`)
        .join(', ')}]\n`
    let { yaml, problems } = readYaml(bomb)
    assert.ok(JSON.stringify(yaml).length < 200_000)
    assert.equal(problems[0].message, 'Aliases that add more than 1000 values are not read')
  })
  it('refuses an anchor inside itself', () => check('a: &a [*a]\n', '{a: [[""]]}\n"*a": No `&a` stands before `*a`'))
  it('stays upright whatever is nested', () => {
    for (let text of ['[', '{a: ', '- ', '? ', 'a: ', '- a: ', '? : ', '!', '&a ', '"'])
      for (let times of [301, 2001]) assert.ok(readYaml(`a: ${text.repeat(times)}`).problems.length > 0, text)
    let message = readYaml(`a: ${'['.repeat(200_000)}`).problems[0].message
    assert.equal(message, 'YAML nested more than 100 deep is not read')
  })
  it('reports at most a hundred', () => assert.equal(readYaml('a: @b\n'.repeat(500)).problems.length, 100))
})

function key(i: number): string {
  return String.fromCharCode(97 + i)
}
