import assert from 'node:assert'
import { parseNote } from '../../server/core/parse'

// One string in, one string out: every construct that is found, in the order of the text, one a line.
function read(text: string): string {
  let note = parseNote(text)
  let slice = (span: { from: number; to: number }) => text.slice(span.from, span.to).replace(/\s+/g, ' ')
  let lines: [number, string][] = []
  for (let own of note.mentions) {
    assert.equal(slice(own.keySpan), own.key)
    lines.push([own.from, `mention ${own.key}${own.words === undefined ? '' : ` “${own.words}”`}`])
  }
  for (let own of note.citations) {
    assert.equal(slice(own.keySpan), own.key)
    let parts = [own.key]
    if (own.locator) parts.push(`${own.locator.unit} ${own.locator.value}`)
    if (own.speaker) parts.push(`@${own.speaker.key}`)
    if (own.words !== undefined) parts.push(`“${note.quotations[own.words].words}”`)
    lines.push([own.from, `citation ${parts.join(', ')}`])
  }
  for (let own of note.quotations) {
    if (own.kind === 'relied') continue
    let bound = own.citations.map(index => note.citations[index].key).join(' ')
    let words = own.words.replace(/\s+/g, ' ')
    lines.push([
      own.from,
      `${own.kind === 'block' ? 'block quotation' : 'quotation'} “${words}” -> ${bound || 'nothing'}`
    ])
  }
  for (let own of note.statements) {
    let parent = own.parent === undefined ? '' : ` under ${note.statements[own.parent].label}`
    let words = `${own.label}${own.id ? ` #${own.id}` : ''}${own.key ? ' (key)' : ''}${parent}: ${slice(own.words)}`
    lines.push([own.from, words.trim()])
  }
  for (let own of note.attributes) {
    let values = own.values.map(value => `${value.name}=${value.value}`)
    let all = [...(own.id ? [`#${own.id.value}`] : []), ...own.classes.map(name => `.${name}`), ...values]
    lines.push([own.from, `attributes ${all.join(' ')}`])
  }
  for (let own of note.suppressions) {
    let silenced = own.target ? ` on “${slice(own.target)}”` : ''
    lines.push([
      own.from,
      `suppression ${own.scope} ${own.rules.map(rule => rule.id).join(' ')}: ${own.reason}${silenced}`
    ])
  }
  for (let own of note.problems) lines.push([own.from, `problem “${slice(own)}” ${own.message}`])
  return lines
    .sort((a, b) => a[0] - b[0])
    .map(([, line]) => line)
    .join('\n')
}

function check(text: string, expected: string) {
  let lines = expected.split('\n').map(line => line.trim())
  assert.equal(read(text), lines.filter(line => line !== '').join('\n'))
}

function checkSentences(text: string) {
  let note = parseNote(text.replaceAll('|', ''))
  let cut = note.sentences.map(({ from, to }) => text.replaceAll('|', '').slice(from, to))
  assert.equal(
    cut.join('|').replace(/\s+/g, ' '),
    text
      .replace(/\s*\|\s*/g, '|')
      .replace(/\s+/g, ' ')
      .trim()
  )
}

describe('mentions', () => {
  let cases: [string, string][] = [
    ['@arven spoke.', 'mention arven'],
    ['[the minister](@arven) spoke.', 'mention arven “the minister”'],
    ["It was @arven’s and @mehra's plan.", 'mention arven\nmention mehra'],
    ['(@a), *@b*, **@c**, “@d”', 'mention a\nmention b\nmention c\nquotation “@d” -> nothing\nmention d'],
    ['Write to post@karsa.example or see karsa.example/@arven', ''],
    ['a@b, a.@b, a/@b, @@b, a_@b, \\@b', ''],
    ['`@code` and <b title="@x"> and <!-- @y --> and <https://karsa.example/@z>', ''],
    ['https://karsa.example/?by=@arven is an address.', ''],
    ['    @code\n\n~~~\n@code\n~~~\n', ''],
    ['@Ärvén_2-b and @Мехра', 'mention Ärvén_2-b\nmention Мехра'],
    ['_by @arven_', 'mention arven'],
    ['by @a_b_', 'mention a_b_'],
    ['[words](@not a key) [x](@)', 'mention not'],
    ['# About @arven\n\n| who |\n|---|\n| @mehra |', 'mention arven\nmention mehra'],
    ['[ref]: @arven\n', ''],
    ['👩‍🚀 @arven', 'mention arven']
  ]
  for (let [text, expected] of cases) it(JSON.stringify(text), () => check(text, expected))
})

