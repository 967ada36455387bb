import assert from 'node:assert'
import { paraphrases, ranks, sample } from '../paraphrases'

describe('support of a sentence in other words', () => {
  let found = ranks(sample())
  let beyond = (most: number) => paraphrases.flatMap(([sentence], index) => (found[index] > most ? sentence : []))
  // What it does not find shares a name and next to no word with its passage: that needs a dictionary.
  let notFound = [
    'The negotiators came to terms late in the evening.',
    '@mehra left insurance to the company and called herself only a doorkeeper.',
    'The harbour could manage three daily crossings.',
    '@tolen complained that nobody had asked the union about handling the ropes.'
  ]
  it('is among the first three passages, unless next to no word is shared', () => assert.deepEqual(beyond(3), notFound))
  it('is the first for seven sentences in ten', () => assert.equal(beyond(1).length, 10))
})
