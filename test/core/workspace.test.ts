import assert from 'node:assert'
import { keep, revive, type Subject } from '../../server/core'
import { type Recent, wordHashes } from '../../server/core/verify'
import { Workspace } from '../../server/core/workspace'
import { answers } from '../answers'
import { random, shuffled } from '../random'

let notes = [
  '@arven said [^wire] and @mehra.',
  '---\nstatus: final\n---\nJudgement: a {#j}\n- For: [^wire] [^log, @tolen]\n',
  '@arven @arven [^gone]',
  'Fact: “no boats at all” [^wire][^log] {#j}\n- For: [x](b.note.md#j) and [y](a.note.md#j)',
  ''
]
let actors = [
  'arven:\n  name: Arven\nmehra:\n  name: Mehra',
  'arven:\n  name: Another Arven',
  'tolen:\n  - wrong',
  'tolen: {memberships: [{of: arven}]}',
  'broken: ['
]
let dossiers = ['---\nkey: mehra\nname: Mehra\n---\nWith @arven [^log].', '---\nname: Tolen\n---\n']
let sources = [
  '---\nkey: wire\ntitle: A\n---\nBoats sail in May.',
  '---\ntitle: B\n---\n',
  '---\nkey: wire\ntitle: C\n---\nNo boats.',
  'No front matter at all.'
]
let lists = ['wire:\n  title: Listed\nlog:\n  title: Log', 'log:\n  issued: 02-05-2025']
let configs = ['profile: phia', 'citations:\n  cover: paragraph', 'rules:\n  syntax: off', '']

let files: [path: string, texts: string[]][] = [
  ['/w/a.note.md', notes],
  ['/w/b.note.md', notes],
  ['/w/sub/c.note.md', notes],
  ['/w/actors.yaml', actors],
  ['/w/more.actors.yaml', actors],
  ['/w/mehra.actor.md', dossiers],
  ['/w/tolen.actor.md', dossiers],
  ['/w/wire.source.md', sources],
  ['/w/log.source.md', sources],
  ['/w/sources.yaml', lists],
  ['/w/provenote.yaml', configs],
  ['/w/sub/provenote.yaml', configs],
  ['/w/picture.png', ['no file of ours']]
]

let subjects: Subject[] = [
  ...['arven', 'mehra', 'tolen'].map(key => ({ kind: 'actor', key }) as const),
  ...['wire', 'log', 'gone'].map(key => ({ kind: 'source', key }) as const),
  { kind: 'anchor', path: '/w/a.note.md', id: 'j' },
  { kind: 'file', path: '/w/b.note.md' }
]

let paths = files.map(([path]) => path)
// A property that is undefined is not kept, and nobody can tell.
let plainly = (workspace: Workspace) => JSON.parse(JSON.stringify(answers(workspace, subjects, paths)))

// Written down and read again.
function kept(path: string, text: string) {
  let workspace = new Workspace()
  workspace.set(path, text)
  let file = workspace.files.get(path)
  if (!file) return Object.assign(() => assert.fail('no file of ours'), { ahead: undefined })
  let { data, lines, filter } = keep(file)
  let bytes = new TextEncoder().encode(text)
  let copy = {
    data,
    lines: Int32Array.from(lines),
    filter: () => filter && Uint32Array.from(filter),
    bytes: () => bytes
  }
  let ahead = {
    actors: file.actors.map(own => own.key),
    sources: file.sources.map(own => own.key),
    filter: file.captured && copy.filter
  }
  return Object.assign((recent: Recent) => revive(copy, recent), { ahead: () => ahead })
}

// Keys of the sources that may hold words, with no list missing.
function found(workspace: Workspace, words: string): string[] {
  let search = workspace.holding(wordHashes(words))
  for (let step = search.next(); ; step = search.next())
    if (step.done) return step.value.map(own => own.source.key).sort()
}

// What is asked for by keys and by words.
let some = (workspace: Workspace) => [
  subjects.map(own => 'key' in own && JSON.stringify([workspace.actor(own.key), workspace.sourcesOf(own.key)])),
  ['the boats', 'nobody', 'sail in May'].map(words => found(workspace, words))
]

