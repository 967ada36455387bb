/**
 * Renaming over invented workspaces. Each file is a template that names things by number, so that what it should be after a renaming is
 * known without asking: the template written out with the other name.
 */
import assert from 'node:assert'
import { applyEdits, type ChangeEdit, isRefusal, type Renamable, rename, Workspace } from '../../server/core'
import { random } from '../random'

/** What `{A0}`, `{S1}`, `{I2}` stand for: an actor's key, a source's key, an id of the note `/notes/a.note.md`. */
type Names = Map<string, string>

// Some are parts of others, in several scripts, one of them beyond the first 65,536 characters.
let actors = ['mehra', 'arven', 'tolen', 'dock-union', 'мехра', 'meh', '𐌰𐌱', 'مهرة']
let sources = ['wire', 'wire-0312', 'smith:2031', 'log', 'port+stats', 'a.b:c/d+e', 'b:c/d']
let ids = ['kj1', 'kj1.a', 'boats']

// Beside what is meant stand the same letters meaning something else.
let sentences = [
  'So @{A0} said, and mehra, @mehra-b, x@mehra.example, `@mehra` and \\@mehra did not.',
  'It was [hers](@{A0}) and [mehra](@{A1}).',
  '_As @{A1} has it_, **@{A2}’s** words (@{A2}).',
  'She said “the first boats will sail” [^{S0}, @{A0}, p. 2].',
  'It sails [^{S1}][^{S0}] [^{S2}, "wire and @mehra", @{A3}].[^{S4}]',
  '> @{A2} was there.\n> And [^{S1}].',
  '<!-- @mehra [^wire] -->',
  'Write <!-- @mehra [^wire] [x](#kj1) --> to mehra@mehra.example, <meh@mehra.example> or [mail](mailto:a@mehra.example).',
  '🚢 @{A6}, @{A7} and @{A5} 𐌰𐌱 🛳 [^{S5}, @{A6}, "😀 @mehra"][^{S6}] `[^b:c/d]` @{A6}.',
  '@{A5}: “[^{S6}] 🚢 [^{S5}]” ~~@{A0}~~ <b title="@meh">@{A5}</b>\n@{A7}',
  'See [one][i0], [I0], ![pic][i1], [the wire][w] and [x][none].\n\n[i0]: a.note.md#{I0} "kj1"\n[i1]:\n  <a.note.md#{I1}>\n[w]: ../sources/{S0}.source.md\n[m]: @mehra\n[I0]: a.note.md#kj1',
  '> See [two].\n>\n> [two]: a.note.md#{I1} (kj1.a)\n> [three]: <../actors/{A2}.actor.md#wire>',
  '```\n[c]: a.note.md#kj1\n```\n\n<!--\n[d]: a.note.md#kj1\n-->',
  'See [the wire](../sources/{S0}.source.md) and [her](../actors/{A2}.actor.md#wire) and [x](https://mehra.example/#kj1).',
  'See [one](#{I0}) and [two](a.note.md#{I1}) and [three](./a.note.md#{I0}) and [four](b.note.md#kj1).',
  'See [one](<../notes/a.note.md#{I2}>) and ![kj1](a.note.md#kj1).',
  '# What @{A0} said of wire\n\n[up](#what-{A0}-said-of-wire)',
  '# What [hers](@{A0}) was\n\n[up](#what-hers-was)',
  '# The same\n\n# The same\n\n[down](#the-same-1)',
  '- For: @{A4} and @{A0}.\n  - Against: [^{S3}, @{A4}].',
  '| @{A0} | [^{S0}] |\n|---|---|\n| @{A1} | wire |',
  '```\n@mehra [^wire] #kj1\n```',
  'Text.\n\n    @mehra [^wire]',
  '@{A0}@arven and "@{A1}" and “[^{S0}]”.'
]
let statements = ['Judgement: It sails. {#{I0} by=2031-06-30}', 'Fact: One [^{S0}]. {.x #{I1}}', '## A heading {#{I2}}']

let fixed: [string, string][] = [
  [
    '/actors.yaml',
    `# mehra is here\n{A0}:\n  name: Dalia Mehra # mehra\n  alias: [mehra, "@mehra"]\n  positions:\n    - {title: of mehra, of: {A1}}\n  memberships: [{of: "@{A3}"}]\n"{A1}":\n  name: Arven\n  country: ae\n'@{A3}': {name: Union, memberships: {of: '{A0}'}}\n`
  ],
  [
    '/more.actors.yaml',
    '{A4}: {name: Далия, summary: "mehra, of arven", country: "@{A1}"}\r\n{A6}: {name: 𐌰𐌱, alias: [𐌰𐌱, "@mehra"]} # 𐌰𐌱\r\n"{A7}":\r\n  name: مهرة\r\n  memberships: [{of: {A6}}, {of: "{A5}"}]\r\n{A5}: {name: Meh}\r\n'
  ],
  [
    '/actors/{A2}.actor.md',
    '---\nname: Brannoc Tolén\nsummary: tolen\nalias: [tolen, "@tolen", mehra]\n---\n@{A2} met @{A0} [it](../sources/{S0}.source.md).\n'
  ],
  [
    '/sources/{S0}.source.md',
    '---\ntitle: wire\nspeakers: {Mehra: {A0}, wire: "@{A2}"}\norigin: {S1}\n---\nMehra: @mehra said [^wire] and kj1.\n'
  ],
  [
    '/sources/other.source.md',
    '\ufeff---\r\nkey: "{S1}"\r\ntitle: wire-0312\r\norigin: the wire\r\n---\r\nwire-0312\r\n'
  ],
  [
    '/books.bib',
    '@article{{S2}, title = {smith:2031 and wire}}\n% wire\n@misc{{S3},title="log", crossref = {{S2}}}\n@xdata{{S5}, note = {smith:2031}}\n@misc{{S6}, xdata = {{S5}, b:c , {S2}}, related = "{S3}"}\n'
  ],
  ['/books.csl.json', '[{"id": "{S4}", "title": "port+stats"}]'],
  ['/sources.yaml', 'x1: {title: log, origin: "{S3}"}\n']
]