describe('citations', () => {
  let malformed =
    'This part of the citation is not understood. It takes a locator (p. 4, pp. 4-6, para. 3, ¶3, § 2, 1:02:30), a speaker (@actor) and the words relied on ("…").'
  let cases: [string, string][] = [
    ['Freight fell.[^port-stats]', 'citation port-stats'],
    [
      'x [^a, p. 4] [^a, pp. 4-6] [^a, para. 3] [^a, ¶3] [^a, § 2] [^a, 1:02:30]',
      ['page 4', 'page 4-6', 'paragraph 3', 'paragraph 3', 'section 2', 'time 1:02:30']
        .map(l => `citation a, ${l}`)
        .join('\n')
    ],
    ['x [^a, @tolen, "to nobody", p. ix]', 'citation a, page ix, @tolen, “to nobody”'],
    ['x [^a,“a, b] c”]', 'citation a, “a, b] c”'],
    ['x [^smith:2030+b/c.d]', 'citation smith:2030+b/c.d'],
    ['x [^Порт]', 'citation Порт'],
    ['x [^1] and [^a]\n\n[^1]: An ordinary note on @arven.', 'citation a\nmention arven'],
    ['x [^a, page four]', `citation a\nproblem “page four” ${malformed}`],
    ['x [^a p. 4]', 'citation a, page 4\nproblem “ ” A comma is missing after the key.'],
    ['x [^a, p. 4, p. 5]', 'citation a, page 4\nproblem “p. 5” The citation has a second locator; it takes one.'],
    ['x [^a, p. 4 and more.', 'citation a\nproblem “[^a” The citation is not closed: a “]” is missing.'],
    ['`[^a]` \\[^a] <!-- [^a] -->', ''],
    ['x [^ a] [^] [^-a]', '']
  ]
  for (let [text, expected] of cases) it(JSON.stringify(text), () => check(text, expected))

  it('touching ones are one group', () => {
    let note = parseNote('“three words here” [^a][^b] [^c].')
    assert.deepEqual(note.quotations[0].citations, [0, 1])
  })
})

describe('quotations', () => {
  let cases: [string, string][] = [
    ['"one two three" [^a]', 'quotation “one two three” -> a\ncitation a'],
    ['“one” „two“ »three« «four»', ['one', 'two', 'three', 'four'].map(w => `quotation “${w}” -> nothing`).join('\n')],
    ['„dwa słowa” [^a]', 'quotation “dwa słowa” -> a\ncitation a'],
    ["“he said ‘no’ to it” and 'not this'", 'quotation “he said ‘no’ to it” -> nothing'],
    [
      '“an "inner" one” and “outer “same” kind”',
      'quotation “an "inner" one” -> nothing\nquotation “outer “same” kind” -> nothing'
    ],
    ['“a b” [^x] and “c d” [^y]', 'quotation “a b” -> x\ncitation x\nquotation “c d” -> y\ncitation y'],
    ['As [^x] says, “a b”.', 'citation x\nquotation “a b” -> x'],
    ['One [^x]. Then “a b”.', 'citation x\nquotation “a b” -> nothing'],
    ['He said, “It is over.” [^x] Then he left.', 'quotation “It is over.” -> x\ncitation x'],
    ['“It is over. We go.” [^x]', 'quotation “It is over. We go.” -> x\ncitation x'],
    ['“Is it over?” he asked [^x].', 'quotation “Is it over?” -> x\ncitation x'],
    ['A 6" pipe and a 12" one.', ''],
    ['An open “ mark.', 'problem ““” This “ has no partner in its paragraph.'],
    [
      '"mixed marks” [^x]',
      'quotation “mixed marks” -> x\nproblem “”” The quotation opens with " and closes with ”.\ncitation x'
    ],
    [
      '“mixed marks" [^x]',
      'quotation “mixed marks” -> x\nproblem “"” The quotation opens with “ and closes with ".\ncitation x'
    ],
    ['> One line\n> and two. [^x]', 'block quotation “One line and two.” -> x\ncitation x'],
    [
      '> One line.\n>\n> Another.\n> — @mehra [^x]',
      'block quotation “One line. Another.” -> x\nmention mehra\ncitation x'
    ],
    ['> One line.\n\n[^x]', 'block quotation “One line.” -> x\ncitation x'],
    ['> “One line.” [^x]', 'block quotation “One line.” -> x\ncitation x'],
    ['> Not cited.\n\nProse [^x].', 'citation x'],
    ['- “a b c”\n- other [^x]', 'quotation “a b c” -> nothing\ncitation x'],
    ['`"code"` [a](x "title") <b c="d">', ''],
    ['it’s the ships’ ‘own’ affair', ''],
    ['“one\ntwo” [^x]', 'quotation “one two” -> x\ncitation x'],
    ['> “one\n> two”, he said', 'quotation “one two” -> nothing'],
    ['“It is over,” he said. “We go.” [^x]', 'quotation “It is over,” -> x\nquotation “We go.” -> x\ncitation x'],
    [
      'He said “it is over” once. “We go.” [^x]',
      'quotation “it is over” -> nothing\nquotation “We go.” -> x\ncitation x'
    ],
    [
      '“One.\n\n“Two.\n\n“Three.” [^x]',
      'quotation “One.” -> x\nquotation “Two.” -> x\nquotation “Three.” -> x\ncitation x'
    ],
    [
      '“One.\n\nTwo.” [^x]',
      'problem ““” This “ has no partner in its paragraph.\nproblem “”” This ” has no partner in its paragraph.\ncitation x'.replace(
        '“““',
        '“““'
      )
    ],
    ['„Порт закрыт“ [^x]', 'quotation “Порт закрыт” -> x\ncitation x']
  ]
  for (let [text, expected] of cases) it(JSON.stringify(text), () => check(text, expected))
})

