import assert from 'node:assert'
import { renameSync, rmSync } from 'node:fs'
import { watchFiles } from '../../server/disk/watch'
import { put, withFolder } from './folder'

let files = {
  'a.note.md': '1',
  'x/b.note.md': '1',
  'x/y/c.note.md': '1',
  'node_modules/d.note.md': '1',
  '.gitignore': 'out/\n'
}

/** What is told after each action, relative to the root. A marker file, written last, tells that all of one action has been seen. */
async function check(...steps: [act: (root: string) => void, expected: string][]) {
  await withFolder(files, async root => {
    let seen = new Set<string>()
    let done = () => {}
    let onChange = (paths: string[]) => {
      for (let path of paths) seen.add(path.slice(root.length + 1))
      if (seen.has('zz.note.md')) done()
    }
    let watch = watchFiles(root, { exclude: [], useGitignore: true }, onChange, 20)
    try {
      await watch.ready
      assert.equal(watch.unwatched.size, 0)
      for (let [step, [act, expected]] of steps.entries()) {
        let marked = new Promise<void>(resolve => {
          done = resolve
        })
        act(root)
        put(`${root}/zz.note.md`, 'z'.repeat(step))
        await marked
        seen.delete('zz.note.md')
        assert.equal([...seen].sort().join(' '), expected)
        seen.clear()
      }
    } finally {
      watch.end()
    }
  })
}

describe('watching files', () => {
  it('tells what is written, made and removed', () =>
    check([
      root => {
        put(`${root}/a.note.md`, '22')
        put(`${root}/x/new.source.md`, '')
        rmSync(`${root}/x/y/c.note.md`)
      },
      'a.note.md x/new.source.md x/y/c.note.md'
    ]))
  it('tells of new folders and removed ones', () =>
    check([
      root => {
        put(`${root}/n/m/e.note.md`, '')
        rmSync(`${root}/x`, { recursive: true })
      },
      'n/m/e.note.md x/b.note.md x/y/c.note.md'
    ]))
  it('tells of a renamed folder, under both names', () =>
    check([root => renameSync(`${root}/x`, `${root}/w`), 'w/b.note.md w/y/c.note.md x/b.note.md x/y/c.note.md']))
  it('sees a folder that took the place of another', () =>
    check(
      [
        root => {
          rmSync(`${root}/x`, { recursive: true })
          put(`${root}/x/f.note.md`, '')
        },
        'x/b.note.md x/f.note.md x/y/c.note.md'
      ],
      [root => put(`${root}/x/f.note.md`, '22'), 'x/f.note.md'],
      [root => put(`${root}/x/y/g.note.md`, '22'), 'x/y/g.note.md']
    ))
  it('is silent about all else', () =>
    check([
      root => {
        put(`${root}/node_modules/d.note.md`, '22')
        put(`${root}/out/e.note.md`, '')
        put(`${root}/x/notes.txt`, '')
      },
      ''
    ]))
  it('follows a change of .gitignore', () =>
    check([root => put(`${root}/.gitignore`, 'out/\nb.note.md\ny/\n'), 'x/b.note.md x/y/c.note.md']))
})
