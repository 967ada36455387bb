import assert from 'node:assert'
import type { Source } from '../../server/core/model'
import { captured, fold, places, type Verdict } from '../../server/core/verify'
import { originalEnd, originalStart } from '../../server/core/verify/unfold'
import { random } from '../random'
import { library, shown, type Texts, verdictIn } from './library'

let verdict = (texts: Texts, words: string, keys?: string[]): Verdict => verdictIn(library(texts), words, keys)

let text =
  'The ministry said “the first boats will sail in May” — weather permitting. Captain Orr did not approve of the plan; he said it cost 2.5 per cent more, and that the crew’s pay was cut by 1,200 crowns.\n\nThey left. The therapist stayed on the is\u00adland, de\ufb01nitely.'

describe('a verdict', () => {
  let cases: [words: string, expected: string][] = [
    ['the first boats will sail in May', 'exact a:“the first boats will sail in May”'],
    ['The first boats will sail', 'folded a:“the first boats will sail”'],
    ['the first boats will sail in May.', 'folded a:“the first boats will sail in May”'],
    ['the first boats  will\nsail,', 'folded a:“the first boats will sail”'],
    ["the crew's pay", 'folded a:“the crew’s pay”'],
    ['in May"—weather permitting', 'folded a:“in May” — weather permitting”'],
    ['on the island, definitely', 'folded a:“on the is\u00adland, de\ufb01nitely”'],
    ['the *first* boats **will sail**', 'folded a:“the first boats will sail”'],
    [
      'he said […] that the crew’s pay was cut',
      'edited a:“he said it cost 2.5 per cent more, and that the crew’s pay was cut”'
    ],
    ['[t]hey left', 'edited a:“They left”'],
    ['Captain Orr [sic] did not approve', 'edited a:“Captain Orr did not approve”'],
    ['[He] did not approve … of the plan', 'edited a:“did not approve of the plan”'],
    ['did approve of the plan', 'altered a:“did not approve of the plan” did | +not | approve of the plan'],
    ['it cost 3.5 per cent more', 'altered a:“it cost 2.5 per cent more” it cost | -3.5 | +2.5 | per cent more'],
    ['cost 5 per cent more', 'altered a:“cost 2.5 per cent more” cost | -5 | +2.5 | per cent more'],
    ['5 per cent more', 'altered a:“2.5 per cent more” -5 | +2.5 | per cent more'],
    ['pay was cut by 1', 'altered a:“pay was cut by 1,200” pay was cut by | -1 | +1,200'],
    [
      'The rapist stayed on the island',
      'altered a:“The therapist stayed on the is\u00adland” The | -rapist | +therapist | stayed on the island'
    ],
    ['a lighthouse charges for the dark', 'absent'],
    [
      'the plan […] Captain Orr did not approve',
      'altered a:“Captain Orr did not approve” -the plan | Captain Orr did not approve'
    ],
    ['…', 'unchecked'],
    ['', 'unchecked']
  ]
  for (let [words, expected] of cases)
    it(JSON.stringify(words), () => assert.equal(shown({ a: text }, words), expected))

  it('names the other source that holds the words', () =>
    assert.equal(
      shown({ a: text, b: 'He spoke of a date we cannot insure.' }, 'a date we cannot insure'),
      'elsewhere b:“a date we cannot insure”'
    ))
  it('is content when one of several cited sources holds them', () =>
    assert.equal(
      shown({ a: 'x', b: text }, 'Captain Orr did not approve', ['a', 'b']),
      'exact b:“Captain Orr did not approve”'
    ))
  it('never passes without captured text', () =>
    assert.equal(shown({ a: undefined }, 'three whole words'), 'unchecked'))
  it('is open while a cited source has no captured text', () =>
    assert.equal(shown({ a: text, b: undefined }, 'nothing like this here', ['a', 'b']), 'unchecked'))
  it('lists every place', () =>
    assert.equal(places(library({ a: 'No comment. He said: no comment.' }).captured('a')!, 'no comment').length, 2))
  it('leaves front matter out', () => {
    let own = captured(
      { key: 'a', path: '/a', bodyFrom: 20 } as Source,
      `${'hidden words here'.padEnd(20)}shown words here`
    )
    assert.equal(own.folded().text, 'shown words here')
  })
})

