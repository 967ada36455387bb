import assert from 'node:assert'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createFile, replaceFile } from '../../server/disk/write'

describe('writing a file', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'provenote-write-'))
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('puts the new text in the old one’s place, with its permissions, and leaves nothing beside it', () => {
    let path = join(root, 'a.note.md')
    writeFileSync(path, 'old')
    chmodSync(path, 0o604)
    replaceFile(path, 'new')
    assert.equal(readFileSync(path, 'utf8'), 'new')
    assert.equal(statSync(path).mode & 0o777, 0o604)
    replaceFile(join(root, 'b.json'), 'made')
    assert.deepEqual(readdirSync(root).sort(), ['a.note.md', 'b.json'])
  })
  it('writes what a symbolic link leads to', () => {
    mkdirSync(join(root, 'real'))
    writeFileSync(join(root, 'real/a'), 'old')
    symlinkSync(join(root, 'real/a'), join(root, 'link'))
    replaceFile(join(root, 'link'), 'new')
    assert.equal(readFileSync(join(root, 'real/a'), 'utf8'), 'new')
    assert.ok(lstatSync(join(root, 'link')).isSymbolicLink())
  })
  it('leaves all as it was when it fails', () => {
    mkdirSync(join(root, 'a'))
    assert.throws(() => replaceFile(join(root, 'a'), 'new'))
    assert.throws(() => replaceFile(join(root, 'gone/a'), 'new'), { code: 'ENOENT' })
    assert.deepEqual(readdirSync(root), ['a'])
  })
  it('makes no file that is there', () => {
    createFile(join(root, 'a'), 'first')
    assert.throws(() => createFile(join(root, 'a'), 'second'), { code: 'EEXIST' })
    assert.equal(readFileSync(join(root, 'a'), 'utf8'), 'first')
  })
})
