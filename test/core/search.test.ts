import assert from 'node:assert'
import fc from 'fast-check'
import { indexOfWords } from '../../server/core/verify/search'

describe('looking for words', () => {
  // Few signs, so that parts of the words stand everywhere; among them rare ones, and some beyond ASCII.
  let text = fc.array(fc.constantFrom('e', 'th', ' ', 'j', '0', 'J', 'е', '𝒜', 'jjjjjjj', '-------e'), {
    maxLength: 200
  })
  it('finds them where the plain search does', () =>
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(40), fc.nat(), (parts, at, length, from) => {
        let text = parts.join('')
        let start = at % (text.length + 1)
        let words = text.slice(start, start + length)
        from %= text.length + 1
        for (let sought of [words, `${words}J`, `j${words}`])
          assert.equal(
            indexOfWords(text, sought, from),
            text.indexOf(sought, from),
            JSON.stringify([text, sought, from])
          )
      }),
      { seed: 2, numRuns: 2000 }
    ))
  it('goes on in the plain way where the rare sign is everywhere', () => {
    let text = `${'j'.repeat(500)}e`
    assert.equal(indexOfWords(text, 'jjjjjjjje'), 492)
    assert.equal(indexOfWords(text, 'jjjjjjjjt'), -1)
  })
})
