import assert from 'node:assert'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync
} from 'node:fs'
import { dirname, join } from 'node:path'
import pico from 'picocolors'
import { type CheckArguments, readArguments } from '../../server/cli/arguments'
import { Cache } from '../../server/cli/cache'
import { Found } from '../../server/cli/cache/found'
import { check, open } from '../../server/cli/check'
import { printers } from '../../server/cli/print/formats'
import type { Subject } from '../../server/core'
import { stampOf } from '../../server/disk/cache/place'
import { openStore, writeStore } from '../../server/disk/cache/store'
import { answers } from '../answers'
import { random } from '../random'
import { folder, provenote, removeFolders } from './command'

let notes = [
  'Fact: @arven said “the boats will sail in May” [^wire]. {#f1}\n- Against: [^log]\n',
  'Fact: @arven said “the boats will sail in May” [^wire]. {#f2}\n- Against: [^log]\n',
  '---\ntitle: On the ferry\nstatus: final\n---\n\n# Boats\n\nAs [it stands](b.note.md#f1), 12 boats sail. @arvem says so [^wyre].\n\nJudgement: They are likely to sail, see [there](sub/c.note.md#boats). {#k by=2031-03-20}\n',
  'Tolen said the minister may sail.\r\n\r\nForecast: It rests on [a](../a.note.md#f1). {by=2031-03-20}\r\n- For: [b](../b.note.md#f2)\r\n',
  '<!-- provenote-ignore unsourced-figure -- counted by hand -->\nSome 40 boats sail, says @mehra.\n\n<!-- provenote-ignore syntax -- for nothing -->\n“An end\n',
  '> The boats\n> will sail\n> in May\n> or not\n> at all. [^wire, p. 2]\n\n[x]: c.note.md#gone\n[y][x] {likelihood=9}',
  // Who is meant, of two that are as like, is who is mentioned more often; the note is one of this name elsewhere.
  '@arvon and @arvin said so, see [it](gone/b.note.md#f1).\n',
  '@arvin and @arvin.\n',
  '---\ndate: 2031-03-14\n---\n\nFact: The Minister of Ports @mehra, said “the boats will sail in May if the wind is right” [^wire, @mehra][^log]. Arven Tolen and Mera came. The Harbour Master @arven, said so.\n',
  'Fact: “the boats will sail in May if the wind is right” [^log, @arven] [^wire]. <!-- Tolen -->\n\nIt is “the boats would sail in May if only the wind were right” [^wire].\n',
  'He said “the harbour stays shut until the ice is gone” [^log], and 12 boats wait [^wire][^wyr].\n',
  '',
  '\n\n'
]
let body = 'The boats will sail in May if the wind is right.'
let pool: [path: string, texts: (string | Uint8Array)[]][] = [
  ['a.note.md', notes],
  ['b.note.md', notes],
  ['sub/c.note.md', notes],
  ['sub/d.note.md', [...notes, Uint8Array.of(0xff, 0x20, 0xff)]],
  [
    'actors.yaml',
    [
      'arven:\n  name: Arven Tolen\narvin:\n  name: Mehra',
      'arven:\n  name: Arven',
      'arven: [',
      '# moved\narven:\n  name: Arven Tolen\n  summary: A pilot.\narvin:\n  name: Mehra\n',
      'arvin:\n  name: Mehra\narven:\n  name: Arven Tolen\n  positions: [{title: Harbour Master, to: 2030}]\n',
      'arven:\n  name: Arven Tolen\n  positions: [{title: Harbour Master, to: 2032}]\narwen:\n  name: Arvem Tolen\n',
      'arven:\n  name: A.\n  misspelling: [Mera, Tolen]\n  positions: [{title: Minister of Ports}]\n'
    ]
  ],
  ['z.actors.yaml', ['arven:\n  name: Tolen', 'mehra:\n  name: Mehra Orr\n  weakAlias: [Boats]', '# nobody']],
  [
    'mehra.actor.md',
    [
      '---\nname: Mehra\n---\nWith @arven [^log].\n',
      '---\nname: Mehra\n---\nWith @arvon [^lag], in Some words.\n',
      '---\nname: Mehra\npositions: [{title: Minister of Ports, from: 2030}]\n---\n',
      '---\nkey: other\nname: Mehra\n---\n'
    ]
  ],
  [
    'wire.source.md',
    [
      '\ufeff---\ntitle: Wire\nkind: opinion\n---\nHe said: the boats will sail in May.\n',
      '---\ntitle: Wire\ntlp: RED\n---\nThe boats won’t sail.\n',
      `---\ntitle: Wire\nspeakers: {TOLEN: arven}\n---\nTOLEN: ${body}\n\nMehra: No.\n`,
      `---\ntitle: Wire\norigin: log\nissued: 2031-01\n---\n“${body}” said Mehra of Some.\n`
    ]
  ],
  [
    'log.source.md',
    [
      '---\nissued: 02-05-2031\n---\nThe boats will sail in May, it says.\n',
      'No head.',
      `---\ntitle: Log\n---\nMehra: ${body}\n\nArven Tolen: Twelve.\n`
    ]
  ],
  [
    'other.source.md',
    [
      'The boats will sail in May if only the wind is right.\n',
      'The boats will sail in May if the wind is right, and the harbour stays shut until the ice is gone.\n',
      '---\nkey: wire\norigin: log\n---\nThe harbour stays open until the ice is gone.\n',
      'Nothing of that.\n'
    ]
  ],
  ['more.sources.yaml', ['log:\n  title: Log\n  origin: wire', 'wyr:\n  title: Wyr']],
  ['provenote.yaml', ['profile: icd203', 'citations:\n  cover: paragraph', 'files:\n  maxSize: 90', 'nothing: 1']],
  ['sub/provenote.yaml', ['profile: phia', 'sentences:\n  abbreviations: [sail.]']],
  ['.gitignore', ['b.note.md', '']]
]
// Notes that each rest on something else, and what they rest on; a file without a text is not there.
let resting: [path: string, texts: string[]][] = [
  ['name.note.md', ['Tolen and Mera came. The boats sail.\n']],
  ['mention.note.md', ['@mehra came, it is said.\n']],
  [
    'title.note.md',
    ['---\ndate: 2031-03-14\n---\n\n@mehra, the Harbour Master, came. The Minister of Ports @arven left.\n']
  ],
  ['cites.note.md', ['It snowed [^log].\n', 'It snowed in [March][m] [^log].\n\n[m]: quotes.note.md#f\n']],
  ['quotes.note.md', ['Fact: He said “the boats will sail in May if the wind is right” [^wire]. {#f}\n']],
  ['again.note.md', ['Fact: “the boats will sail in May if the wind is right” [^wire, @mehra].\n']],
  ['once-more.note.md', ['“the boats will sail in May if the wind is right” [^wire, @mehra].\n']],
  ['absent.note.md', ['He said “the harbour stays shut until the ice is gone” [^log].\n']],
  ['both.note.md', ['The ice is gone [^wire][^third].\n']],
  [
    'wire.source.md',
    [
      `---\ntitle: Wire\n---\n${body}\n`,
      `---\ntitle: Wire\norigin: third\n---\nTolen: ${body}\n`,
      `---\ntitle: Wire\nkind: opinion\nauthor: [Ada Vell]\n---\n“${body}” said Mehra Orr of the guild.\n`
    ]
  ],
  ['log.source.md', ['---\ntitle: Log\n---\nIt snowed.\n', '---\ntitle: Log\ntlp: RED\n---\nIt snowed.\n']],
  [
    'third.source.md',
    [
      '---\ntitle: Third\n---\nThe boats will sail in May if only the wind is right.\n',
      '---\ntitle: Third\n---\nThe harbour stays shut until the ice is gone.\n',
      '---\ntitle: Third\n---\nSail in May, the boats will; if the wind is right.\n',
      '---\ntitle: Third\n---\nNothing of that.\n',
      ''
    ]
  ],
  ['more.sources.yaml', ['third:\n  title: Third\n  origin: log\n', 'other:\n  title: Other\n', '']],
  ['a.actors.yaml', ['mehra:\n  name: Mehra Orr\n', 'mehra:\n  name: Mehra\n  summary: A guild.\n', '']],
  [
    'arven.actor.md',
    [
      '---\nname: Arven Vell\n---\n',
      '---\nname: Arven Vell\n---\nA pilot.\n',
      '---\nname: Arven Vell\nalias: [Tolen]\n---\n',
      '---\nname: Arven Vell\nmisspelling: [Mera]\npositions: [{title: Harbour Master}]\n---\n',
      '---\nname: Arven Vell\npositions: [{title: Minister of Ports, to: 2030}]\n---\n'
    ]
  ]
]
let [wire] = pool.find(([path]) => path === 'wire.source.md')![1]
let subjects: Subject[] = [
  ...['arven', 'mehra', 'arvem'].map(key => ({ kind: 'actor', key }) as const),
  ...['wire', 'log', 'wyre'].map(key => ({ kind: 'source', key }) as const)
]
let later = 1_900_000_000

