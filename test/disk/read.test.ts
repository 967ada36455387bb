import assert from 'node:assert'
import { decode, readFile, readFileNow } from '../../server/disk/read'
import { withFolder } from './folder'

/** What reading the file says, at once and asynchronously. */
async function check(bytes: string | number[], expected: string, maxSize = 100) {
  let content = typeof bytes === 'string' ? bytes : Uint8Array.from(bytes)
  await withFolder({ 'a.note.md': content }, async root => {
    for (let read of [await readFile(`${root}/a.note.md`, maxSize), readFileNow(`${root}/a.note.md`, maxSize)])
      assert.equal('text' in read ? read.text : `! ${read.problem.message}`, expected)
  })
}

describe('reading files', () => {
  it('gives the text', async () => {
    await check('', '')
    await check('Паром 😀\r\n', 'Паром 😀\r\n')
  })
  it('takes off a byte-order mark, once', async () => {
    await check('\ufeffa', 'a')
    await check('\ufeff\ufeffa', '\ufeffa')
    await check('a\ufeff', 'a\ufeff')
  })
  it('refuses what is not UTF-8, and says where', async () => {
    await check(
      [97, 10, 98, 0xe9, 10, 99],
      '! This file is not UTF-8 from line 2 on, and is not read: save it as UTF-8'
    )
    await check([0xf0, 0x9f, 0x98], '! This file is not UTF-8 from line 1 on, and is not read: save it as UTF-8')
    await check([0xed, 0xa0, 0x80], '! This file is not UTF-8 from line 1 on, and is not read: save it as UTF-8')
    await check([0xff, 0xfe, 97, 0], '! This file is UTF-16, not UTF-8, and is not read: save it as UTF-8')
  })
  it('refuses what is larger than the limit', async () => {
    await check('abc', 'abc', 3)
    await check(
      'abcd',
      '! This file has 4 bytes, more than the 3 bytes of the option `files.maxSize`, and is not read',
      3
    )
    await check('a'.repeat(5_000_000), 'a'.repeat(5_000_000), 16 * 1024 * 1024)
  })
  it('says what is not there, or no file', () =>
    withFolder({ 'd/': '' }, async root => {
      for (let read of [await readFile(`${root}/x`, 9), readFileNow(`${root}/x`, 9)])
        assert.deepEqual(read, { problem: { from: 0, to: 0, message: 'This file does not exist' }, missing: true })
      for (let read of [await readFile(`${root}/d`, 9e9), readFileNow(`${root}/d`, 9e9)])
        assert.deepEqual(read, { problem: { from: 0, to: 0, message: 'This is not a file, and is not read' } })
    }))
  it('decodes a part of a larger buffer', () => {
    let bytes = Buffer.from('abc')
    assert.equal('text' in decode(bytes.subarray(1)) && (decode(bytes.subarray(1)) as { text: string }).text, 'bc')
  })
})
