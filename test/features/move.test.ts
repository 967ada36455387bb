import assert from 'node:assert'
import { lostWith, type Move, move, resolvePath, Workspace } from '../../server/core'
import { toChange } from '../../server/features/convert-change'
import { random } from '../random'
import { applied, differences, type Files } from './apply'
import { world } from './support'

let support = { documentChanges: true, createFiles: true, annotations: true, versionOf: () => null }

function moved(files: Files, moves: Move[]): { after: Files; left: string[] } {
  let workspace = new Workspace()
  workspace.roots = ['/w']
  for (let [path, text] of files) workspace.set(path, text)
  let { change, left } = move(workspace, moves)
  let after = applied(toChange(workspace, change, support, 'Move')!, files)
  let place = (path: string) => {
    for (let { from, to } of moves)
      if (path === from || path.startsWith(`${from}/`)) return to + path.slice(from.length)
    return path
  }
  return { after: new Map([...after].map(([path, text]) => [place(path), text])), left }
}

/** The lines that differ once files are moved; the paths themselves are not shown. */
function checkMove(source: string, moves: [from: string, to: string][], ...expected: string[]) {
  let before: Files = new Map(world(source).files.map(({ path, text }) => [path, text]))
  let all = moves.map(([from, to]) => ({ from, to }))
  let { after, left } = moved(before, all)
  let back = new Map(
    [...before].map(([path, text]) => [
      moved(new Map([[path, '']]), all)
        .after.keys()
        .next().value!,
      text
    ])
  )
  assert.deepEqual([...differences(back, after), ...left], expected)
}

