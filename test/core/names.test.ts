import assert from 'node:assert'
import { foldName, namesOf, Workspace } from '../../server/core'
import { actorNames, holding, startingWith } from '../../server/core/name-index'
import { random } from '../random'

function checkFold(name: string, expected: string) {
  assert.equal(foldName(name), expected)
}

/** The keys of the actors that are found, with the rest of the name from where it was found. */
function checkFind(find: typeof holding, typed: string, ...expected: string[]) {
  let index = indexOf(
    'tolen: {name: Brannoc Tolén}\nlind: {name: Lind Mor, alias: [Tola]}\nnorth-end: {name: North End}\n'
  )
  assert.deepEqual(
    find(index, typed, 100)
      .map(({ owner, rest }) => `${index.keys[owner]}: ${rest}`)
      .sort(),
    expected
  )
}

function indexOf(yaml: string) {
  let workspace = new Workspace()
  workspace.set('/actors.yaml', yaml)
  return workspace.derive('actors', actorNames)
}

describe('names', () => {
  it('are compared without case and diacritics', () => checkFold('Éowyn MÜLLER-Łuk', 'eowyn muller luk'))
  it('with letters that have none', () => checkFold('Straße Æsir Øresund Đorđe', 'strasse aesir oresund dorde'))
  it('without apostrophes', () => checkFold("Dock Workers’ Union, O'Neill", 'dock workers union oneill'))
  it('with one space for all that stands between words', () => checkFold('  J. D.  Al-Karim_2 ', 'j d al karim 2'))
  it('in other scripts', () => checkFold('Далия МЕХРА й', 'далия мехра и'))

  it('of an actor are each once, the main one first', () => {
    let workspace = new Workspace()
    workspace.set('/a.yaml', '')
    workspace.set('/actors.yaml', 'a: {name: A, alias: [B, A], weakAlias: [C], previousName: [D, B]}\n')
    assert.deepEqual(namesOf(workspace.actor('a')!), ['A', 'B', 'D'])
  })

  it('are found by the beginning of any word', () => {
    checkFind(startingWith, 'tol', 'lind: tola', 'tolen: tolen')
    checkFind(startingWith, 'mor', 'lind: mor')
    checkFind(startingWith, 'north e', 'north-end: north end')
    checkFind(startingWith, 'zz')
    checkFind(startingWith, '', 'lind: ', 'north-end: ', 'tolen: ')
  })
  it('are found by what they hold', () => checkFind(holding, 'nno', 'tolen: nnoc tolen'))

  it('are found as by looking at each of them', () => {
    let below = random(20310314)
    let word = () => Array.from({ length: 1 + below(4) }, () => 'abn'[below(3)]).join('')
    let actors = Array.from({ length: 300 }, (_, i) => ({ key: `k${i}`, name: `${word()} ${word()}` }))
    let index = indexOf(actors.map(({ key, name }) => `${key}: {name: ${name}}\n`).join(''))
    for (let typed of ['a', 'ab', 'nb', 'bnn', 'a b', 'n ', 'abnab', 'k1']) {
      let naive = actors
        .filter(own => [own.name, own.key].some(name => ` ${name}`.includes(` ${typed}`)))
        .map(own => own.key)
      let found = startingWith(index, typed).map(match => index.keys[match.owner])
      assert.deepEqual(found.sort(), naive.sort(), typed)
    }
  })
})
