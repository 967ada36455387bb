export interface Span {
  from: number
  to: number
}
/** A span of a fixture file, with the words written after its carets. */
export interface Mark extends Span {
  words: string
}
export interface FixtureFile {
  path: string
  text: string
  marks: Mark[]
}
export interface Fixture {
  files: FixtureFile[]
  cursor?: Span & { path: string }
}

/** Read a whole workspace from one string. The notation is shown in fixture.test.ts. */
export function fixture(source: string): Fixture {
  let [first, ...rest] = source.replace(/^\n/, '').split(/^=== (\/\S+)\n/m)
  let files = first ? [readFile('/note.md', first)] : []
  for (let i = 0; i < rest.length; i += 2) files.push(readFile(rest[i], rest[i + 1]))
  let cursor: Fixture['cursor']
  for (let file of files) cursor = takeCursor(file) ?? cursor
  return { files, cursor }
}

function readFile(path: string, body: string): FixtureFile {
  let text = '',
    marks: Mark[] = [],
    lineStart = 0
  for (let line of body.split(/(?<=\n)/)) {
    let caret = /^( *)(\^+) ?(.*)\n?$/.exec(line)
    if (caret) {
      let from = lineStart + caret[1].length
      marks.push({ from, to: from + caret[2].length, words: caret[3] })
    } else {
      lineStart = text.length
      text += line
    }
  }
  return { path, text, marks }
}

// Cut `<|>` or `<|…|>` out of the text. Carets were aligned to the line as
// written, so the marks move left with the text.
function takeCursor(file: FixtureFile) {
  let found = /<\|(?:(.*?)\|)?>/s.exec(file.text)
  if (!found) return undefined
  let inner = found[1],
    open = found.index,
    close = open + found[0].length - 2
  let cuts =
    inner === undefined
      ? [{ at: open, size: 3 }]
      : [
          { at: open, size: 2 },
          { at: close, size: 2 }
        ]
  let move = (pos: number) => cuts.reduce((to, cut) => to - Math.max(0, Math.min(pos - cut.at, cut.size)), pos)
  file.text = file.text.slice(0, open) + (inner ?? '') + file.text.slice(open + found[0].length)
  file.marks = file.marks.map(mark => ({ ...mark, from: move(mark.from), to: move(mark.to) }))
  return { path: file.path, from: open, to: open + (inner ?? '').length }
}
