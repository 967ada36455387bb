import assert from 'node:assert'
import { checkFile, passes, verdictsOf, Workspace } from '../../server/core'
import { applyFix, checkAll } from '../rules/pages'
import { type Case, readCases } from './read'

/** What is found of a note, and what was expected: `exact, altered: quote-altered`. */
function judged({ files, note }: Case): string {
  let workspace = new Workspace()
  for (let { path, text } of files) workspace.set(path, text)
  let verdicts = finish(verdictsOf(workspace, workspace.parse('/brief.note.md', note)))
  let { findings } = finish(checkFile(workspace, '/brief.note.md', note))
  return told(
    verdicts.map(verdict => verdict?.kind ?? 'none'),
    findings.flatMap(({ rule }) => (rule.startsWith('quote-') ? rule : [])).sort()
  )
}

let told = (verdicts: string[], findings: string[]) => `${verdicts.join(', ')}: ${findings.join(' ')}`

function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    let step = work.next()
    if (step.done) return step.value
  }
}

describe('the labelled set', () => {
  let cases = readCases()
  for (let own of cases) {
    it(`${own.set}: ${own.line}`, () => assert.equal(judged(own), told(own.verdicts, own.findings)))
  }

  // What a fix makes is right without another look: the source's words, or an edit that hides nothing.
  it('is put right by every fix that is offered', () => {
    let offered = 0
    for (let { files, note } of cases.filter(own => own.verdicts.includes('altered'))) {
      let texts = new Map(files.map(({ path, text }) => [path, text]))
      let before = checkAll(texts).findings.filter(({ rule }) => rule === 'quote-altered')
      for (let fix of before.flatMap(finding => finding.fixes())) {
        offered++
        let after = checkAll(applyFix(texts, fix)).findings.filter(({ rule }) =>
          /^(?:quote-(?!short|wrong|ambiguous|from)|syntax)/.test(rule)
        )
        assert.deepEqual(
          after.slice(before.length - 1).map(({ rule }) => rule),
          [],
          `${note}: ${fix.title}`
        )
      }
    }
    assert(offered > 150)
  })

  // Whatever a reading goes through, it goes through no word.
  it('is never passed with one word of a quotation left out, doubled or replaced', () => {
    let tried = 0
    for (let own of cases.filter(({ verdicts }) => verdicts.join() === 'folded' || verdicts.join() === 'exact')) {
      let workspace = new Workspace()
      for (let { path, text } of own.files) workspace.set(path, text)
      let [quotation] = workspace.parse('/brief.note.md', own.note).quotations
      // Who says it may be the writer's own addition, and what a mark stands for is open.
      if (/— \p{L}+ \p{L}+, —|[[…]|\.\s?\.\s?\./u.test(quotation.words)) continue
      let words = [
        ...quotation.words.matchAll(
          /(?<![\p{L}\p{N}\p{M}*_[\]'’.,-])[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?![\p{L}\p{N}\p{M}*_[\]'’.,-])/gu
        )
      ]
      // The first and the last may be left out, and stand beside somebody else's.
      for (let { 0: word, index } of words.slice(1, -1)) {
        let from = quotation.inner.from + index
        for (let other of ['', `${word} ${word}`, word === 'zebu' ? 'gnu' : 'zebu']) {
          let note = own.note.slice(0, from) + other + own.note.slice(from + word.length)
          let [verdict] = finish(verdictsOf(workspace, workspace.parse('/brief.note.md', note)))
          tried++
          // What the words become may stand elsewhere.
          let isHeld =
            other === '' && own.files.some(({ text }) => text.includes(quotation.words.replace(`${word} `, '')))
          if (!isHeld) assert(verdict && !passes(verdict), `${own.set}: ${note}`)
        }
      }
    }
    assert(tried > 1500, `${tried}`)
  })

  it('holds at least 300 quotations and every verdict', () => {
    let verdicts = cases.flatMap(own => own.verdicts)
    assert(verdicts.length >= 300)
    for (let kind of ['exact', 'folded', 'edited', 'altered', 'elsewhere', 'absent', 'unchecked'] as const)
      assert(verdicts.filter(verdict => verdict === kind).length >= 5, kind)
  })
})
