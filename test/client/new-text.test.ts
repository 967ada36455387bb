import assert from 'node:assert'
import fc from 'fast-check'
import { parse } from 'yaml'
import {
  actorText,
  isActorKey,
  isSourceKey,
  noteText,
  slug,
  sourceFile,
  sourceText
} from '../../client/commands/new-text'
import { parseNote } from '../../server/core'

let today = new Date(2031, 2, 4)
let words = fc.string({ unit: 'binary' }).filter(title => title === title.trim() && title !== '')
let keyish = fc.string({ unit: fc.constantFrom(...'aZ9_-:.+/é字 ́@,]') })
let seed = { seed: 20310304, numRuns: 500 }

function checkFile({ text, cursor }: { text: string; cursor: number }, expected: string) {
  assert.equal(`${text.slice(0, cursor)}<|>${text.slice(cursor)}`, expected)
}

let frontMatter = (text: string) => parse(text.split(/^---$/m)[1])

describe('a new file', () => {
  it('is a draft as of today', () =>
    checkFile(
      noteText('Will the line reopen?', today),
      '---\ntitle: Will the line reopen?\nas-of: 2031-03-04\nstatus: draft\n---\n\n# Key judgements\n\n<|>\n'
    ))
  it('is a source accessed today', () =>
    checkFile(
      sourceText('Ferry talks', 'wire:0312', today),
      '---\nkey: "wire:0312"\ntitle: Ferry talks\nauthor: <|>\ncontainer-title:\nissued:\nURL:\naccessed: 2031-03-04\nkind: reporting\n---\n\n'
    ))
  it('is a dossier', () =>
    checkFile(actorText('Ilse Arven', 'Person'), '---\nschema: Person\nname: Ilse Arven\nsummary: <|>\n---\n'))
  it('says any title so that YAML reads it back', () =>
    fc.assert(
      fc.property(words, title => {
        assert.equal(frontMatter(noteText(title, today).text).title, title)
      }),
      seed
    ))

  for (let [title, name] of [
    ['Will the Karsa ferry line reopen?', 'will-the-karsa-ferry-line-reopen'],
    ['  “Žofie’s” 2nd boat ', 'žofies-2nd-boat'],
    ['../../etc', 'etc'],
    ['???', ''],
    ['word '.repeat(30), 'word-word-word-word-word-word-word-word-word-word-word-word']
  ])
    it(`is named by its title: ${title.slice(0, 40)}`, () => assert.equal(slug(title), name))

  it('takes for a key what the language does', () =>
    fc.assert(
      fc.property(keyish, key => {
        let whole = (found: { key: string }[]) => found.length === 1 && found[0].key === key
        assert.equal(isActorKey(key), whole(parseNote(`a @${key}`).mentions), `@${key}`)
        assert.equal(isSourceKey(key), whole(parseNote(`a [^${key}]`).citations), `[^${key}]`)
      }),
      seed
    ))
  it('says the key that its name cannot', () => {
    assert.equal(sourceFile('wire-0312'), 'wire-0312.source.md')
    assert.equal(sourceFile('doi:10.1/a'), 'doi-10.1-a.source.md')
    assert.ok(!frontMatter(sourceText('A', 'wire-0312', today).text).key)
  })
})
