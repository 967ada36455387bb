import assert from 'node:assert'
import type { CodeAction } from 'vscode-languageserver-types'
import { applyEdits } from '../../server/core'
import { type EditSupport, toOffset, toPath, toRange } from '../../server/features/convert'
import { refactors } from '../../server/features/refactor'
import { people, world } from './support'

let support: EditSupport = { documentChanges: true, createFiles: true, versionOf: () => null }

/** What is offered at the cursor or for the selection, by title. */
function offered(source: string, only?: string[], triggerKind: 1 | 2 = 1) {
  let { workspace, path, offset, to, text } = world(source)
  let range = toRange(workspace.lines(path), { from: offset, to })
  let actions = refactors(workspace, path, { range, diagnostics: [], only, triggerKind }, support, '2031-03-14')
  return { actions, text, lines: (path: string) => workspace.lines(path) }
}

function checkTitles(source: string, ...expected: string[]) {
  assert.deepEqual(
    offered(source).actions.map(({ title }) => title),
    expected
  )
}

/** The lines that differ once an action is taken; `+` before those of a new file. */
function checkAction(source: string, title: string, expected: string, only?: string[]) {
  let { actions, text, lines } = offered(source, only)
  let action = actions.find(action => action.title === title)
  assert.ok(action, actions.map(action => action.title).join('\n'))
  assert.equal(applied(action, text, lines), expected)
}

function applied({ edit }: CodeAction, text: (path: string) => string, lines: (path: string) => Int32Array): string {
  let created = ''
  let shown: string[] = []
  for (let change of edit!.documentChanges!) {
    if ('kind' in change) {
      created = toPath(change.kind === 'create' ? change.uri : '')
      continue
    }
    let path = toPath(change.textDocument.uri)
    if (path === created) {
      shown.push(`+${path} ${change.edits.map(edit => ('newText' in edit ? edit.newText : '')).join('')}`)
      continue
    }
    let before = text(path)
    let edits = change.edits.map(({ range, ...edit }) => ({
      path,
      from: toOffset(before, lines(path), range.start),
      to: toOffset(before, lines(path), range.end),
      newText: 'newText' in edit ? edit.newText : ''
    }))
    let kept = new Set(before.split('\n'))
    let changed = applyEdits(before, edits)
      .split('\n')
      .filter(line => !kept.has(line))
    shown.push(changed.join('⏎'))
  }
  return shown.join(' | ')
}

let labels = ['Fact', 'Assumption', 'Judgement', 'Forecast', 'Gap', 'Indicator']
let turnInto = labels.map(label => `Turn into ${/^[AI]/.test(label) ? 'an' : 'a'} “${label}:”`)

describe('linking a name', () => {
  it('makes the name at the cursor a mention', () =>
    checkAction(
      `Then Dalia Me<|>hra spoke.\n${people}`,
      'Link “Dalia Mehra” to @mehra',
      'Then [Dalia Mehra](@mehra) spoke.'
    ))
  it('takes a selected name, and one that is too general to be found', () => {
    checkAction(
      `Then <|Dalia Mehra|> spoke.\n${people}`,
      'Link “Dalia Mehra” to @mehra',
      'Then [Dalia Mehra](@mehra) spoke.'
    )
    checkAction(`So <|the island|> waits.\n${people}`, 'Link “the island” to @arven', 'So [the island](@arven) waits.')
  })
  it('offers each actor who bears the name', () =>
    checkTitles(
      'Then Mehra<|> spoke.\n=== /actors.yaml\na: {name: Mehra}\nb: {name: Mehra}\n',
      'Link “Mehra” to @a',
      'Link “Mehra” to @b',
      ...turnInto
    ))
  it('is not offered in a mention, a quotation’s link, code or elsewhere', () => {
    checkTitles(`Then [Dalia Me<|>hra](@mehra) spoke.\n${people}`, ...turnInto)
    checkTitles(`Then \`Dalia Me<|>hra\` spoke.\n${people}`, ...turnInto)
    checkTitles(`Th<|>en Dalia Mehra spoke.\n${people}`, ...turnInto)
  })
  it('links all in the note', () => {
    let note = `Then Dalia Me<|>hra met Brannoc Tolén.\n\nDalia Mehra left.\n${people}`
    let all = 'Link all 3 unlinked names in this note'
    let after = 'Then [Dalia Mehra](@mehra) met [Brannoc Tolén](@tolen).⏎[Dalia Mehra](@mehra) left.'
    checkAction(note, all, after)
    checkAction(note.replace('<|>', '').replace('Then', 'Th<|>en'), all, after, ['source'])
  })
})