describe('folding', () => {
  let cases: [string, string][] = [
    ['“a” ‘b’ „c“ «d»', "'a' 'b' 'c' 'd'"],
    ['a — b – c - d--e', 'a-b-c-d-e'],
    ['a\u00a0b\u2009c \r\n d\u200be', 'a b c de'],
    ['wait … what . . . then....', 'wait...what...then...'],
    ['one <!-- p. 4 -->\n\ntwo', 'one two'],
    ['a [link](https://karsa.example/x) and ![](y)', 'a link and ![](y)'],
    ['5 \\* 3 = snake_case 2*3', '5 * 3 = snake_case 2*3'],
    ['cafe\u0301 e\u0308', 'café ë'],
    ['\u200fשלום\u200e', 'שלום'],
    [
      '\u0627\u0654 \ufefb \u304b\u3099 \u1112\u1161\u11ab \u0958 \ufb2a',
      '\u0623 \u0644\u0627 が 한 \u0915\u093c \u05e9\u05c1'
    ],
    ['*a* _b_ **c** ~~d~~', 'a b c d'],
    // The sign that chooses how an emoji is drawn is none of its own.
    ['🛳️ sails', '🛳 sails'],
    ['A&nbsp;B &amp; &#8217;s&#x2014;x &lt;!-- &unknown; \\&amp;', "A B & 's-x &lt;!-&unknown; &amp;"]
  ]
  for (let [from, to] of cases) it(JSON.stringify(from), () => assert.equal(fold(from).text, to))

  it('leads back: every folded character to the place it came from', () => {
    for (let [from] of cases) {
      let folded = fold(`x${from}x`)
      let last = 0
      for (let i = 0; i < folded.text.length; i++) {
        let [start, end] = [originalStart(folded, i), originalEnd(folded, i + 1)]
        assert(start >= last && end >= start, from)
        last = start
        if (/[\p{L}\p{N}]/u.test(folded.text[i]))
          assert(
            `x${from}x`
              .slice(start === end ? start - 1 : start, end)
              .normalize('NFKC')
              .includes(folded.text[i]),
            from
          )
      }
    }
  })
})

describe('any passage', () => {
  let words =
    'the a of harbour boats sail may not will 12 2.5 “quay” Orr’s — pier, winter: *ice* and snow… fell. Yes! No? île Порт'.split(
      ' '
    )
  let make = (pick: (below: number) => number, count: number) =>
    Array.from({ length: count }, () => words[pick(words.length)]).join(' ')
  let cut = (source: string, pick: (below: number) => number) => {
    let parts = source.split(' ')
    let from = pick(parts.length - 8)
    return parts.slice(from, from + 3 + pick(5))
  }

  it('cut from a source is exact, and its offsets point at the words', () => {
    let pick = random(11)
    for (let round = 0; round < 400; round++) {
      let source = make(pick, 60)
      let quoted = cut(source, pick)
        .join(' ')
        .replace(/[.,:…!?*—\s]+$/, '')
        .replace(/^[*—\s]+/, '')
      if (/\*/.test(quoted) || !/[\p{L}\p{N}]/u.test(quoted)) continue
      let found = verdict({ a: source }, quoted)
      assert.equal(found.kind, 'exact', `${JSON.stringify(quoted)} in ${source}`)
      for (let { from, to } of found.passages)
        assert.equal(fold(source.slice(from, to)).text.toLowerCase(), fold(quoted).text.toLowerCase())
    }
  })
  it('written with other typography is folded', () => {
    let pick = random(12)
    let ways: ((text: string) => string)[] = [
      own => own.replaceAll('“', '"').replaceAll('”', '"').replaceAll('’', "'"),
      own => own.replaceAll(' ', '\u00a0 '),
      own => own.replaceAll('—', '--').replaceAll('…', '...'),
      own => own.replaceAll('s', 's\u00ad'),
      own => own.normalize('NFD')
    ]
    for (let round = 0; round < 400; round++) {
      let source = make(pick, 60)
      let quoted = ways[pick(ways.length)](cut(source, pick).join(' '))
      if (!/[\p{L}\p{N}]/u.test(quoted)) continue
      assert.match(verdict({ a: source }, quoted).kind, /exact|folded/, JSON.stringify(quoted))
    }
  })
  it('with one word changed never passes', () => {
    let pick = random(13)
    for (let round = 0; round < 400; round++) {
      let source = make(pick, 60)
      let parts = cut(source, pick)
      parts[pick(parts.length)] = ['never', '13', 'Vell', 'boat'][pick(4)]
      let found = verdict({ a: source }, parts.join(' '))
      assert.match(found.kind, /altered|absent/, parts.join(' '))
    }
  })
})
