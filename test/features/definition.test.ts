import assert from 'node:assert'
import type { Location, LocationLink } from 'vscode-languageserver-types'
import { citedPassage } from '../../server/features/cited-passage'
import { toOffset, toPath } from '../../server/features/convert'
import { definition } from '../../server/features/definition'
import { done, people, world } from './support'

/** The definitions of what the cursor is on are the spans marked with carets in the other files, and no others. */
function checkDefinition(source: string) {
  let { workspace, files, path, offset, text } = world(source)
  let marked = files.flatMap(file => file.marks.map(mark => show(file.path, file.text, mark.from, mark.to)))
  let links = done(definition(workspace, path, offset, true)) as LocationLink[] | undefined
  let shown = (links ?? []).map(({ targetUri, targetRange, targetSelectionRange: range }) => {
    let target = toPath(targetUri)
    let at = (place: { line: number; character: number }) => toOffset(text(target), workspace.lines(target), place)
    assert.ok(at(targetRange.start) <= at(range.start) && at(range.end) <= at(targetRange.end))
    return show(target, text(target), at(range.start), at(range.end))
  })
  assert.deepEqual(shown, marked)
  let plain = done(definition(workspace, path, offset, false)) as Location[] | undefined
  assert.equal(plain?.length, links?.length)
}

let show = (path: string, text: string, from: number, to: number) => `${path} ${from} “${text.slice(from, to)}”`

describe('definition', () => {
  it('leads from a mention to the key of its record', () =>
    checkDefinition('So @meh<|>ra said.\n=== /actors.yaml\nmehra:\n^^^^^\n  name: Dalia Mehra\n'))
  it('from other words for it', () =>
    checkDefinition('So [s<|>he](@mehra) said.\n=== /actors.yaml\nmehra:\n^^^^^\n  name: Dalia Mehra\n'))
  it('to a dossier', () => checkDefinition('So @meh<|>ra said.\n=== /x.actor.md\n---\nkey: mehra\n     ^^^^^\n---\n'))
  it('to both records, when there are two', () =>
    checkDefinition('So @me<|>hra.\n=== /a.actors.yaml\nmehra: {}\n^^^^^\n=== /b.actors.yaml\nmehra: {}\n^^^^^\n'))
  it('from a speaker to the actor', () => checkDefinition('x [^w, @me<|>hra]\n=== /actors.yaml\nmehra: {}\n^^^^^\n'))
  it('from a citation to the passage of its quotation', () =>
    checkDefinition(
      'She said “boats will sail” [^w<|>].\n=== /w.source.md\n---\ntitle: x\n---\nThe boats will sail in May.\n    ^^^^^^^^^^^^^^^\n'
    ))
  it('to the words given in it', () =>
    checkDefinition(
      'They fell [^w<|>, "down 40 per cent"].\n=== /w.source.md\n---\ntitle: x\n---\nIt is down 40 per cent.\n      ^^^^^^^^^^^^^^^^\n'
    ))
  it('to the page it names', () =>
    checkDefinition(
      'It sails [^w<|>, p. 2].\n=== /w.source.md\n---\ntitle: x\n---\n<!-- p. 1 -->\nOne.\n<!-- p. 2 -->\n\nTwo.\n^^^^\n'
    ))
  it('to the record, when nothing else is known', () =>
    checkDefinition('It sails [^w<|>].\n=== /sources.yaml\nw:\n^\n  title: x\n'))
  it('from a quotation to the passage', () =>
    checkDefinition(
      'She said “boats w<|>ill sail” [^w].\n=== /w.source.md\n---\ntitle: x\n---\nThe boats will sail in May.\n    ^^^^^^^^^^^^^^^\n'
    ))
  it('from a link to a statement', () =>
    checkDefinition(
      'See [k<|>j1](sub/b.note.md#kj1).\n=== /sub/b.note.md\nJudgement: It sails. {#kj1}\n^^^^^^^^^^^^^^^^^^^^^^^^^^^\n'
    ))
  it('from a link by label, and from the label’s definition', () => {
    let target = '\n=== /b.note.md\nGap: x. {#kj1}\n^^^^^^^^^^^^^^\n'
    checkDefinition(`See [k<|>j1][b].\n\n[b]: b.note.md#kj1${target}`)
    checkDefinition(`See [b<|>].\n\n[b]: b.note.md#kj1${target}`)
    checkDefinition(`See [b].\n\n[b]: b.note.md#k<|>j1${target}`)
  })
  it('from a link to a heading', () =>
    checkDefinition('See [b<|>](b.note.md#the-quay).\n=== /b.note.md\nText.\n\n# The quay\n  ^^^^^^^^\n'))
  it('from a link that climbs, with encoded characters', () =>
    checkDefinition(
      '=== /x/y/a.note.md\nSee [b<|>](../../b%2Dc.note.md#id).\n=== /b-c.note.md\nGap: One. {#id}\n^^^^^^^^^^^^^^^\n'
    ))
  it('nowhere from running text', () => checkDefinition(`So sh<|>e said.\n${people}`))
  it('nowhere from an address', () => checkDefinition('See [x<|>](https://strait.example/a).\n'))
  it('nowhere for an unknown key', () => checkDefinition('@nobo<|>dy [^nothing]\n'))
})

describe('the cited passage', () => {
  let check = (note: string, expected: string) => {
    let { workspace, path, offset, text } = world(
      `${note}\n=== /w.source.md\n---\ntitle: x\n---\nThe boats will sail in May.\n${people}\n=== /sources.yaml\nold: {title: y}\n`
    )
    let found = done(citedPassage(workspace, path, offset))
    let at = (place: { line: number; character: number }) =>
      toOffset(text('/w.source.md'), workspace.lines('/w.source.md'), place)
    assert.equal(found ? text('/w.source.md').slice(at(found.range.start), at(found.range.end)) : '', expected)
  }
  it('is found from the citation', () => check('“boats will sail” [^w<|>]', 'boats will sail'))
  it('from the quotation', () => check('“boats wi<|>ll sail” [^w]', 'boats will sail'))
  it('from the speaker in the citation', () => check('“boats will sail” [^w, @me<|>hra]', 'boats will sail'))
  it('is none where no text was captured', () => check('“boats will sail” [^old<|>]', ''))
  it('is none elsewhere', () => check('boats wi<|>ll sail [^w]', ''))
})