interface Run {
  args?: string[]
  today?: string
  /** When a run with a cache begins; without it there is none. */
  start?: number
  width?: number
  /** Done when all is read and nothing is checked. */
  meanwhile?: () => void
}

/** All that a check prints, in two formats, and what its workspace answers. */
async function run(root: string, { args = [], today = '2031-03-14', start, meanwhile, width = 100 }: Run) {
  let asked = readArguments(['check', ...args]) as CheckArguments
  let progress = { show() {}, clear() {} }
  let cache = start === undefined ? undefined : new Cache(cacheOf(root), [root], start)
  let opened = await open(asked, root, today, progress, () => cache)
  meanwhile?.()
  let style = { colors: pico.createColors(false), width, shown: (path: string) => path }
  let printing = { style, hints: true, failOn: 'error', version: '1', pageOf: () => '' } as const
  let told = [printers.text(printing), printers.json(printing), printers.html(printing)]
  let hasText = asked.format === 'html'
  if (!hasText) told.pop()
  let hasPrints = asked.format !== 'text'
  if (!hasPrints) told.splice(1, 1)
  let repeated = 0
  let summary = check(opened, {
    progress,
    hasPrints,
    hasText,
    onFile: (file, path) =>
      told.map(printer => printer.file(file, { workspace: opened.loaded.workspace, path })).at(-1),
    repeated:
      told.length === 1
        ? {
            style: width,
            onFile: own => {
              repeated++
              told[0].repeat!(own)
            }
          }
        : undefined
  })
  cache?.write(opened.loaded.workspace)
  let { workspace, unread } = opened.loaded
  let paths = pool.map(([path]) => join(root, path))
  return {
    printed: told.map(printer => printer.end(summary)),
    unread,
    repeated,
    files: summary.files,
    // What is undefined is not kept, and nobody can tell.
    answers: () => JSON.parse(JSON.stringify(answers(workspace, subjects, paths)))
  }
}

