import assert from 'node:assert'
import fc from 'fast-check'
import { fold, foldText } from '../../server/core/verify/fold'
import {
  foldedAt,
  lacksNames,
  originalEnd,
  originalSlice,
  originalStart,
  standsAt,
  unfold
} from '../../server/core/verify/unfold'

// What folding changes in any way, between words that it leaves as they are.
let signs =
  "a|b|word|plain words |0|é|字|𝒜| |\n|  |\r\n|…|“|”,|'| – | -2|$ 5|\u00ad|e\u0301|x\u0302\u0323|𝒜\u0301\u0323|ﬃ|ﷺ|\\*|*|<!-- p. 2 -->|<!-- p.|[a](b)|&amp;|&#8217;|&#x1d49c;|&hellip;|\ud835"
let text = fc.array(fc.constantFrom(...signs.split('|')), { maxLength: 60 }).map(parts => parts.join(''))

describe('folding without the way back', () => {
  let typed = fc.array(fc.constantFrom(...'a|7| |.|,|\'|-|"|%|$|…|é|\n'.split('|')), { maxLength: 9 })
  it('gives the same text', () =>
    fc.assert(
      fc.property(
        fc.oneof(
          text,
          typed.map(parts => parts.join(''))
        ),
        text => assert.equal(foldText(text), fold(text).text)
      ),
      { seed: 5, numRuns: 10_000 }
    ))
})

describe('the way back from a folded text', () => {
  it('gives any piece of the text as it was', () =>
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.nat(), (text, a, b, body) => {
        let folded = fold(text, body % (text.length + 1))
        let [from, to] = [a % (text.length + 1), b % (text.length + 9)].sort((x, y) => x - y)
        assert.equal(originalSlice(folded, 0, Number.POSITIVE_INFINITY), text)
        assert.equal(originalSlice(folded, from, to), text.slice(from, to))
        for (let words of [text.slice(from, to), `${text.slice(from, to)}a`, 'a', ''])
          assert.equal(standsAt(folded, words, from), text.startsWith(words, from), JSON.stringify([text, words]))
      }),
      { seed: 1, numRuns: 4000 }
    ))
  it('tells of no piece that it lacks a name which it has', () => {
    let names = ['plain words', 'words', 'ab', 'ba']
    let told = 0
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.constantFrom(...names), (text, a, b, name) => {
        let folded = fold(text)
        let [from, to] = [a % (text.length + 1), b % (text.length + 9)].sort((x, y) => x - y)
        if (!lacksNames(folded, from, to, [name])) return
        if (to > from + 6) told++
        assert(!text.slice(from, to).includes(name), JSON.stringify([text, from, to, name]))
      }),
      { seed: 6, numRuns: 8000 }
    )
    assert(told > 300, `${told}`)
  })
  it('is the same for both ends at once as for each', () =>
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
        let folded = fold(text)
        let [from, to] = [a % (folded.text.length + 1), b % (folded.text.length + 1)].sort((x, y) => x - y)
        assert.deepEqual(unfold(folded, { from, to }), {
          from: originalStart(folded, from),
          to: originalEnd(folded, to)
        })
      }),
      { seed: 3, numRuns: 2000 }
    ))
  it('leads from what stands in both texts to itself, and never back', () =>
    fc.assert(
      fc.property(text, text => {
        let folded = fold(text)
        let last = 0
        for (let at = 0; at < folded.text.length; at++) {
          let from = originalStart(folded, at)
          assert(from >= last && originalEnd(folded, at + 1) >= from)
          last = from
          if (text[from] === folded.text[at] && originalEnd(folded, at + 1) === from + 1)
            assert.equal(foldedAt(folded, from), at, JSON.stringify([text, at]))
        }
      }),
      { seed: 4, numRuns: 1000 }
    ))
  it('ends a letter whose marks nothing composes with its last mark', () => {
    let folded = fold('the x\u0302\u0323 is far from — here')
    assert.equal(folded.text.slice(4, 7), 'x\u0323\u0302')
    assert.equal(originalEnd(folded, 7), 7)
  })
})
