import assert from 'node:assert'
import { Workspace } from '../../server/core'
import { namesIn } from '../../server/core/name-matcher'
import { random } from '../random'

let actors = `
arven: {schema: Country, name: Arven, alias: [Kingdom of Arven], weakAlias: [the Island]}
rail: {name: Arven Railway}
mehra: {name: Dalia Mehra, weakAlias: [Mehra], misspelling: [Dalia Mera]}
other: {name: Dalia Mehra}
dock: {name: Dock Workers’ Union}
small: {name: gulls}
may: {name: May}
`

function workspaceWith(records: string) {
  let workspace = new Workspace()
  workspace.set('/actors.yaml', records)
  return workspace
}

/** The names in a text, each in `⟨…⟩`, with whose they are and of which kind if not a plain name. */
function checkNames(text: string, expected: string, anyCase = false) {
  let found = namesIn(workspaceWith(actors), text, anyCase)
  let shown = found.reduceRight((all, { from, to, keys, kind }) => {
    let mark = `⟨${all.slice(from, to)}|${keys.join('+')}${kind === 'name' ? '' : ` ${kind}`}⟩`
    return all.slice(0, from) + mark + all.slice(to)
  }, text)
  assert.equal(shown, expected)
}

describe('registered names in a text', () => {
  it('are found, the longest first, and none inside another', () =>
    checkNames(
      'The Kingdom of Arven owns Arven Railway, and Arven is glad.',
      'The ⟨Kingdom of Arven|arven⟩ owns ⟨Arven Railway|rail⟩, and ⟨Arven|arven⟩ is glad.'
    ))
  it('are whole words', () =>
    checkNames(
      'Arvenian, Arven-based, arven.example, @Arven and (Arven’s).',
      'Arvenian, Arven-based, arven.example, @Arven and (⟨Arven|arven⟩’s).'
    ))
  it('are told with all who bear them, and of which kind they are', () =>
    checkNames(
      'Dalia Mehra, Dalia Mera, Mehra, the Island',
      '⟨Dalia Mehra|mehra+other⟩, ⟨Dalia Mera|mehra misspelling⟩, ⟨Mehra|mehra weak⟩, ⟨the Island|arven weak⟩'
    ))
  it('may be broken over lines and have another apostrophe', () =>
    checkNames("the Dock\n  Workers' Union.", "the ⟨Dock\n  Workers' Union|dock⟩."))
  it('are no words like any other, no months and no days', () => checkNames('Some gulls in May.', 'Some gulls in May.'))
  it('are as the record writes them', () => checkNames('ARVEN and arven', 'ARVEN and arven'))
  it('in any capitals, where that is configured', () =>
    checkNames(
      'ARVEN and arven railway, the DOCK workers’ union; gulls in may.',
      '⟨ARVEN|arven⟩ and ⟨arven railway|rail⟩, the ⟨DOCK workers’ union|dock⟩; gulls in may.',
      true
    ))

  it('follow the records as they change', () => {
    let workspace = workspaceWith('a: {name: Arven}')
    let keys = () => namesIn(workspace, 'Arven and Tolen').map(found => found.keys.join())
    assert.deepEqual(keys(), ['a'])
    workspace.set('/more.actors.yaml', 't: {name: Tolen}')
    assert.deepEqual(keys(), ['a', 't'])
    workspace.set('/actors.yaml', 'a: {name: Arvenia}')
    assert.deepEqual(keys(), ['t'])
    workspace.delete('/more.actors.yaml')
    assert.deepEqual(keys(), [])
  })

  it('are found as by trying every name at every word', () => {
    let pick = random(20310312)
    let word = () => ['Ba', 'Bo', 'ba', 'Bab', 'Bé', 'BO'][pick(6)]
    let words = (most: number) => Array.from({ length: 1 + pick(most) }, word)
    for (let round = 0; round < 200; round++) {
      let anyCase = pick(2) === 0
      let names = Array.from({ length: 12 }, () => words(3).join(' ')).filter(name => name !== name.toLowerCase())
      let workspace = workspaceWith(names.map((name, i) => `k${i}: {name: ${name}}\n`).join(''))
      let text = words(40).join([' ', ', ', ' '][pick(3)])
      let same = (a: string, b: string) => (anyCase ? a.toLowerCase() === b.toLowerCase() : a === b)
      let naive: string[] = []
      let starts = [...text.matchAll(/\p{L}+/gu)].map(found => found.index)
      for (let at = 0; at < text.length; ) {
        if (!starts.includes(at)) {
          at++
          continue
        }
        let fits = names.filter(
          name => same(text.slice(at, at + name.length), name) && !/^\p{L}/u.test(text.slice(at + name.length))
        )
        let longest = Math.max(0, ...fits.map(name => name.length))
        if (longest > 0) naive.push(`${at}–${at + longest}`)
        at += Math.max(longest, /^\p{L}+/u.exec(text.slice(at))![0].length)
      }
      let found = namesIn(workspace, text, anyCase).map(({ from, to }) => `${from}–${to}`)
      assert.deepEqual(found, naive, `${names.join('; ')} in ${text}`)
    }
  })
})
