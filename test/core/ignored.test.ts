import assert from 'node:assert'
import { excludeFilter, ignoreFilter, isIgnoredAnywhere } from '../../server/core/ignored'

let filters = [
  ignoreFilter('/w/', '*.old.note.md\nout/\n/top.note.md\n'),
  ignoreFilter('/w/x/', '\ufeff!keep.old.note.md\r\n**/a/**/a/**/a/**/a/b\r\n'),
  excludeFilter('/w/', ['drafts'])
]

/** Which of the paths below `/w/` are left out. */
function check(paths: string, expected: string) {
  let left = paths.split(' ').filter(path => isIgnoredAnywhere(filters, '/w/', `/w/${path}`))
  assert.equal(left.join(' '), expected)
}

describe('what is left out', () => {
  it('is what the innermost pattern says', () =>
    check(
      'a.note.md a.old.note.md x/a.old.note.md x/keep.old.note.md keep.old.note.md',
      'a.old.note.md x/a.old.note.md keep.old.note.md'
    ))
  it('is whatever lies in a folder that is left out', () =>
    check(
      'out/a.note.md x/out/y/keep.old.note.md out x/top.note.md top.note.md',
      'out/a.note.md x/out/y/keep.old.note.md top.note.md'
    ))
  it('is what is excluded, and .git and node_modules', () =>
    check(
      'drafts/a.note.md x/drafts .git/a.note.md x/node_modules/y/a.note.md git/a.note.md',
      'drafts/a.note.md x/drafts .git/a.note.md x/node_modules/y/a.note.md'
    ))
  it('takes no power of the path’s depth to find', () => check(`x/${'a/'.repeat(200)}c.note.md`, ''))
})
