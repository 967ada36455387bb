import assert from 'node:assert'
import { applyEdits, type Finding, type Fix, fixAll } from '../../server/core'

// Findings are given by their fixes alone; each is one in the file `/a`.

function findingOf(rule: string, ...fixes: Fix[]): Finding {
  return { rule, path: '/a', severity: 'warning', message: '', related: [], from: 0, to: 1, fixes: () => fixes }
}

function fix(safe: boolean, ...places: [from: number, to: number, newText: string, path?: string][]): Fix {
  return { title: '', safe, edits: places.map(([from, to, newText, path = '/a']) => ({ path, from, to, newText })) }
}

function checkAll(findings: Finding[], expected: string, rule?: string) {
  let text = 'one two three four'
  assert.equal(applyEdits(text, fixAll('/a', findings, { rule })), expected)
}

describe('all fixes of a file', () => {
  it('are applied together, whatever their order', () =>
    checkAll(
      [
        findingOf('syntax', fix(true, [8, 13, 'THREE'])),
        findingOf('syntax', fix(true, [0, 3, 'ONE'], [14, 18, 'FOUR']))
      ],
      'ONE two THREE FOUR'
    ))
  it('can be those of one rule', () =>
    checkAll(
      [findingOf('syntax', fix(true, [8, 13, 'THREE'])), findingOf('invalid-tlp', fix(true, [0, 3, 'ONE']))],
      'one two THREE four',
      'syntax'
    ))
  it('are never guesses, and of several the safe one', () =>
    checkAll(
      [
        findingOf('syntax', fix(false, [0, 3, 'TEN'])),
        findingOf('syntax', fix(false, [4, 7, 'TEN']), fix(true, [4, 7, 'TWO']))
      ],
      'one TWO three four'
    ))
  it('leave the second of two that touch one place, and take no half of it', () =>
    checkAll(
      [
        findingOf('syntax', fix(true, [0, 7, 'TWELVE'])),
        findingOf('syntax', fix(true, [4, 7, 'TWO'], [8, 13, 'THREE'])),
        findingOf('syntax', fix(true, [7, 7, '!'])),
        findingOf('syntax', fix(true, [7, 7, '?']))
      ],
      'TWELVE! three four'
    ))
  it('are not asked of rules that have none: they would search the sources', () => {
    let finding = { ...findingOf('unsourced-fact'), fixes: (): Fix[] => assert.fail('asked') }
    checkAll([finding], 'one two three four')
  })
  it('change no other file and make none', () =>
    checkAll(
      [
        findingOf('syntax', fix(true, [0, 3, 'ONE'], [4, 7, 'TWO', '/b'])),
        findingOf('syntax', { ...fix(true, [0, 3, 'ONE']), create: { path: '/c', text: '' } })
      ],
      'one two three four'
    ))
})
