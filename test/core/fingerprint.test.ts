import assert from 'node:assert'
import * as fc from 'fast-check'
import { checkFile, fingerprints, Workspace } from '../../server/core'

/** Rule, words and fingerprint of each finding of a note. */
function found(text: string, others: { [path: string]: string } = {}) {
  let workspace = new Workspace()
  for (let [path, own] of Object.entries({ ...others, '/a.note.md': text })) workspace.set(path, own, true)
  let work = checkFile(workspace, '/a.note.md', text)
  let step = work.next()
  while (!step.done) step = work.next()
  let { findings } = step.value
  let prints = fingerprints(text, findings, workspace.parse('/a.note.md', text))
  return findings.map(({ rule, from, to }, index) => ({ rule, words: text.slice(from, to), print: prints[index] }))
}

/** Both notes have the same findings, told by their fingerprints. */
function checkSame(one: string, other: string) {
  assert.deepEqual(
    found(one)
      .map(own => own.print)
      .sort(),
    found(other)
      .map(own => own.print)
      .sort()
  )
  assert.ok(found(one).length > 0)
}

function checkOther(one: string, other: string) {
  let prints = new Set(found(one).map(own => own.print))
  assert.ok(prints.size > 0)
  assert.deepEqual(
    found(other).filter(own => prints.has(own.print)),
    []
  )
}

describe('fingerprints', () => {
  let fact = 'Fact: The ferry “sailed in May with nine” passengers.'
  it('do not change with typography, line breaks, list marks and quote marks around the sentence', () => {
    checkSame(fact, 'Fact:  The ferry "sailed in May\nwith nine" passengers.')
    checkSame(`- ${fact}`, `12. ${fact}`)
    checkSame('> The @ferry sailed [^gone].', '> > The\n> > @ferry sailed\n> > [^gone].')
  })
  it('do not change with the sentences around', () =>
    checkSame('As they said [^gone]. All was well.', 'All is well: nothing here. As they said [^gone].'))
  it('change with the sentence, the words and the rule', () => {
    checkOther('As they said [^gone].', 'As she said [^gone].')
    checkOther('As they said [^gone].', 'As they said [^lost].')
    checkOther('As they said [^gone].', 'As they said @gone.')
  })
  it('tell equal findings of one file apart', () => {
    let prints = found('As they said [^gone].\n\nAs they said [^gone].\n').map(own => own.print)
    assert.equal(new Set(prints).size, 2)
    assert.deepEqual(
      found('As they said [^gone].\n').map(own => own.print),
      prints.slice(0, 1)
    )
  })
  it('are of front matter and records, too', () => {
    let print = (text: string) => found(text).map(own => own.print.replace(/\n/g, ' | '))
    assert.deepEqual(print('---\ntitle: A\nstatus: fnal\n---\n'), ['syntax | fnal | status: fnal | 1'])
    checkSame('---\nstatus: fnal\n---\n', '---\ntitle: Longer\nauthor: B\nstatus: fnal\n---\n\n# More\n')
  })

  // Paragraphs with findings of many rules, each with words of its own.
  let flawed = fc.constantFrom(
    (n: number) => `As they said of ship ${n}x [^gone].`,
    (n: number) => `The tide of @nobody${n} was high.`,
    (n: number) => `Somebody wrote “that boat n${n} would never sail”. All was well.`,
    (n: number) => `- @key${n}`,
    (n: number) => `> Ship ${n}y sank.\n> [^lost]`,
    (n: number) => `| a | b |\n|---|---|\n| x${n} | [^gone] |`
  )
  let harmless = fc.constantFrom(
    'Nothing to see.',
    '# A heading',
    '- one\n- two',
    '> quoted',
    '```\n[^code]\n```',
    '<!-- a word -->'
  )
  let paragraphs = fc
    .uniqueArray(fc.nat(50), { minLength: 1, maxLength: 6 })
    .chain(numbers => fc.tuple(...numbers.map(number => flawed.map(make => make(number)))))

  it('stay when paragraphs are put in elsewhere, moved or taken away', () =>
    fc.assert(
      fc.property(
        paragraphs,
        fc.array(fc.tuple(fc.nat(20), harmless), { maxLength: 5 }),
        fc.nat(),
        (own, added, turn) => {
          let edited: string[] = [...own]
          for (let [at, words] of added) edited.splice(at % (edited.length + 1), 0, words)
          let moved = [...edited.slice(turn % edited.length), ...edited.slice(0, turn % edited.length)]
          checkSame(own.join('\n\n'), moved.join('\n\n'))
        }
      ),
      { seed: 4, numRuns: 200 }
    ))
})
