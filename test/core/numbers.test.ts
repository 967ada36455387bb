import assert from 'node:assert'
import fc from 'fast-check'
import { numeralsIn, valuesOfWords } from '../../server/core/numbers'

// What the words are worth, said plainly.
let values: { [word: string]: number[] } = {
  two: [2],
  three: [3],
  forty: [40],
  ninety: [90],
  thirteen: [13],
  half: [50, 0.5],
  thirds: [67, 66, 0.67],
  tripled: [3, 200]
}

function plainly(text: string): number[] {
  return [...text.toLowerCase().matchAll(/\b([a-z]{3,9})(?:-([a-z]{3,5}))?\b/g)].flatMap(([whole, first, second]) => {
    let own = values[first]
    if (own?.length !== 1) return values[whole] ?? []
    return own[0] >= 20 && values[second]?.length === 1 ? [own[0] + values[second][0]] : own
  })
}

describe('the numbers of a text', () => {
  it('are read from its words as one expression over all of it would read them', () => {
    let piece = fc.constantFrom(
      ...Object.keys(values),
      ...['Two', 'FORTY', 'the', 'ferry', 'extraordinary', 'é', '7', '_', '-', '-', '-', ' ', ' ', ', ', '’', 'teen']
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        let text = pieces.join('')
        assert.deepEqual([...valuesOfWords(text)], plainly(text), JSON.stringify(text))
      }),
      { seed: 1, numRuns: 3000 }
    )
  })

  it('are those written in digits of any script', () => {
    let shown = (text: string) => numeralsIn(text).map(({ from, to }) => text.slice(from, to))
    assert.deepEqual(shown('“12” of 1,200 by 2031-03-14, a4 and 5a, ٣ or 𝟜 at 12:30; 3.5%, 7th'), [
      '12',
      '1,200',
      '2031',
      '٣',
      '𝟜',
      '3.5',
      '7'
    ])
  })
})