describe('statements', () => {
  let cases: [string, string][] = [
    ['Fact: It rained.', 'Fact: It rained.'],
    ['**Judgment:** a\n\n*Forecast*: b\n\n__Gap:__ c', 'Judgement: a\nForecast: b\nGap: c'],
    ['Assumption: a. {#a1}\nGap: b.', 'Assumption #a1: a.\nattributes #a1\nGap: b.'],
    ['- Fact: a\n- Gap: b', 'Fact: a\nGap: b'],
    [
      'Judgement: a\n- For: b\n- Indicator: c\n  - Against: d\n\nFor: e',
      'Judgement: a\nFor under Judgement: b\nIndicator under Judgement: c\nAgainst under Judgement: d'
    ],
    ['- Judgement: a\n  - If wrong: b\n- For: c', 'Judgement: a\nIf wrong under Judgement: b'],
    ['# Key Judgments\n\n## More\n\nFact: a\n\n# Else\n\nFact: b', 'Fact (key): a\nFact: b'],
    ['The Fact: is not one. Facts: neither.', ''],
    ['> Fact: of others', ''],
    [
      'Judgement: a {#k1 .x by=2031-06-30 likelihood="very likely" common}',
      'Judgement #k1: a\nattributes #k1 .x by=2031-06-30 likelihood=very likely common='
    ],
    ['# Title {#t}', 'attributes #t'],
    ['Text {see below} and {x}', ''],
    [
      'Text {by=1 §}',
      'attributes by=1\nproblem “§” “§” is no attribute. Write #id, .class, key=value or key="two words".'
    ]
  ]
  for (let [text, expected] of cases) it(JSON.stringify(text), () => check(text, expected))
})

describe('suppressions', () => {
  let cases: [string, string][] = [
    ['<!-- provenote-ignore a, b -- why -->\nThe block.\n\nAnother.', 'suppression block a b: why on “The block.”'],
    ['<!-- provenote-ignore a -->\n- one\n  - two\n- three', 'suppression block a:  on “- one - two”'],
    ['<!-- provenote-ignore a -- why -->\n> one\n>\n> two', 'suppression block a: why on “> one > > two”'],
    ['<!-- provenote-ignore a -- why -->\n\nApart.', 'suppression block a: why'],
    ['Text <!-- provenote-ignore-file a-b -- so -->', 'suppression file a-b: so'],
    ['<!-- provenote-ignored -->', '']
  ]
  for (let [text, expected] of cases) it(JSON.stringify(text), () => check(text, expected))
})