describe('a new actor', () => {
  it('is made of the selected words, in the nearest list, and linked', () =>
    checkAction(
      `Then <|Ilse Bransome|> wrote.\n${people}`,
      'Create the actor “Ilse Bransome” and link it',
      'ilse-bransome:⏎  schema: LegalEntity⏎  name: Ilse Bransome | Then [Ilse Bransome](@ilse-bransome) wrote.'
    ))
  it('is made in a new list where there is none', () =>
    checkAction(
      'Then <|Ilse Bransome|> wrote.\n',
      'Create the actor “Ilse Bransome” and link it',
      '+/actors.yaml ilse-bransome:\n  schema: LegalEntity\n  name: Ilse Bransome\n | Then [Ilse Bransome](@ilse-bransome) wrote.'
    ))
  it('has a key of its own', () =>
    checkAction(
      `Then <|Tolen|> wrote.\n${people}`,
      'Create the actor “Tolen” and link it',
      'tolen-2:⏎  schema: LegalEntity⏎  name: Tolen | Then [Tolen](@tolen-2) wrote.'
    ))
  it('is not made of a name that is known, or of words that are something else', () => {
    let titles = (source: string) =>
      offered(source)
        .actions.map(({ title }) => title)
        .join(' | ')
    assert.doesNotMatch(titles(`Then <|Dalia Mehra|> spoke.\n${people}`), /Create the actor/)
    assert.doesNotMatch(titles(`Then <|@mehra spoke|>.\n${people}`), /Create/)
    assert.doesNotMatch(titles('Then <|…|> spoke.\n'), /Create/)
    assert.doesNotMatch(titles('<|One.\n\nTwo|>.\n'), /Create/)
  })
})

describe('a new source', () => {
  let wire = '=== /sources/wire.source.md\n---\ntitle: Ferry talks\nURL: https://strait.example/talks\n---\nText.\n'
  let fields = (filled: { [name: string]: string }) =>
    'type title author container-title publisher issued accessed URL language kind reliability'
      .split(' ')
      .map(name => `${name}:${filled[name] ? ` ${filled[name]}` : ''}\n`)
      .join('')

  it('is made of a selected title and cited behind it', () =>
    checkAction(
      'As <|Ferry talks end|> says.\n',
      'Create the source “Ferry talks end” and cite it',
      `+/sources/ferry-talks-end.source.md ---\n${fields({ title: 'Ferry talks end' })}---\n | As Ferry talks end [^ferry-talks-end] says.`
    ))
  it('is made of an address, which the citation replaces', () =>
    checkAction(
      'It sails https://strait.example/news/first<|>-boats.html today.\n',
      'Create a source for “https://strait.example/news/first-boats.html” and cite it',
      `+/sources/first-boats.source.md ---\n${fields({ URL: '"https://strait.example/news/first-boats.html"', accessed: '2031-03-14' }).replace('accessed: 2031-03-14', 'accessed: "2031-03-14"')}---\n | It sails [^first-boats] today.`
    ))
  it('is made of a link’s address, whose words stay', () =>
    checkAction(
      'It [sails](https://www.strait.example/)<|> today.\n',
      'Create a source for “https://www.strait.example/” and cite it',
      `+/sources/strait-example.source.md ---\n${fields({ URL: '"https://www.strait.example/"', accessed: '"2031-03-14"' })}---\n | It sails [^strait-example] today.`
    ))
  it('is not made where a source has the address: that one is cited', () => {
    checkTitles(
      `It sails <http://www.strait.example/talks/?utm_source=x#top<|>>.\n${wire}`,
      'Cite wire instead of its address',
      ...turnInto
    )
    checkAction(
      `It sails <https://strait.example/talks<|>>.\n${wire}`,
      'Cite wire instead of its address',
      'It sails [^wire].'
    )
  })
})

describe('turning into a statement', () => {
  it('labels a paragraph', () => checkAction('It sa<|>ils.\n', 'Turn into a “Fact:”', 'Fact: It sails.'))
  it('labels evidence under a statement', () => {
    let offers = offered('Judgement: It sails.\n- The ramp is re<|>ady.\n').actions.map(({ title }) => title)
    assert.deepEqual(offers[0], 'Turn into a “For:”')
    checkAction(
      'Judgement: It sails.\n- Because: x.\n- The ramp is re<|>ady.\n',
      'Turn into an “Against:”',
      '- Against: The ramp is ready.'
    )
  })
  it('labels an item of a list of its own as a statement', () =>
    checkAction('Text.\n\n- The ramp is re<|>ady.\n', 'Turn into a “Gap:”', '- Gap: The ramp is ready.'))
  it('makes a statement one of another kind', () => {
    checkTitles(
      'Fact: It sa<|>ils.\n',
      ...labels.slice(1).map(label => `Make it ${/^[AI]/.test(label) ? 'an' : 'a'} “${label}:”`)
    )
    checkAction('**Judgment:** It sa<|>ils.\n', 'Make it an “Assumption:”', '**Assumption:** It sails.')
  })
  it('is not offered in headings, cells, block quotes and front matter', () => {
    for (let source of [
      '# It sa<|>ils\n',
      '| a |\n|---|\n| b<|> |\n',
      '> It sa<|>ils.\n',
      '---\ntitle: It sa<|>ils\n---\nText.\n'
    ])
      checkTitles(source)
  })
})

describe('refactorings', () => {
  it('are not offered unasked where nothing is selected', () =>
    assert.deepEqual(offered('It sa<|>ils.\n', undefined, 2).actions, []))
  it('are of the kinds that are asked for', () => {
    assert.deepEqual(offered('It sa<|>ils.\n', ['quickfix']).actions, [])
    assert.equal(offered('It sa<|>ils.\n', ['refactor.rewrite']).actions.length, 6)
  })
})