function cacheOf(root: string): string {
  let own = join(root, '.provenote/cache')
  mkdirSync(own, { recursive: true })
  return own
}

// Each change has a time of its own: a test is faster than a file system's clock.
function write(path: string, content: string | Uint8Array) {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, content)
  touch(path)
}
function touch(path: string) {
  utimesSync(path, ++later, later)
}

async function checkSame(root: string, how: Run, start: number) {
  let cold = await run(root, how)
  let warm = await run(root, { ...how, start })
  assert.deepEqual([warm.printed, warm.unread], [cold.printed, cold.unread])
  return { cold, warm }
}

describe('provenote check --cache', () => {
  after(removeFolders)

  it('finds what a check without it finds, whatever has changed in between', async () => {
    let pick = random(20310314)
    let { find, repeat } = Found.prototype
    let used = { find: 0, repeat: 0 }
    Found.prototype.find = function (...given) {
      let found = find.apply(this, given)
      if (found) used.find++
      return found
    }
    Found.prototype.repeat = function (...given) {
      let found = repeat.apply(this, given)
      if (found) used.repeat++
      return found
    }
    try {
      for (let round = 0; round < 25; round++) {
        let root = folder({})
        for (let [path, texts] of pool) if (pick(4) > 0) write(join(root, path), texts[pick(texts.length)])
        // Either every file has rested, or none is known to have.
        let start = pick(3) === 0 ? 0 : Number.MAX_VALUE
        for (let step = 0; step < 8; step++) {
          // Now and then many at once, as when a branch is left for another.
          for (let left = pick(5) === 0 ? pick(12) : 1; left > 0; left--) {
            let [path, texts] = pool[pick(pool.length)]
            let own = join(root, path)
            let way = pick(6)
            if (way === 0) rmSync(own, { force: true })
            else if (way === 1 && existsSync(own)) touch(own)
            else if (way === 2 && existsSync(own)) {
              renameSync(own, join(root, path.replace(/[^/]*?\./, 'renamed.')))
            } else if (way > 2) write(own, texts[pick(texts.length)])
          }
          let args = [[], ['--publish'], ['--format', 'json'], ['--profile', 'phia'], ['--format', 'html'], ['sub']]
          let which = pick(12)
          let today = pick(6) === 0 ? '2031-03-21' : '2031-03-14'
          let how = { args: args[which < 6 ? which : 0], today, width: pick(6) === 0 ? 50 : 100 }
          if (how.args[0] === 'sub' && !existsSync(join(root, 'sub'))) continue
          let { cold, warm } = await checkSame(root, how, start)
          if (pick(3) === 0) assert.deepEqual(warm.answers(), cold.answers())
        }
      }
    } finally {
      Object.assign(Found.prototype, { find, repeat })
    }
    assert.ok(used.find > 100 && used.repeat > 100, `found again: ${JSON.stringify(used)}`)
  })

  it('looks again at every note that rests on what has changed of others, and not at all notes', async () => {
    let pick = random(7)
    let used = 0
    let checked = 0
    for (let round = 0; round < 8; round++) {
      let state = new Map(resting.map(([path, texts]) => [path, texts[pick(texts.length)]]))
      let root = folder(Object.fromEntries(state))
      for (let step = 0; step < 25; step++) {
        let [path, texts] = resting[pick(resting.length)]
        let text = texts[pick(texts.length)]
        // What is there already says nothing of what happens at a change.
        if (text === state.get(path)) continue
        state.set(path, text)
        if (text === '') rmSync(join(root, path), { force: true })
        else write(join(root, path), text)
        let { cold, warm } = await checkSame(root, {}, Number.MAX_VALUE)
        used += warm.repeated
        checked += cold.files
      }
    }
    assert.ok(used > checked / 3, `${used} of ${checked} were not checked again`)
  })

  it('offers a note of the name that is linked to as soon as there is one', async () => {
    let root = folder({ 'a.note.md': 'See [it](gone/b.note.md#f1).\n' })
    let before = await checkSame(root, {}, Number.MAX_VALUE)
    write(join(root, 'b.note.md'), notes[0])
    let { warm } = await checkSame(root, {}, Number.MAX_VALUE)
    assert.doesNotMatch(before.warm.printed[0], /fix: Change to b\.note\.md#f1/)
    assert.match(warm.printed[0], /fix: Change to b\.note\.md#f1/)
  })

  it('offers first whom the other notes mention most, whatever they say now', async () => {
    let actors = 'arven:\n  name: Arven\narvin:\n  name: Mehra\n'
    let root = folder({ 'a.note.md': 'By @arvon.\n', 'b.note.md': '@arvin.\n', 'actors.yaml': actors })
    let before = await checkSame(root, {}, Number.MAX_VALUE)
    write(join(root, 'b.note.md'), '@arven.\n')
    let { warm } = await checkSame(root, {}, Number.MAX_VALUE)
    assert.match(before.warm.printed[0], /arvin.*arven/)
    assert.match(warm.printed[0], /arven.*arvin/)
  })

  it('notices words that changed in a file of the same size and time', async () => {
    let root = folder({ 'a.note.md': notes[0], 'wire.source.md': wire })
    await checkSame(root, {}, Number.MAX_VALUE)
    let path = join(root, 'a.note.md')
    let { mtimeMs, ctimeMs, atimeMs } = statSync(path)
    writeFileSync(path, notes[0].replace('will', 'can’t'.slice(0, 4)))
    // Until the file system's clock has ticked.
    do utimesSync(path, atimeMs / 1000, mtimeMs / 1000)
    while (statSync(path).ctimeMs === ctimeMs)
    let { warm } = await checkSame(root, {}, Number.MAX_VALUE)
    assert.match(warm.printed[0], /quote-altered/)
  })

  it('reads a file again that had changed just before it was read', async () => {
    let root = folder({ 'a.note.md': notes[0], 'wire.source.md': wire })
    let path = join(root, 'a.note.md')
    utimesSync(path, later, later)
    await checkSame(root, {}, Date.now())
    writeFileSync(path, notes[0].replace('will', 'must'))
    utimesSync(path, later, later)
    let { warm } = await checkSame(root, {}, Date.now())
    assert.match(warm.printed[0], /quote-altered/)
  })

  it('keeps nothing of a file that changed while it was checked', async () => {
    let root = folder({ 'a.note.md': notes[0], 'wire.source.md': wire, 'c.note.md': '' })
    let [note, source] = ['a.note.md', 'wire.source.md'].map(path => join(root, path))
    let start = Number.MAX_VALUE
    await run(root, { start })
    let [said, words] = [note, source].map(path => readFileSync(path))
    for (let path of [note, source]) {
      // Something else is changed, so that all is checked again.
      write(join(root, 'more.sources.yaml'), `x:\n  title: ${path}`)
      await run(root, { start, meanwhile: () => write(path, path === note ? notes[3] : 'No words.') })
      write(note, said)
      write(source, words)
      await checkSame(root, {}, start)
    }
  })

  it('prints what it printed before, as wide and as coloured as it is asked to', async () => {
    let root = folder({ 'a.note.md': `${'words '.repeat(40)}are 12 of @nobody.`, 'actors.yaml': '' })
    for (let args of [[], ['--color'], ['--hints'], ['--format', 'json'], ['--fail-on', 'warning']]) {
      let cold = await provenote(root, ['check', ...args])
      for (let time of [1, 2])
        assert.deepEqual(await provenote(root, ['check', '--cache', ...args]), cold, `${args} ${time}`)
    }
    mkdirSync(join(root, 'sub'))
    let up = ['check', '..', '--cache', '--cache-location', '../.provenote/cache']
    for (let time of [1, 2]) assert.match((await provenote(join(root, 'sub'), up)).out, /^\.\.\/a\.note\.md/, `${time}`)
  })

  it('is as without it where anything in it is damaged, cut off or of another kind', async () => {
    let pick = random(5)
    let files = Object.fromEntries(pool.filter(([path]) => path !== '.gitignore').map(([path, [text]]) => [path, text]))
    let root = folder(files)
    let own = cacheOf(root)
    let names = ['files', 'found', 'found-since', 'summaries']
    let turn = 0
    let damage: ((path: string, bytes: Buffer) => void)[] = [
      path => rmSync(path),
      (path, bytes) => truncateSync(path, pick(bytes.length)),
      (path, bytes) => writeFileSync(path, Buffer.concat([bytes, Buffer.from('x')])),
      path => writeFileSync(path, ''),
      path => {
        rmSync(path)
        mkdirSync(path)
      },
      ...Array(12).fill((path: string, bytes: Buffer) => {
        bytes[pick(bytes.length)] ^= 1 << pick(8)
        writeFileSync(path, bytes)
      })
    ]
    for (let harm of damage)
      for (let name of names) {
        rmSync(own, { recursive: true })
        cacheOf(root)
        await run(root, { start: Number.MAX_VALUE })
        write(join(root, 'a.note.md'), notes[++turn % 2])
        await run(root, { start: Number.MAX_VALUE })
        assert.deepEqual(readdirSync(own).sort(), names)
        harm(join(own, name), readFileSync(join(own, name)))
        // What was asked of all is read only when something has changed.
        let [, [one, other]] = pool.find(([path]) => path === 'other.source.md')!
        if (pick(2) === 0) write(join(root, 'other.source.md'), turn % 2 ? one : other)
        let cold = await run(root, {})
        let warm = await run(root, { start: Number.MAX_VALUE }).catch(error => {
          // Nothing can be written where a folder stands.
          assert.equal(error.code, 'EISDIR')
          return cold
        })
        assert.deepEqual(warm.printed, cold.printed)
        assert.deepEqual(warm.answers(), cold.answers())
        // Reports are used without the workspace: without them it is.
        rmSync(join(own, 'found'), { recursive: true, force: true })
        if (statSync(join(own, name), { throwIfNoEntry: false })?.isDirectory()) continue
        assert.deepEqual((await run(root, { start: Number.MAX_VALUE })).printed, cold.printed)
      }
  })

  it('keeps what is found in a folder that git leaves alone, and looks for no notes there', async () => {
    let root = folder({ 'a.note.md': notes[0], '.provenote/b.note.md': notes[0] })
    let cold = await provenote(root, ['check'])
    assert.match(cold.out, /in 1 file/)
    assert.ok(!existsSync(join(root, '.provenote/cache')))
    for (let time of [1, 2]) assert.deepEqual(await provenote(root, ['check', '--cache']), cold, `time ${time}`)
    let own = join(root, '.provenote/cache')
    assert.deepEqual(readdirSync(own).sort(), ['.gitignore', 'files', 'found', 'summaries'])
    assert.equal(readFileSync(join(own, '.gitignore'), 'utf8'), '*\n')
  })

  it('keeps it where it is told to, outside as well', async () => {
    let root = folder({ 'in/a.note.md': notes[0] })
    let args = ['check', '--cache', '--cache-location', '../out/deep']
    let cold = await provenote(join(root, 'in'), ['check'])
    for (let time of [1, 2]) assert.deepEqual(await provenote(join(root, 'in'), args), cold, `time ${time}`)
    assert.ok(existsSync(join(root, 'out/deep/found')) && !existsSync(join(root, 'in/.provenote')))
    let alone = await provenote(root, ['check', '--cache-location', 'x'])
    assert.deepEqual([alone.code, alone.err], [2, 'provenote: `--cache-location` goes with `--cache`.\n'])
  })

  it('follows no link out of the folder', async () => {
    let root = folder({ 'in/a.note.md': notes[0], 'out/x': '' })
    let cold = await provenote(join(root, 'in'), ['check'])
    symlinkSync('../out', join(root, 'in/.provenote'))
    let ran = await provenote(join(root, 'in'), ['check', '--cache'])
    assert.deepEqual([ran.code, ran.out], [cold.code, cold.out])
    assert.match(ran.err, /^provenote: There is no cache: \S+\/\.provenote is a link or a file, not a folder\n$/)
    rmSync(join(root, 'in/.provenote'))
    mkdirSync(join(root, 'in/.provenote'))
    symlinkSync('../../out', join(root, 'in/.provenote/cache'))
    assert.match((await provenote(join(root, 'in'), ['check', '--cache'])).err, /cache is a link or a file/)
    assert.deepEqual(readdirSync(join(root, 'out')), ['x'])
    // One in the cache itself is replaced, and neither read nor written through.
    rmSync(join(root, 'in/.provenote/cache'))
    mkdirSync(join(root, 'in/.provenote/cache'))
    symlinkSync('../../../out/x', join(root, 'in/.provenote/cache/found'))
    assert.deepEqual(await provenote(join(root, 'in'), ['check', '--cache']), cold)
    assert.equal(readFileSync(join(root, 'out/x'), 'utf8'), '')
  })

  it('is of no use to another build', async () => {
    let root = folder({ 'a.note.md': notes[0] })
    let stamps = ['one', 'other'].map(name => {
      writeFileSync(join(root, name), name)
      return stampOf(join(root, name), [root])
    })
    let path = join(root, 'store')
    writeStore(path, stamps[0], () => 'head', [Buffer.from('piece')])
    assert.deepEqual([openStore(path, stamps[0])?.head, openStore(path, stamps[1])], ['head', undefined])
    assert.notEqual(stampOf(join(root, 'one'), [`${root}/sub`]), stamps[0])
  })
})
