import assert from 'node:assert'
import { execFileSync } from 'node:child_process'
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { folder, provenote, removeFolders } from './command'

let note =
  '---\r\ntlp: amber\r\n---\r\n\r\n<!-- provenote-ignore syntax, unknown-actor -- old -->\r\nAll was well.\r\n\r\nAs they said [^gone].\r\n'
let fixed = '---\r\ntlp: TLP:AMBER\r\n---\r\n\r\nAll was well.\r\n\r\nAs they said [^gone].\r\n'
let files = {
  'a.note.md': `\ufeff${note}`,
  'b.note.md': 'Nothing.\n',
  's.source.md': '---\ntitle: S\ntlp: green\n---\n\ntlp: green\n\n<!-- provenote-ignore syntax -- old -->\nWords.\n'
}

describe('provenote check --fix', () => {
  after(removeFolders)

  it('puts in what guesses nothing, keeps line ends, byte-order mark and permissions, and reports the rest', async () => {
    let root = folder(files)
    chmodSync(`${root}/a.note.md`, 0o640)
    let ran = await provenote(root, ['check', '--fix'])
    assert.equal(readFileSync(`${root}/a.note.md`, 'utf8'), `\ufeff${fixed}`)
    assert.equal(statSync(`${root}/a.note.md`).mode & 0o777, 0o640)
    assert.equal(readFileSync(`${root}/s.source.md`, 'utf8'), files['s.source.md'].replace('green', 'TLP:GREEN'))
    assert.match(ran.err, /^provenote: \d places in 2 files changed\.\n$/)
    assert.equal(ran.code, 1)
    assert.match(ran.out, /a\.note\.md:7:16 error unknown-source: /)
    assert.match(ran.out, /\n1 error in 3 files\.\n$/)
    assert.deepEqual(readdirSync(root).sort(), Object.keys(files))
    // Nothing is left to fix.
    assert.equal((await provenote(root, ['check', '--fix'])).err, '')
  })
  it('shows with --dry-run the patch that does the same', async () => {
    let root = folder(files)
    let ran = await provenote(root, ['check', '--fix', '--dry-run'])
    assert.equal(ran.code, 0)
    assert.match(ran.err, /^provenote: \d places in 2 files would be changed\.\n$/)
    assert.match(ran.out, /^--- a\/a\.note\.md\n\+\+\+ b\/a\.note\.md\n@@ -1,8 \+1,7 @@\n/)
    for (let [path, text] of Object.entries(files)) assert.equal(readFileSync(`${root}/${path}`, 'utf8'), text)
    writeFileSync(`${root}/x.patch`, ran.out)
    execFileSync('git', ['apply', 'x.patch'], { cwd: root })
    assert.equal(readFileSync(`${root}/a.note.md`, 'utf8'), `\ufeff${fixed}`)
    assert.equal(readFileSync(`${root}/s.source.md`, 'utf8'), files['s.source.md'].replace('green', 'TLP:GREEN'))
    let again = await provenote(root, ['check', '--fix', '--dry-run'])
    assert.deepEqual(again, { code: 0, out: '', err: 'provenote: There is nothing to fix unseen.\n' })
  })
  it('changes only what was asked for, as configured', async () => {
    let root = folder(files)
    await provenote(root, ['check', '--fix', 'b.note.md', 's.source.md', '--rule', 'invalid-tlp=off'])
    for (let [path, text] of Object.entries(files)) assert.equal(readFileSync(`${root}/${path}`, 'utf8'), text)
  })
  it('never writes through a symbolic link', async () => {
    let root = folder({ 'real/a.txt': note, 'desk/provenote.yaml': '' })
    symlinkSync(`${root}/real/a.txt`, `${root}/desk/a.note.md`)
    let { err } = await provenote(`${root}/desk`, ['check', '--fix', 'a.note.md'])
    assert.equal(err, '')
    assert.equal(readFileSync(`${root}/real/a.txt`, 'utf8'), note)
  })
  it('goes with --dry-run only beside it', async () =>
    assert.match((await provenote(folder({}), ['check', '--dry-run'])).err, /`--dry-run` goes with `--fix`/))
})
