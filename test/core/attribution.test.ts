import assert from 'node:assert'
import fc from 'fast-check'
import { verbsIn } from '../../server/core/claims/attribution'

let verbs = 'said says warn states denied promised told'.split(' ')
let pattern = new RegExp(`(?<!\\p{L})(?:${verbs.join('|')})(?!\\p{L})`, 'gu')

describe('verbs of saying', () => {
  it('are found as a pattern of them all would find them', () => {
    let piece = fc.constantFrom(...verbs, ' ', ' ', '-', 'é', '𝒜', '🛳️', 'x', '12', '’', '\u0301', '字')
    let text = fc.array(piece, { maxLength: 15 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(text, text => {
        let plain = [...text.matchAll(pattern)].map(found => `${found[0]} ${found.index}`)
        assert.deepEqual(
          [...verbsIn(text)].map(found => `${found.word} ${found.from}`),
          plain
        )
      }),
      { seed: 5, numRuns: 3000 }
    )
  })
})
