import assert from 'node:assert'
import pico from 'picocolors'
import stringWidth from 'string-width'
import { linesOf, rangeOf } from '../../server/cli/lines'
import { isPlain } from '../../server/cli/print/cells'
import { printFile } from '../../server/cli/print/text'
import type { FileReport, Reported } from '../../server/cli/report'
import { fixture } from '../fixture'

// `marked` holds `<|…|>` around what is found; the printed report is compared whole, its heading and finding line left out.
function checkExcerpt(marked: string, expected: string, width = 80, severity: Reported['severity'] = 'error') {
  let printed = print(marked, { severity }, width)
  assert.equal(printed.split('\n').slice(3).join('\n').trimEnd(), expected.replace(/^\n/, '').trimEnd())
}

function print(marked: string, finding: Partial<Reported> = {}, width = 80, file: Partial<FileReport> = {}) {
  let { files, cursor } = fixture(marked)
  let lines = linesOf(files[0].text)
  let found: Reported = {
    path: 'a.note.md',
    rule: 'some-rule',
    severity: 'error',
    message: 'Wrong.',
    range: rangeOf(lines, cursor!),
    related: [],
    fingerprint: '',
    fixes: [],
    ...finding
  }
  let style = { colors: pico.createColors(false), width, shown: (path: string) => `docs/${path}` }
  return printFile({ path: 'a.note.md', lines, findings: [found], suppressed: [], known: [], ...file }, style)
}

describe('printed findings', () => {
  it('say where, how bad, which rule and what, and underline the words', () => {
    assert.equal(
      print('One.\n\nHe said <|"all is well"|>.\n', { message: 'No source.' }, 80, { title: 'T', status: 'draft' }),
      `docs/a.note.md  “T”, draft

docs/a.note.md:3:9 error some-rule: No source.
 3 │ He said "all is well".
   │         ^^^^^^^^^^^^^

`
    )
  })
  it('list passages and fixes', () => {
    let range = { start: { line: 4, character: 2 }, end: { line: 4, character: 9 } }
    let printed = print('<|x|>', {
      related: [
        { path: 's.source.md', range, message: 'The source’s words' },
        { path: 't.source.md', range, message: '' }
      ],
      fixes: [
        { title: 'Cite s', edits: [] },
        { title: 'Cite t', edits: [] }
      ]
    })
    assert.match(printed, / {3}└ The source’s words in docs\/s\.source\.md:5:3\n/)
    assert.match(printed, / {3}└ see docs\/t\.source\.md:5:3\n/)
    assert.match(printed, / {3}└ fix: Cite s · Cite t\n/)
  })
  it('underline warnings another way', () => {
    checkExcerpt('<|a b|> c', ' 1 │ a b c\n   │ ~~~', 80, 'warning')
  })
  it('show a place by a mark of one column', () => {
    checkExcerpt('a<||>b', ' 1 │ ab\n   │  ^')
    checkExcerpt('ab<||>\n', ' 1 │ ab\n   │   ^')
    checkExcerpt('<||>', '')
    checkExcerpt('ab\n<||>', ' 2 │\n   │ ^')
  })
  it('align tabs, wide signs, marks that combine and characters beyond the first plane', () => {
    checkExcerpt('\ta\t<|b|>', ' 1 │     a   b\n   │         ^')
    checkExcerpt('漢字 <|仮名|> x', ' 1 │ 漢字 仮名 x\n   │      ^^^^')
    checkExcerpt('e\u0301e\u0301 <|o\u0308|>', ' 1 │ e\u0301e\u0301 o\u0308\n   │    ^')
    checkExcerpt('👩‍👩‍👧 𝒜 <|🇨🇭|>.', ' 1 │ 👩‍👩‍👧 𝒜 🇨🇭.\n   │      ^^')
    checkExcerpt('Паром <|пошёл|> в мае', ' 1 │ Паром пошёл в мае\n   │       ^^^^^')
  })
  it('take each plain sign for one column, whatever stands beside it', () => {
    let plain = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter(isPlain)
    assert.ok(plain.includes('é') && plain.includes('“') && plain.length > 500)
    for (let sign of plain) assert.equal(stringWidth(sign), 1, sign)
    for (let sign of plain.filter((_, index) => index % 7 === 0)) {
      let all = plain.map(other => sign + other).join('')
      assert.equal([...new Intl.Segmenter().segment(all)].length, all.length, sign)
    }
  })
  it('show a long line around the words, cut between words', () => {
    checkExcerpt(
      `${'alpha beta '.repeat(30)}<|the words|>${' gamma delta'.repeat(30)}`,
      ' 1 │ …alpha beta the words gamma delta…\n   │             ^^^^^^^^^',
      48
    )
    checkExcerpt(`<|the words|>${' gamma delta'.repeat(30)}`, ' 1 │ the words gamma delta gamma…\n   │ ^^^^^^^^^', 36)
    checkExcerpt(
      `${'alpha beta '.repeat(30)}<|the words|>`,
      ' 1 │ …beta alpha beta the words\n   │                  ^^^^^^^^^',
      36
    )
  })
  it('show the beginning of words that are longer than a line', () => {
    checkExcerpt(
      `one two <|${'long '.repeat(30)}|>.`,
      ' 1 │ …two long long long long…\n   │      ^^^^^^^^^^^^^^^^^^^',
      32
    )
  })
  it('do not read a line of megabytes', () => {
    let start = process.hrtime.bigint()
    let printed = print(`${'字'.repeat(2_000_000)}<|x|>${'e\u0301'.repeat(2_000_000)}`, {}, 40)
    assert.ok(printed.length < 400)
    assert.ok(process.hrtime.bigint() - start < 3_000_000_000n)
  })
  it('show two and three lines, and the ends of more', () => {
    checkExcerpt('a <|b\n  c|> d', ' 1 │ a b\n   │   ^\n 2 │   c d\n   │   ^')
    checkExcerpt('<|a\r\n\r\nb|>', ' 1 │ a\n   │ ^\n 2 │\n 3 │ b\n   │ ^')
    checkExcerpt('<|a\nb\nc\nd|>', ' 1 │ a\n   │ ^\n   │ ⋮\n 4 │ d\n   │ ^')
    checkExcerpt('<|a\n|>b', ' 1 │ a\n   │ ^')
  })
  it('never send what steers a terminal', () => {
    let steering = '\u001b[31m\u0007\u009b2J\u202e\u2066\u200b\u007f\u0000\ud800'
    let range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } }
    let printed = print(
      `<|x${steering}|>`,
      {
        path: `${steering}.note.md`,
        message: `m${steering}\nm`,
        related: [{ path: steering, range, message: steering }],
        fixes: [{ title: steering, edits: [] }]
      },
      200,
      { title: `t${steering}`, path: steering }
    )
    assert.doesNotMatch(printed, /(?!\n)[\p{Cc}\p{Cf}\p{Cs}]/u)
    assert.match(printed, /│ x␛\[31m␇<U\+009B>2J<U\+202E><U\+2066><U\+200B>␡␀�\n/)
  })
})