describe('a workspace', () => {
  it('that was edited equals one built fresh', () => {
    let pick = random(7)
    for (let round = 0; round < 60; round++) {
      let edited = new Workspace()
      let state = new Map<string, { text: string; open: boolean }>()
      for (let step = 0; step < 25; step++) {
        let [path, texts] = files[pick(files.length)]
        if (pick(4) === 0) {
          state.delete(path)
          edited.delete(path)
        } else {
          let now = { text: texts[pick(texts.length)], open: pick(2) === 0 }
          state.set(path, now)
          edited.set(path, now.text, now.open)
        }
        // Asking in between fills what is derived; it must not be kept too long.
        if (pick(3) === 0) answers(edited, subjects, paths)
      }
      let fresh = new Workspace()
      for (let [path, { text, open }] of shuffled([...state], pick)) fresh.set(path, text, open)
      assert.deepEqual(answers(edited, subjects, paths), answers(fresh, subjects, paths))
    }
  })
  it('that was restored from what was kept equals one built fresh, whatever is edited then', () => {
    let pick = random(11)
    for (let round = 0; round < 60; round++) {
      let state = new Map<string, string>()
      for (let [path, texts] of files) if (pick(3) > 0) state.set(path, texts[pick(texts.length)])
      let restored = new Workspace()
      let restore = (path: string, text: string) => {
        let own = kept(path, text)
        // Something is known of most files before they are had.
        if (pick(4) === 0) own.ahead = undefined
        restored.restore(path, own)
      }
      for (let [path, text] of state) restore(path, text)
      for (let step = 0; step < 6; step++) {
        let [path, texts] = files[pick(files.length)]
        let text = texts[pick(texts.length)]
        let way = pick(4)
        if (way === 0) restored.delete(path)
        else if (way === 1) restore(path, text)
        else restored.set(path, text)
        if (way === 0) state.delete(path)
        else state.set(path, text)
        if (pick(4) === 0) [() => plainly(restored), () => some(restored)][pick(2)]()
      }
      let fresh = new Workspace()
      for (let [path, text] of shuffled([...state], pick)) fresh.set(path, text)
      assert.deepEqual(some(restored), some(fresh))
      assert.deepEqual(plainly(restored), plainly(fresh))
    }
  })
  it('asks for the summary of a restored file only when it has what is asked for', () => {
    let workspace = new Workspace()
    let had: string[] = []
    let texts = { '/a.actors.yaml': 'x:\n  name: A', '/w.source.md': 'It snowed here.', '/v.source.md': 'No ice.\n' }
    for (let [path, text] of Object.entries(texts)) {
      let { ahead, ...own } = { ahead: kept(path, text).ahead, have: kept(path, text) }
      let restored = (recent: Recent) => {
        had.push(path)
        return own.have(recent)
      }
      workspace.restore(path, Object.assign(restored, { ahead }))
    }
    let checkHad = (work: () => unknown, ...expected: string[]) => {
      had = []
      work()
      assert.deepEqual(had, expected)
    }
    checkHad(() => workspace.source('nobody'))
    checkHad(() => assert.equal(found(workspace, 'nothing at all').length, 0))
    checkHad(() => assert.deepEqual(found(workspace, 'it snowed'), ['w']), '/w.source.md')
    checkHad(() => assert.deepEqual(workspace.actorKeys(), ['x']), '/a.actors.yaml')
    checkHad(() => assert.ok(workspace.captured('v')), '/v.source.md')
  })
  it('asks for the summary of a restored note only when somebody asks for it', () => {
    let workspace = new Workspace()
    let asked: string[] = []
    for (let [path, text] of [
      ['/a.note.md', '@x'],
      ['/b.note.md', '@x @x'],
      ['/actors.yaml', 'x:\n  name: A']
    ])
      workspace.restore(path, recent => {
        asked.push(path)
        return kept(path, text)(recent)
      })
    assert.deepEqual([workspace.files.size, asked], [3, []])
    assert.equal(workspace.actor('x')?.name, 'A')
    assert.deepEqual(asked, ['/actors.yaml'])
    assert.equal(workspace.files.get('/b.note.md')?.note?.mentions.keys.length, 2)
    assert.deepEqual(asked, ['/actors.yaml', '/b.note.md'])
    assert.equal(workspace.mentionCount('x'), 3)
    assert.deepEqual(asked, ['/actors.yaml', '/b.note.md', '/a.note.md'])
  })
  it('tells what some work asked', () => {
    let workspace = new Workspace()
    workspace.set('/a.note.md', '@x')
    workspace.set('/w.source.md', '---\ntitle: W\n---\nThe boats will sail.\n')
    // Twice: what is known from the first time was asked for as well.
    let checkAsked = (work: () => unknown, ...expected: string[]) => {
      for (let time of [1, 2]) {
        let { asked } = workspace.observe(work)
        let told = Object.entries(asked).flatMap(([kind, own]) =>
          own === true
            ? kind
            : own === false
              ? []
              : [...(own as Iterable<unknown>)].map(of => `${kind} ${JSON.stringify(of)}`)
        )
        assert.deepEqual(told, expected, `time ${time}`)
      }
    }
    checkAsked(() => workspace.files.get('/gone.note.md'), 'files "/gone.note.md"')
    checkAsked(() => [...workspace.files.keys()], 'paths')
    checkAsked(() => workspace.mentionCount('x'), 'all')
    checkAsked(() => workspace.actor('x') ?? workspace.captured('w'), 'actors "x"', 'sources "w"')
    checkAsked(() => workspace.actorKeys(), 'names')
    checkAsked(() => workspace.sourceKeys(), 'allSources')
    let compute = () => 1
    checkAsked(() => workspace.derive(['actors', 'notes'], compute), 'allActors', 'all')
    checkAsked(() => workspace.known('actors', compute))
    let valuesOf = () => [...workspace.files.values()]
    checkAsked(() => workspace.derive('actors', valuesOf), 'allActors')
    let lists = [wordHashes('the boats')]
    let search = `searches ${JSON.stringify({ lists, missing: 0, found: ['/w.source.md'] })}`
    checkAsked(() => [...workspace.holding(lists[0])], 'sources "w"', search)
    // Whoever looks for words says which of the texts matter.
    let searchOfWords = `searches ${JSON.stringify({ lists, missing: 1, words: 'x', found: ['/w.source.md'] })}`
    checkAsked(() => [...workspace.holdingMost(lists, 1, 'x')], searchOfWords)
    let name = Symbol('name')
    checkAsked(() => workspace.remember(workspace.roots, name, () => workspace.actor('y')), 'actors "y"')
    let empty = () => new Map<string, { value: unknown }>()
    checkAsked(() => workspace.each('config', empty, 'k', () => workspace.source('z')), 'sources "z"')
    workspace.keepVerdict('id', { kind: 'absent', passages: [] }, workspace.asks.now)
    // Nobody noted what was asked for it.
    checkAsked(() => assert.equal(workspace.knownVerdict('id'), undefined))
    workspace.observe(() => {
      let since = workspace.asks.now
      workspace.captured('w')
      workspace.keepVerdict('id', { kind: 'absent', passages: [] }, since)
    })
    checkAsked(() => assert.ok(workspace.knownVerdict('id')), 'sources "w"')
  })
  it('uses the first of two records by path, and keeps both', () => {
    let workspace = new Workspace()
    workspace.set('/b.actors.yaml', 'x:\n  name: B')
    workspace.set('/a.actors.yaml', 'x:\n  name: A')
    assert.equal(workspace.actor('x')?.name, 'A')
    assert.equal(workspace.actorsOf('x').length, 2)
    workspace.delete('/a.actors.yaml')
    assert.equal(workspace.actor('x')?.name, 'B')
  })
  it('computes a derived value again only when a part it depends on has changed', () => {
    let workspace = new Workspace()
    let count = 0
    let compute = () => ++count
    workspace.derive('actors', compute)
    workspace.set('/a.note.md', '@x')
    assert.equal(workspace.derive('actors', compute), 1)
    workspace.set('/actors.yaml', 'x:\n  name: A')
    assert.equal(workspace.derive('actors', compute), 2)
  })
  it('lets provenote.yaml override the editor, the nearest one above a file', () => {
    let workspace = new Workspace()
    workspace.set('/w/provenote.yaml', 'profile: phia')
    workspace.set('/w/sub/provenote.yaml', 'profile: icd203')
    assert.equal(workspace.optionsFor('/w/a.note.md').profile, 'phia')
    assert.equal(workspace.optionsFor('/w/sub/a.note.md').profile, 'icd203')
    assert.equal(workspace.optionsFor('/x.note.md').profile, 'none')
  })
})
