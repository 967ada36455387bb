import assert from 'node:assert'
import { lineStarts } from '../../server/core'
import { toOffset, toPath, toPosition, toRange, toUri } from '../../server/features/convert'

/** A URI as the client writes it, core's path for it, and back. */
function checkUri(uri: string, path: string, back = uri) {
  assert.equal(toPath(uri), path)
  assert.equal(toUri(path), back)
}

/** Line and column of each offset of the text, and back. */
function checkPositions(text: string, expected: string) {
  let lines = lineStarts(text)
  let shown: string[] = []
  for (let offset = 0; offset <= text.length; offset++) {
    let position = toPosition(lines, offset)
    shown.push(`${position.line}:${position.character}`)
    if (!/[\r\n]/.test(text[offset - 1] ?? '') || text[offset] !== '\n') {
      // Between the two signs of CRLF there is no position: it is the line's end.
      let inside = text[offset - 1] === '\r' && text[offset] === '\n'
      assert.equal(toOffset(text, lines, position), inside ? offset - 1 : offset)
    }
  }
  assert.equal(shown.join(' '), expected)
}

describe('paths and URIs', () => {
  it('of files', () => checkUri('file:///home/desk/a.note.md', '/home/desk/a.note.md'))
  it('with spaces and other letters', () => checkUri('file:///a%20b/%C3%A9.note.md', '/a b/é.note.md'))
  it('with signs that mean something in URIs', () => checkUri('file:///a%23b/50%25%3F.note.md', '/a#b/50%?.note.md'))
  it('on Windows', () => {
    checkUri('file:///c%3A/desk/a.note.md', 'C:/desk/a.note.md', 'file:///c%3A/desk/a.note.md')
    checkUri('file:///C:/desk/a.note.md', 'C:/desk/a.note.md', 'file:///c%3A/desk/a.note.md')
  })
  it('on a Windows share', () => checkUri('file://server/desk/a.note.md', '//server/desk/a.note.md'))
  it('of other schemes', () => {
    checkUri('vscode-vfs://github/strait/notes/a%20b.note.md', 'vscode-vfs://github/strait/notes/a b.note.md')
    checkUri('vscode-remote://wsl%2Bubuntu/home/a.note.md', 'vscode-remote://wsl+ubuntu/home/a.note.md')
    checkUri('memfs:/a/b.note.md', 'memfs:///a/b.note.md')
  })
  it('of files nobody has saved', () => checkUri('untitled:a.note.md', 'untitled:a.note.md'))
})

describe('positions', () => {
  it('with LF', () => checkPositions('ab\n\nc', '0:0 0:1 0:2 1:0 2:0 2:1'))
  it('with CRLF', () => checkPositions('ab\r\nc', '0:0 0:1 0:2 0:3 1:0 1:1'))
  it('with CR', () => checkPositions('ab\rc', '0:0 0:1 0:2 1:0 1:1'))
  it('with all of them', () => checkPositions('a\r\nb\rc\n', '0:0 0:1 0:2 1:0 1:1 2:0 2:1 3:0'))
  it('count UTF-16 units', () => checkPositions('𝄞é\n', '0:0 0:1 0:2 0:3 1:0'))
  it('of an empty text', () => checkPositions('', '0:0'))
  it('behind the end of a line or of the text stand for that end', () => {
    let text = 'ab\r\nc\n'
    let at = (line: number, character: number) => toOffset(text, lineStarts(text), { line, character })
    assert.deepEqual([at(0, 9), at(1, 9), at(2, 9), at(9, 0)], [2, 5, 6, 6])
  })
  it('of spans', () =>
    assert.deepEqual(toRange(lineStarts('ab\ncd'), { from: 1, to: 4 }), {
      start: { line: 0, character: 1 },
      end: { line: 1, character: 1 }
    }))
})
