import assert from 'node:assert'
import { readdirSync, readFileSync } from 'node:fs'
import { lineAt, lineStarts } from '../../server/core/lines'
import { checkAllFixes, checkFixes } from '../rules/fixes-hold'
import { checkAll, type Texts } from '../rules/pages'

// Notes as eleven desks would write them, most of them well made and some with a careful editor's nightmares in them. What is found in each
// was judged by hand: `expected.txt` holds all of it, a line each, and whatever is not there is a false alarm.
let folder = 'test/quiet/desks'
let desks = readdirSync(folder)

function textsOf(desk: string): Texts {
  let texts: Texts = new Map()
  for (let name of readdirSync(`${folder}/${desk}`, { recursive: true, encoding: 'utf8' })) {
    let path = `/${name.replaceAll('\\', '/')}`
    if (/\.(?:md|yaml)$/.test(path)) texts.set(path, readFileSync(`${folder}/${desk}${path}`, 'utf8'))
  }
  return texts
}

let asked = { today: '2031-01-01' }

/** Place, rule and words of every finding, in the order of the files. */
function found(texts: Texts): string[] {
  return checkAll(texts, asked).findings.map(({ path, from, to, rule }) => {
    let text = texts.get(path)!
    let line = lineAt(lineStarts(text), from) + 1
    return `${path.slice(1)}:${line} ${rule} “${text.slice(from, Math.min(to, from + 40)).replace(/\s+/g, ' ')}”`
  })
}

describe('the notes of eleven desks', () => {
  for (let desk of desks) {
    let texts = textsOf(desk)
    it(`${desk}: what is found is what was judged to be there, and nothing else`, () => {
      let expected = readFileSync(`${folder}/${desk}/expected.txt`, 'utf8').split('\n').filter(Boolean)
      assert.deepEqual(found(texts).sort(), expected.sort())
    })
    it(`${desk}: every fix removes its finding and adds none`, () => checkFixes(texts, asked)).timeout(60_000)
    it(`${desk}: all safe fixes together leave none to be fixed and add none`, () => checkAllFixes(texts, asked))
    it(`${desk}: a suppression of each rule leaves nothing`, () => {
      let silenced = new Map(texts)
      for (let { path, rule } of checkAll(texts, asked).findings) {
        let comment = `<!-- provenote-ignore-file ${rule} -- seen by the desk -->`
        let text = silenced.get(path)!
        if (path.endsWith('.note.md') && !text.includes(comment)) silenced.set(path, `${text}\n${comment}\n`)
      }
      assert.deepEqual(found(silenced), [])
    })
  }

  it('are thirty-two', () => {
    let notes = desks.map(desk => [...textsOf(desk).keys()].filter(path => path.endsWith('.note.md')).length)
    assert.deepEqual([desks.length, notes.reduce((all, one) => all + one)], [11, 32])
  })
})