describe('moving files', () => {
  it('has links to a note follow it, and links in it', () =>
    checkMove(
      '=== /w/a.note.md\n[b](sub/b.note.md#x) [c](c.note.md) [d](https://b.note.md)\n=== /w/sub/b.note.md\n[a](../a.note.md) [x](#x) [p](pic.png "t")\n=== /w/c.note.md\n[b](<./sub/b.note.md> "t")\n',
      [['/w/sub/b.note.md', '/w/other/deep/b c.note.md']],
      '/w/a.note.md: [b](other/deep/b%20c.note.md#x) [c](c.note.md) [d](https://b.note.md)',
      '/w/other/deep/b c.note.md: [a](../../a.note.md) [x](#x) [p](../../sub/pic.png "t")',
      '/w/c.note.md: [b](<./other/deep/b%20c.note.md> "t")'
    ))
  it('has links by label follow it, each where the label is defined', () =>
    checkMove(
      '=== /w/a.note.md\n[x][b], [b] and ![p].\n\n[b]: <sub/b.note.md#x> "t"\n[p]: pics/p.png\n=== /w/sub/b.note.md\n[a]: ../a.note.md\n[m]: @mehra\n',
      [
        ['/w/sub/b.note.md', '/w/c.note.md'],
        ['/w/pics', '/w/q']
      ],
      '/w/a.note.md: [b]: <c.note.md#x> "t"',
      '/w/a.note.md: [p]: q/p.png',
      '/w/c.note.md: [a]: a.note.md'
    ))
  it('has its images go along, and an image that is moved itself', () => {
    let source =
      '=== /w/a.note.md\n![p](pics/p.png "t") ![x](https://x.example/p.png) [![q](pics/q.png)](b.note.md)\n=== /w/b.note.md\n'
    checkMove(
      source,
      [['/w/a.note.md', '/w/s/a.note.md']],
      '/w/s/a.note.md: ![p](../pics/p.png "t") ![x](https://x.example/p.png) [![q](../pics/q.png)](../b.note.md)'
    )
    checkMove(
      source,
      [['/w/pics/p.png', '/w/p.png']],
      '/w/a.note.md: ![p](p.png "t") ![x](https://x.example/p.png) [![q](pics/q.png)](b.note.md)'
    )
  })
  it('has a key that comes from a file’s name follow it', () =>
    checkMove(
      '=== /w/a.note.md\nSo [^wire] [it](s/wire.source.md).\n=== /w/s/wire.source.md\n---\ntitle: T\n---\n=== /w/b.source.md\n---\norigin: wire\n---\n',
      [['/w/s/wire.source.md', '/w/t/strait.source.md']],
      '/w/a.note.md: So [^strait] [it](t/strait.source.md).',
      '/w/b.source.md: origin: strait'
    ))
  it('leaves a key that is written', () =>
    checkMove('=== /w/a.note.md\nSo [^wire].\n=== /w/wire.source.md\n---\nkey: wire\n---\n', [
      ['/w/wire.source.md', '/w/x.source.md']
    ]))
  it('has everything in a folder follow it', () =>
    checkMove(
      '=== /w/a.note.md\n[b](s/b.note.md) @mehra [i](s)\n=== /w/s/b.note.md\n[a](../a.note.md) [c](t/c.note.md)\n=== /w/s/t/c.note.md\n[b](../b.note.md)\n=== /w/s/mehra.actor.md\n---\nname: M\n---\n[w](../w.txt)\n=== /w/st/d.note.md\n[a](../a.note.md)\n',
      [['/w/s', '/w/x/y']],
      '/w/a.note.md: [b](x/y/b.note.md) @mehra [i](x/y)',
      '/w/x/y/b.note.md: [a](../../a.note.md) [c](t/c.note.md)',
      '/w/x/y/mehra.actor.md: [w](../../w.txt)'
    ))
  it('has the path of an original follow it, and one that is moved itself', () => {
    let source =
      '=== /w/s/a.source.md\n---\noriginal: pdf/a.pdf\n---\n=== /w/b.source.md\n---\noriginal: "s/pdf/b.pdf"\n---\n'
    checkMove(source, [['/w/s/a.source.md', '/w/a.source.md']], '/w/a.source.md: original: s/pdf/a.pdf')
    checkMove(
      source,
      [['/w/s/pdf', '/w/scans']],
      '/w/s/a.source.md: original: ../scans/a.pdf',
      '/w/b.source.md: original: "scans/b.pdf"'
    )
    checkMove(source, [['/w/s', '/w/t']], '/w/b.source.md: original: "t/pdf/b.pdf"')
    checkMove(source, [['/w/s/a.source.md', '/elsewhere/a.source.md']])
    checkMove(source, [['/w/s/pdf/a.pdf', '/w/s/a: scan.pdf']], '/w/s/a.source.md: original: "a: scan.pdf"')
  })
  it('leaves keys that would be none or are taken, and says so', () => {
    let source =
      '=== /w/a.note.md\n[^wire] [^b]\n=== /w/wire.source.md\n---\ntitle: T\n---\n=== /w/b.source.md\n---\ntitle: T\n---\n'
    checkMove(
      source,
      [['/w/wire.source.md', '/w/the wire.source.md']],
      'What names “wire” is left as it is, for the wire.source.md gives no new key. “the wire” is no key of a source: letters, digits, `-` and `_`, and inside also `:`, `.`, `+`, `/`.'
    )
    checkMove(
      source,
      [['/w/wire.source.md', '/w/s/b.source.md']],
      'What names “wire” is left as it is, for b.source.md gives no new key. [^b] is taken already.'
    )
    checkMove(
      `${source}=== /w/wire.sources.yaml\nwire: {title: T}\n`,
      [['/w/wire.source.md', '/w/x.source.md']],
      '“wire” is also the key of another record: what names it is left as it is.'
    )
  })
  it('is nothing to files of other kinds, or that stay of no kind', () =>
    checkMove('=== /w/a.note.md\n[^wire]\n=== /w/wire.source.md\n---\ntitle: T\n---\n', [
      ['/w/wire.source.md', '/w/wire.md'],
      ['/w/x', '/w/y']
    ]))

  it('keeps every link leading where it led, and there and back leaves every byte as it was', () => {
    let pick = random(5)
    let folders = ['/w', '/w/a', '/w/a/b', '/w/c', '/w/c d', '/w/e(f)']
    for (let round = 0; round < 150; round++) {
      let paths = Array.from({ length: 6 }, (_, i) => `${folders[pick(folders.length)]}/n${i}.note.md`)
      let written = (from: string, to: string) => {
        let here = from.split('/').slice(0, -1)
        let there = to.split('/')
        let same = here.findIndex((part, i) => part !== there[i])
        let shared = same < 0 ? here.length : same
        return [...here.slice(shared).map(() => '..'), ...there.slice(shared)]
          .join('/')
          .replace(/[ ()]/g, char => (char === ' ' ? '%20' : `%${char.charCodeAt(0).toString(16)}`))
      }
      let linkOf = (from: string) => {
        let to = pick(4) === 0 ? `${folders[pick(folders.length)]}/p.png` : paths[pick(paths.length)]
        return to === from ? '[self](#x)' : `[l](${written(from, to)}${pick(2) ? '#x' : ''})`
      }
      let labelled = (from: string) => linkOf(from).replace(/^\[\w+\]\((.*)\)$/, `[d]: ${pick(2) ? '$1' : '<$1>'} "t"`)
      let before: Files = new Map(
        paths.map(path => [path, `Text ${linkOf(path)}, ${linkOf(path)}, [d], [x][D].\n\n${labelled(path)}\n`])
      )
      let isFolder = pick(2) === 0
      let from = isFolder ? folders[1 + pick(folders.length - 1)] : paths[pick(paths.length)]
      let to = isFolder ? `/w/new ${pick(3)}/x` : `${folders[pick(folders.length)]}/moved.note.md`
      let { after } = moved(before, [{ from, to }])
      let place = (path: string) => (path === from || path.startsWith(`${from}/`) ? to + path.slice(from.length) : path)
      for (let [path, text] of before) {
        let links = (path: string, text: string) =>
          [...text.matchAll(/\](?:\(|: <?)([^)<#>\s]+)/g)].map(found => resolvePath(path, decodeURIComponent(found[1])))
        assert.deepEqual(links(place(path), after.get(place(path))!), links(path, text).map(place), `${from} to ${to}`)
      }
      assert.deepEqual([...moved(after, [{ from: to, to: from }]).after].sort(), [...before].sort())
    }
  })
})

describe('deleting files', () => {
  let check = (paths: string[], ...expected: string[]) => {
    let { workspace } = world(
      '=== /a.note.md\n[^wire] [^wire] @mehra [^log] [s](s/wire.source.md)\n=== /b.note.md\n[^wire]\n=== /s/wire.source.md\n---\norigin: log\n---\n=== /s/log.source.md\n=== /sources.yaml\nlog: {title: L}\n=== /actors.yaml\nmehra: {name: M}\n=== /s/unused.source.md\n---\ntitle: T\n---\n'
    )
    assert.deepEqual(
      lostWith(workspace, paths).map(({ message }) => message),
      expected
    )
  }
  it('is warned of with what they hold and who uses it', () => {
    check(
      ['/s/wire.source.md'],
      'The source [^wire] is cited 3 times in 2 files.',
      'wire.source.md is linked to once in a.note.md.'
    )
    check(['/actors.yaml'], 'The actor @mehra is named once in a.note.md.')
    check(['/s'], 'The source [^wire] is cited 3 times in 2 files.', 'wire.source.md is linked to once in a.note.md.')
    check(['/s', '/sources.yaml', '/a.note.md'], 'The source [^wire] is cited once in b.note.md.')
  })
  it('is nothing to say where another record has the key, or nobody uses it', () => {
    check(['/s/log.source.md'])
    check(['/s/unused.source.md', '/b.note.md', '/elsewhere'])
  })
})
