import assert from 'node:assert'
import fc from 'fast-check'
import { compact, decodeAll, decodeSlice, encode, standsAt } from '../../server/core/verify/encoded'

describe('an encoded text', () => {
  it('gives any piece of itself, with the ends in the middle of a pair as well', () => {
    let text = fc
      .array(
        fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('aé字𝒜'.repeat(400)), fc.constant('plain '.repeat(300)))
      )
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (text, a, b) => {
        let encoded = encode(text)
        let [from, to] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
        assert.equal(decodeSlice(encoded, from, to), text.slice(from, to))
        assert.equal(decodeSlice(encoded, from, to + 9), text.slice(from, to + 9))
        for (let words of [text.slice(from, to), `${text.slice(from, from + 3)}é`, '字𝒜'])
          assert.equal(standsAt(encoded, words, from), text.slice(from, from + words.length) === words)
        assert.equal(decodeAll(encoded), text)
        assert.equal(compact(text), text)
      }),
      { seed: 1, numRuns: 300 }
    )
  })
})
