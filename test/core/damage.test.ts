import assert from 'node:assert'
import fc from 'fast-check'
import type { Source } from '../../server/core/model'
import { captured, fold } from '../../server/core/verify'
import { findDamaged, holdsLetters } from '../../server/core/verify/damage'
import { foldText } from '../../server/core/verify/fold'
import { otherCases } from '../../server/core/verify/match'

let piece = fc.constantFrom(...'aaabeé— -.,’12[3]ffi'.split(''), 'ffi', ' fi ', '-\n', '[^4]', '²', '字', '𝒜', '🛳️', 'E')
let text = fc.array(piece, { maxLength: 60 }).map(parts => parts.join(''))
let words = fc.array(piece, { minLength: 1, maxLength: 5 }).map(parts => parts.join(''))

describe('words in a damaged text', () => {
  it('are looked for only where their letters stand in their order', () => {
    let letters = (text: string) => text.replace(/[^\p{L}]+/gu, '')
    fc.assert(
      fc.property(text, words, (text, words) => {
        assert.equal(holdsLetters(text, words), letters(text).includes(letters(words)))
      }),
      { seed: 2, numRuns: 3000 }
    )
  })
  it('are never missed for it', () => {
    let found = 0
    fc.assert(
      fc.property(text, words, (text, words) => {
        let own = captured({ key: 'a', path: '/a', bodyFrom: 0 } as Source, text)
        let wanted = foldText(words).trim()
        if (wanted === '' || findDamaged(own, wanted).length === 0) return
        found++
        assert([wanted, ...otherCases(wanted)].some(words => holdsLetters(own.folded().text, words)))
      }),
      { seed: 3, numRuns: 3000 }
    )
    assert(found > 100, `${found}`)
  })
})

describe('words without the way back', () => {
  it('are folded as with it', () => {
    let marks = fc.constantFrom(...'ab .,-—“’*_[]…\u00ad\u0301ﬁ'.split(''), '  ', '<!-- c -->', '[l](u)', 'word ')
    let typed = fc.array(marks, { maxLength: 12 }).map(parts => parts.join(''))
    fc.assert(
      fc.property(typed, typed => assert.equal(foldText(typed), fold(typed).text)),
      { seed: 4, numRuns: 3000 }
    )
  })
})
