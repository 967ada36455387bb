import assert from 'node:assert'
import fc from 'fast-check'
import type { Source } from '../../server/core/model'
import { paragraphAround, paragraphEnd, paragraphStart } from '../../server/core/paragraphs'
import { captured } from '../../server/core/verify'

describe('the paragraph around a place', () => {
  it('is the one found in the whole text, however far its ends are', () => {
    let piece = fc.constantFrom(
      'The ferry left. ',
      'Über 40 Boote – “all” of them 𝒜. ',
      '\n',
      '\n\n',
      '\r\n',
      '\n \t\n',
      '\n<!-- p. 4 -->\n',
      '  ',
      'word '.repeat(90),
      'long '.repeat(700)
    )
    let texts = fc.array(piece, { maxLength: 30 }).map(pieces => pieces.join(''))
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(60), fc.constantFrom(300, 2000, 3000), (text, at, length, reach) => {
        let bodyFrom = Math.min(9, text.length)
        let from = bodyFrom + (at % (text.length - bodyFrom + 1))
        let to = Math.min(text.length, from + length)
        let own = captured({ key: 'a', path: '/a', bodyFrom } as Source, text)
        let first = paragraphStart(text, own.wrapped(), Math.max(bodyFrom, from - reach), from)
        let last = paragraphEnd(text, own.wrapped(), to, Math.min(text.length, to + reach))
        assert.deepEqual(paragraphAround(own, { from, to }, reach), { from: first, text: text.slice(first, last) })
      }),
      { seed: 1, numRuns: 2000 }
    )
  })

  it('is the same whichever line breaks a wrapped text has', () => {
    let text =
      'The ferry left at\nnine in the\nmorning.\n\nIt came back\nin the night.\n<!-- p. 2 -->\nNobody\nsaw it.\n'
    for (let newline of ['\r\n', '\r', '\n']) {
      let written = text.replaceAll('\n', newline)
      let at = written.indexOf('back')
      let [first, last] = [paragraphStart(written, true, 0, at), paragraphEnd(written, true, at, written.length)]
      assert.equal(written.slice(first, last), `It came back${newline}in the night.`)
    }
  })
})
