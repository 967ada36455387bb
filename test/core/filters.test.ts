import assert from 'node:assert'
import type { Source } from '../../server/core/model'
import { type Captured, captured, Filters, holders, type Library, places } from '../../server/core/verify'
import { foldText } from '../../server/core/verify/fold'
import { findWords, isWhole } from '../../server/core/verify/match'
import { random } from '../random'

let words =
  'the harbour boats sail may not will 12 quay Orr’s winter, Порт île 港口的船 渡し船は五月に เรือข้ามฟาก 🛳️'.split(' ')
let between = [' ', ' ', ' ', '', '\n']

function toEnd<T>(work: Generator<void, T>): T {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

/** The keys of the sources that hold the words, asked of the filters; the same as if every text were searched. */
function checkHolders(library: Library, all: Captured[], words: string): string[] {
  let found = toEnd(holders(library, words)).map(passage => `${passage.source} ${passage.from}`)
  // What only a second reading finds, filters cannot know.
  let held = all.filter(own => findWords(own.folded().text, foldText(words), 1).length > 0)
  let plain = held.flatMap(own => places(own, words).slice(0, 1)).map(passage => `${passage.source} ${passage.from}`)
  assert.deepEqual(found, plain.sort().slice(0, 10), words)
  return found
}

describe('the sources that hold words', () => {
  it('are found as if every text were searched, whatever was added and taken away', () => {
    let pick = random(21)
    let filters = new Filters()
    let all: Captured[] = []
    let found = 0
    let library: Library = {
      captured: key => all.find(own => own.source.key === key),
      holding: hashes => filters.holding(hashes)
    }
    for (let round = 0; round < 1500; round++) {
      // Texts of several sizes, one of them beyond what shares a block.
      let size = round === 700 ? 30_000 : [3, 20, 60, 400][pick(4)]
      let text = Array.from({ length: size }, () => words[pick(words.length)] + between[pick(between.length)]).join('')
      let key = `s${String(round).padStart(4, '0')}`
      let own = captured({ key, path: `/${key}`, bodyFrom: 0 } as Source, text)
      filters.add(own)
      all.push(own)
      if (all.length > 120 || pick(3) === 0) filters.delete(all.splice(pick(all.length), 1)[0])
      let folded = all[pick(all.length)]?.folded().text ?? ''
      let from = pick(folded.length)
      let to = Math.min(folded.length, from + 1 + pick(30))
      let quoted = folded.slice(from, to)
      if (isWhole(folded, from, to) && /^[\p{L}\p{N}].*[\p{L}\p{N}]$/su.test(quoted))
        found += checkHolders(library, all, quoted).length
    }
    assert(found > 500, `${found}`)
  })
  it('in scripts without spaces are found by a few characters', () => {
    let text = '岛上的渡船将在五月恢复运行。'
    let own = captured({ key: 'a', path: '/a', bodyFrom: 0 } as Source, text)
    let filters = new Filters()
    filters.add(own)
    let library: Library = { captured: () => own, holding: hashes => filters.holding(hashes) }
    assert.deepEqual(checkHolders(library, [own], '渡船将在五月'), ['a 3'])
    assert.deepEqual(checkHolders(library, [own], '渡船将在六月'), [])
  })
})
