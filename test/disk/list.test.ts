import assert from 'node:assert'
import { mkdirSync, symlinkSync } from 'node:fs'
import { listFiles, listFilesNow } from '../../server/disk/list'
import { withFolder } from './folder'

let plain = { exclude: [] as string[], useGitignore: true }

/** The listed paths, relative to the root, in the order they came. */
async function check(
  files: { [path: string]: string },
  expected: string,
  options = plain,
  prepare?: (root: string) => void
) {
  await withFolder(files, async root => {
    prepare?.(root)
    let found: string[] = []
    for await (let path of listFiles(root, options)) found.push(path.slice(root.length + 1))
    assert.equal(found.join(' '), expected)
    assert.deepEqual(found, [...found].sort())
    let now = [...listFilesNow(root, options)].map(path => path.slice(root.length + 1))
    assert.deepEqual(now, found)
  })
}

describe('listing files', () => {
  it('finds what is Provenote’s, sorted by path', () =>
    check(
      {
        'b.note.md': '',
        'a/c.source.md': '',
        'a.note.md': '',
        'a/b/d.actor.md': '',
        'README.md': '',
        'x.txt': '',
        'actors.yaml': '',
        'lib.bib': '',
        'provenote.yaml': ''
      },
      'a.note.md a/b/d.actor.md a/c.source.md actors.yaml b.note.md lib.bib provenote.yaml'
    ))
  it('leaves out .git and node_modules', () =>
    check(
      {
        '.git/a.note.md': '',
        'node_modules/p/a.note.md': '',
        'x/node_modules/a.note.md': '',
        'x/.git/a.note.md': '',
        'x/a.note.md': ''
      },
      'x/a.note.md'
    ))
  it('honours .gitignore, the innermost first', () =>
    check(
      {
        '.gitignore': '# old\n*.old.note.md\n/drafts/\nout\n',
        'a.old.note.md': '',
        'drafts/a.note.md': '',
        'x/drafts/a.note.md': '',
        'x/out/a.note.md': '',
        'x/.gitignore': '!keep.old.note.md\r\nsecret.note.md\r\n',
        'x/keep.old.note.md': '',
        'x/secret.note.md': '',
        'secret.note.md': ''
      },
      'secret.note.md x/drafts/a.note.md x/keep.old.note.md'
    ))
  it('need not honour .gitignore', () =>
    check({ '.gitignore': '*', 'a.note.md': '' }, 'a.note.md', { exclude: [], useGitignore: false }))
  it('leaves out what is configured, which has the last word', () => {
    let files = {
      '.gitignore': 'a.note.md',
      'a.note.md': '',
      'b.note.md': '',
      'x/b.note.md': '',
      'node_modules/c.note.md': ''
    }
    return check(files, 'a.note.md node_modules/c.note.md', {
      exclude: ['b.note.md', '!a.note.md', '!node_modules/'],
      useGitignore: true
    })
  })
  it('does not follow links', () =>
    check({ 'x/a.note.md': '' }, 'x/a.note.md', plain, root => {
      symlinkSync(root, `${root}/x/up`)
      symlinkSync('/', `${root}/out`)
      symlinkSync(`${root}/x/a.note.md`, `${root}/b.note.md`)
      symlinkSync('nowhere', `${root}/c.note.md`)
    }))
  it('is not confused by folders with names of files, odd names and broken patterns', () =>
    check(
      { 'a.note.md/b.note.md': '', 'é ü/😀.note.md': '', '.gitignore': '[\n\\\n!\n**/a/**/b/**/c/**/d/**/e\n' },
      'a.note.md/b.note.md é ü/😀.note.md',
      plain,
      root => mkdirSync(`${root}/empty.source.md`)
    ))
  it('finds nothing in a folder that is not there', async () => {
    for await (let path of listFiles('/nowhere/at/all', plain)) assert.fail(path)
  })
})
