import assert from 'node:assert'
import fc from 'fast-check'
import { fileKind, keyFromPath } from '../../server/core/files'
import { bareKey, isActorKey, isSourceKey } from '../../server/core/keys'
import { editDistance, nearest } from '../../server/core/suggest'

function checkKey(text: string, expected: 'actor and source' | 'source' | 'neither') {
  let said = isActorKey(text)
    ? isSourceKey(text)
      ? 'actor and source'
      : 'actor'
    : isSourceKey(text)
      ? 'source'
      : 'neither'
  assert.equal(said, expected, text)
}

function checkNearest(word: string, candidates: string, expected: string | undefined) {
  assert.equal(nearest(word, candidates.split(' ')), expected)
}

describe('keys', () => {
  it('are letters and digits of any script, _ and -', () => {
    for (let key of ['usa', '1', 'port-union', 'A_b', 'паром', '渡し', 'é', 'e\u0301', 'क्षेत्र', '𝒜1'])
      checkKey(key, 'actor and source')
    for (let key of ['', '-a', '_a', '@usa', 'a b', 'a@b', 'a,b', "a'", 'a\n', ' a', '[a', '😀'])
      checkKey(key, 'neither')
  })
  it('of sources may hold : . + / inside', () => {
    for (let key of ['okley:pools2030', 'a/b', 'a.b', 'a+b', 'a:-b']) checkKey(key, 'source')
    for (let key of ['a.', 'a:', '.a', '/a', 'a/', 'a+']) checkKey(key, 'neither')
  })
  it('lose one @', () => {
    assert.equal(bareKey('@usa'), 'usa')
    assert.equal(bareKey('usa'), 'usa')
    assert.equal(bareKey('@@usa'), '@usa')
  })
})

describe('files', () => {
  it('are known by their names', () => {
    let said = [
      '/a/brief.note.md',
      '/a/wire.source.md',
      'mehra.actor.md',
      '/actors.yaml',
      '/x.actors.yaml',
      'sources.yaml',
      'my.sources.yaml',
      'lib.bib',
      'lib.csl.json',
      '/w/provenote.yaml',
      '/README.md',
      '/x.provenote.yaml',
      '/.note.md',
      '/note.md',
      'a.json',
      'a.NOTE.md',
      '/actors.yaml/x',
      'factors.yaml',
      '.bib'
    ].map(path => fileKind(path) ?? '–')
    assert.equal(
      said.join(' '),
      'note source actor actors actors sources sources bibliography bibliography config – – – – – – – – –'
    )
  })
  it('give their keys', () => {
    assert.equal(keyFromPath('/a/wire-0312.source.md'), 'wire-0312')
    assert.equal(keyFromPath('mehra.actor.md'), 'mehra')
  })
})

describe('did you mean', () => {
  it('takes the nearest', () => {
    checkNearest('aliases', 'alias weakAlias name', 'alias')
    checkNearest('reliablity', 'reliability reliability-note', 'reliability')
    checkNearest('url', 'title URL', 'URL')
    checkNearest('isued', 'issued issue', 'issued')
    checkNearest('mehar', 'mehra', 'mehra')
  })
  it('does not guess far', () => {
    checkNearest('tag', 'tlp', undefined)
    checkNearest('date', 'note', undefined)
    checkNearest('volume', 'title', undefined)
    checkNearest('x', '', undefined)
  })
  it('counts edits alike from either side, and none for the same word', () => {
    let word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 8 })
    fc.assert(
      fc.property(word, word, (a, b) => {
        assert.equal(editDistance(a, b, 20), editDistance(b, a, 20))
        assert.equal(editDistance(a, a, 20), 0)
        assert.equal(editDistance(a, b, 3), Math.min(3, editDistance(a, b, 20)))
      }),
      { seed: 20310314, numRuns: 500 }
    )
  })
})
