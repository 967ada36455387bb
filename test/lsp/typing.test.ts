import assert from 'node:assert'
import { type Session, withServer } from './session'

let words = 'harbour ferry winter council letter barge signal cargo pilot storm rope tide'.split(' ')
let sentence = (index: number) =>
  Array.from({ length: 12 }, (_, at) => `${words[(index * 7 + at * (1 + (index % 5))) % 12]}${(index + at) % 97}`).join(
    ' '
  )
let long = Array.from({ length: 10_000 }, (_, index) => `${sentence(index)}.`).join(' ')
let quoted = Array.from({ length: 40 }, (_, index) => sentence(index * 200).replace(/\S+ (?=\S+$)/, 'otherwise '))
let note = `Gap: Where @nobody is.\n\n${quoted.map(words => `Orr said “${words}” [^long].\n`).join('\n')}`
let files = `
=== /sources/long.source.md
---
title: The harbour book
---
${long}
=== /sources/short.source.md
---
title: A leaf
---
Nothing is said here.
=== /brief.note.md
${note}`

/** How many findings of a rule each message of a version gave, in the order of the messages. */
function given(session: Session, rule: string, version: number): number[] {
  let own = session.history.filter(one => one.uri === session.uri('/brief.note.md') && one.version === version)
  return own.map(({ diagnostics }) => diagnostics.filter(({ code }) => code === rule).length)
}

describe('typing in a note with forty wrong quotations of a source of a megabyte', () => {
  it('is answered before passages like them are found, and nothing known goes away meanwhile', () =>
    withServer(files, async session => {
      assert(long.length > 700_000)
      let all = (version: number, count = 40) =>
        session.until(`all of version ${version}`, () => given(session, 'quote-altered', version).at(-1) === count)
      await session.indexed()
      await session.open('/brief.note.md')
      await all(1)
      assert.deepEqual(given(session, 'quote-altered', 1), [0, 40])
      assert.deepEqual(given(session, 'unknown-actor', 1), [1, 1])
      // In prose every verdict is known.
      await session.edit('/brief.note.md', '@nobody', '@somebody')
      await all(2)
      assert.deepEqual(given(session, 'quote-altered', 2), [40])
      // In a quotation all but its own are.
      await session.edit('/brief.note.md', 'otherwise', 'elsewise')
      await all(3)
      assert.deepEqual(given(session, 'quote-altered', 3), [39, 40])
      // Another source may hold the words now; until that is known the verdicts stand.
      await session.open('/sources/short.source.md')
      await session.edit('/sources/short.source.md', 'Nothing', 'Little')
      await session.until('a check after the source', () => given(session, 'quote-altered', 3).length >= 4)
      assert(
        given(session, 'quote-altered', 3)
          .slice(1)
          .every(count => count === 40)
      )
    }))
})