function invent(seed: number): [string, string][] {
  let pick = random(seed)
  let note = (own: string[]) => {
    let parts = Array.from({ length: 3 + pick(8) }, () => sentences[pick(sentences.length)])
    for (let part of own) parts.splice(pick(parts.length + 1), 0, part)
    // A heading twice in a note would have two anchors, and of a label's definitions only the first is one.
    parts = parts.filter((part, index) => !/^# |\]:/.test(part) || parts.indexOf(part) === index)
    let text = `---\ntitle: mehra wire\nauthor: "@mehra"\ntags: [wire, kj1]\n---\n\n${parts.join('\n\n')}\n`
    if (pick(3) === 0) text = text.replaceAll('\n', '\r\n')
    return pick(4) === 0 ? `\ufeff${text}` : text
  }
  let notes: [string, string][] = [['/notes/a.note.md', note(statements)]]
  for (let name of ['b', 'c', 'd']) notes.push([`/notes/${name}.note.md`, note([])])
  return [...fixed, ...notes]
}

function written(templates: [string, string][], names: Names): Map<string, string> {
  let put = (path: string, text: string) =>
    text.replace(/\{([ASI]\d)\}/g, (_, name) => {
      // Ids are those of one note; elsewhere the same words lead nowhere, and stay.
      let isOther = name[0] === 'I' && /^\/notes\/[^a]/.test(path)
      return isOther && !text.includes('a.note.md') ? original.get(name)! : names.get(name)!
    })
  return new Map(templates.map(([path, text]) => [put('', path), put(path, separately(path, text))]))
}

// In other notes `#id` alone is not an id of the first.
function separately(path: string, text: string): string {
  return path === '/notes/a.note.md' ? text : text.replace(/\(#\{(I\d)\}\)/g, (_, name) => `(#${original.get(name)})`)
}

let original: Names = new Map([
  ...actors.map((key, i): [string, string] => [`A${i}`, key]),
  ...sources.map((key, i): [string, string] => [`S${i}`, key]),
  ...ids.map((id, i): [string, string] => [`I${i}`, id])
])

function subjectOf(name: string, names: Names): Renamable {
  let key = names.get(name)!
  if (name[0] === 'I') return { kind: 'anchor', path: '/notes/a.note.md', id: key }
  return { kind: name[0] === 'A' ? 'actor' : 'source', key }
}

/** The files after a renaming, by the workspace's own account. */
function renamed(files: Map<string, string>, subject: Renamable, name: string): Map<string, string> {
  let workspace = new Workspace()
  // As files are read: a byte-order mark is no part of the text, and is kept.
  for (let [path, text] of files) workspace.set(path, text.replace(/^\ufeff/, ''))
  let change = rename(workspace, subject, name)
  if (isRefusal(change)) throw Error(`${JSON.stringify(subject)} to ${name}: ${change.refused}`)
  let after = new Map(files)
  for (let path of new Set(change.edits.map(edit => edit.path)))
    after.set(
      path,
      applyMarked(
        files.get(path)!,
        change.edits.filter(edit => edit.path === path)
      )
    )
  for (let { from, to } of change.renames) {
    after.set(to, after.get(from)!)
    after.delete(from)
  }
  return after
}

function applyMarked(text: string, edits: ChangeEdit[]): string {
  return text[0] === '\ufeff' ? `\ufeff${applyEdits(text.slice(1), edits)}` : applyEdits(text, edits)
}

let sorted = (files: Map<string, string>) => [...files].sort(([a], [b]) => (a < b ? -1 : 1))

describe('renaming in invented workspaces', () => {
  it('touches exactly the right places, and there and back leaves every byte as it was', () => {
    for (let seed = 1; seed <= 40; seed++) {
      let templates = invent(seed)
      let before = written(templates, original)
      for (let name of original.keys()) {
        let now = name[0] === 'S' ? `new-${seed}.x` : `new-${seed}`
        let names = new Map(original).set(name, now)
        let there = renamed(before, subjectOf(name, original), now)
        assert.deepEqual(sorted(there), sorted(written(templates, names)), `${name} in ${seed}`)
        assert.deepEqual(
          sorted(renamed(there, subjectOf(name, names), original.get(name)!)),
          sorted(before),
          `${name} in ${seed}, back`
        )
      }
    }
  })

  it('one after another ends where all at once would', () => {
    let pick = random(11)
    for (let seed = 100; seed < 130; seed++) {
      let templates = invent(seed)
      let names = new Map(original)
      let files = written(templates, names)
      for (let step = 0; step < 8; step++) {
        let name = [...names.keys()][pick(names.size)]
        let now = `k${step}-${pick(1000)}`
        files = renamed(files, subjectOf(name, names), now)
        names.set(name, now)
      }
      assert.deepEqual(sorted(files), sorted(written(templates, names)), `seed ${seed}`)
    }
  })
})
