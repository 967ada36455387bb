import assert from 'node:assert'
import fc from 'fast-check'
import { counting, figureIn } from '../../server/core/claims/figure'
import { hasThreeWords } from '../../server/core/claims/quoted'
import { isSupposition, voiceOf } from '../../server/core/claims/voice'
import { confidenceIn } from '../../server/core/likelihood/confidence'
import { termsIn } from '../../server/core/likelihood/terms'
import { signsIn } from '../../server/core/signs'

let every = -1

/** What is found with a look at the signs alone is what is found without. */
function checkSigns(words: string) {
  let signs = signsIn(words)
  assert.deepEqual(voiceOf(words, signs), voiceOf(words, every), words)
  assert.equal(isSupposition(words, signs), isSupposition(words, every), words)
  assert.deepEqual(termsIn(words, undefined, signs), termsIn(words, undefined, every), words)
  assert.deepEqual(confidenceIn(words, signs), confidenceIn(words, every), words)
  if ((signs & counting) === 0) assert.equal(figureIn(words, []), undefined, words)
}

let word = fc.constantFrom(
  ...'We We’ve our this note assess suggests This leaves h/t I think Map: Odds said told reports that according to'.split(
    ' '
  ),
  ...'likely Unlikely even chance remote probably realistic possibility high confidence low medium is could have been'.split(
    ' '
  ),
  ...'forty per cent percent 12 ٣ 3.5 𝟜 NNNN @tolen Tolen he ſaid likeLy liKely été naïve Évidence “ ” ? . , ; é - _ 渡船'.split(
    ' '
  ),
  ...[
    'According to',
    'in the words of',
    'quoted as saying',
    'If',
    'ferry',
    'minister',
    'our view',
    'My opinion',
    'Sources:',
    'Checked by'
  ]
)
let glue = fc.constantFrom(' ', ' ', ' ', ' ', '', ', ', '-', '’', '\u00a0')

describe('the signs of a text', () => {
  it('hide nothing from the patterns that ask for them', () => {
    let text = fc.array(fc.tuple(word, glue), { maxLength: 10 }).map(parts => parts.flat().join(''))
    fc.assert(fc.property(text, checkSigns), { seed: 4, numRuns: 4000 })
  })
  it('tell of three words in any script', () => {
    let checkThree = (text: string, are: boolean) => assert.equal(hasThreeWords(text), are, text)
    checkThree('a ferry, once', true)
    checkThree('a well-kept’ ’', false)
    checkThree('9.5 per', false)
    checkThree('“It” – is', false)
    checkThree('é à ù', true)
    checkThree('渡船', false)
    checkThree('渡船将在五月', true)
    checkThree('ferry 渡船将', true)
    checkThree('เรือข้ามฟาก', true)
  })
})