describe('sentences', () => {
  let cases = [
    'One. |Two! |Three? |Four',
    'In the U.S. and elsewhere, e.g. Karsa, eg. Vell. |Md. Aslam and J. D. Orr came.',
    'It cost 3.5 million. |No. 5 was shut on 12 Dec. 2030. |He said no. |Then he left.',
    'He spoke (see p. 4). |@mehra listened. |[Arven](@arven) too.',
    'Freight fell in 2030.[^a] |Then it rose. [^b] Next.'.replace('. [^b]', '. |[^b]'),
    'It ended. [^a]',
    '“All is well. We go,” she said. |They left.',
    'He said, “It is over.” |She wept.',
    '“Is it over?” he asked. |“Yes.” |He left.',
    'Der Hafen schlug knapp 1,3 Mio. Tonnen um, z. B. Kohle. |Er öffnet am 1. Juli und schließt am 3. August.',
    'It takes 3.2 v. H. of all. |The hall is no. 12. |August was dry. |Call her, tel. +00 555 0171, at noon.',
    'El Sr. Ruiz y la Sra. Paz llegaron. |Arts. 5 y 6, pág. 4, Nr. 7. |Es war die Nr. |Dann nichts. |It sank in 1931. |May was cold.',
    'Why …not? |So… It is.',
    'Das ist gut. |Порт закрыт. |Он ушёл.',
    '船は出た。|港は閉まった。',
    'See https://karsa.example/a.B.c? |Now.',
    'Mr. A and Mrs. B met Dr. C, Gen. D and Sgt. Eel. |All agreed.'
  ]
  for (let text of cases) it(text, () => checkSentences(text))

  it('end before a footnote’s mark, which belongs to them', () => {
    let text =
      'She called it “a duck”.[^call] The register is dry.[^Call] It is old.\n\n[^call]: Once.\n\n[^Call]: Twice.'
    let note = parseNote(text)
    let cut = note.sentences.filter(own => own.block === 0).map(({ from, to }) => text.slice(from, to))
    assert.deepEqual(cut, ['She called it “a duck”.[^call]', 'The register is dry.[^Call]', 'It is old.'])
  })
  it('end with their block', () => {
    let note = parseNote('# A heading\n\n- one\n- two\n\n| a | b |\n|---|---|\n| c | d |')
    assert.equal(note.sentences.length, 7)
  })
})

describe('front matter', () => {
  it('says status, dates and profile', () => {
    let front = parseNote('---\ntitle: A\nas-of: 2031-03-14\nstatus: final\nprofile: phia\nmine: x\n---\n').frontMatter
    assert.deepEqual([front?.title, front?.asOf, front?.status, front?.profile], ['A', '2031-03-14', 'final', 'phia'])
  })
  it('that is not closed is a problem, a rule alone is none', () => {
    assert.equal(parseNote('---\ntitle: A\n\ntext').problems.length, 1)
    assert.equal(parseNote('---\n\ntext').problems.length, 0)
  })
  it('that does not parse is one finding, and the rest is read', () => {
    let note = parseNote('---\nstatus: final\na: [\nb: ]\n---\n@arven')
    assert.equal(note.problems.length, 1)
    assert.equal(note.frontMatter?.status, 'draft')
    assert.equal(note.mentions.length, 1)
  })
})

describe('any input', () => {
  it('is read: empty, white space, CRLF, lone surrogates', () => {
    for (let text of ['', ' ', '\n', '\r\n\r\n', '\ud800 @a', '\0', '---', '>', '- ', '[^', '{', '“']) parseNote(text)
    assert.deepEqual(
      parseNote('> “one\r\n> two” [^x]\r\n\r\nFact: a\r\n').statements.map(own => own.label),
      ['Fact']
    )
  })
  it('takes linear work, whatever is left unclosed', () => {
    let units = [
      '[',
      '[^a, "',
      '`',
      '`` `',
      '<a ',
      '<!--',
      '"',
      '“',
      '“"a" ',
      '> ',
      '- ',
      '[a](',
      '![[a](b)',
      '{',
      '@a_ ',
      '1. ',
      '<a b="',
      '“ [^a]',
      'a. ',
      '| a |\n|---|\n',
      '](<',
      '[[a]: b\n',
      '_ @a_ ',
      '<!-- provenote-ignore x -- y -->\na\n\n',
      '> a [^b]\n\n',
      'Fact: a [^b].\n- For: b\n'
    ]
    // A quadratic scan of one of these would run for minutes, and into the limit.
    for (let unit of units) parseNote(unit.repeat(120_000 / unit.length))
  }).timeout(30_000)
})
