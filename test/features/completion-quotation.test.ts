import assert from 'node:assert'
import type { TextEdit } from 'vscode-languageserver-types'
import { completionFor } from '../../server/features/completion/for'
import { completionResolve } from '../../server/features/completion/resolve'
import { toOffset } from '../../server/features/convert'
import { plaintext } from '../../server/features/words/format'
import { done, world } from './support'

let sources = `
=== /wire.source.md
---
title: Ferry talks end in agreement
container-title: Strait Wire
issued: 2031-03-12
---
The minister was brief. “The first boats will sail in May, if the insurers agree; nobody has asked them,” she said.

“We have a *firm* date,” she added. “It’s the dockers’ date – and ours.” The [rota](https://wire.example/rota) of @karsa is not yet written.
=== /ledger.source.md
---
title: A date for the ferry
issued: 2031-03-13
---
In her words, the first boats will sail in May.
=== /older.source.md
---
issued: 2029-01-01
---
The first boats
will have to wait for the ice to clear.
`

/** Each entry with where it is from and the note's line once it is accepted. */
function offered(note: string, trigger?: string): string[] {
  let { workspace, path, offset, text } = world(`=== /a.note.md\n${note}\n${sources}`)
  let list = done(completionFor(workspace, path, offset, { labelDetails: true, insertReplace: true }, trigger))
  let whole = text(path)
  return (list?.items ?? []).map(item => {
    let { range, newText } = item.textEdit as TextEdit
    let lines = workspace.lines(path)
    let [from, to] = [toOffset(whole, lines, range.start), toOffset(whole, lines, range.end)]
    let typed = whole.slice(from, offset)
    assert.ok(item.filterText?.startsWith(typed), `“${item.filterText}” does not begin with “${typed}”`)
    let line = (whole.slice(0, from) + newText + whole.slice(to)).slice(lines[range.start.line]).split('\n')[0]
    return `${item.label} | ${item.labelDetails?.description} | ${line}`
  })
}

let check = (note: string, ...expected: string[]) => assert.deepEqual(offered(note), expected)

describe('completion of quotations', () => {
  it('goes on to the end of the clause and of the sentence, closes and cites', () =>
    check(
      'She said “the first boats will sa<|>',
      'sail in May | ledger · 13 March 2031 | She said “the first boats will sail in May” [^ledger]',
      'sail in May | wire · Strait Wire, 12 March 2031 | She said “the first boats will sail in May” [^wire]',
      'sail in May, if the … has asked them | wire · Strait Wire, 12 March 2031 | She said “the first boats will sail in May, if the insurers agree; nobody has asked them” [^wire]'
    ))
  it('comes up by itself after two words where the source is named', () => {
    assert.deepEqual(offered('The boats [^ledger, "the first <|>"]', ' '), [
      'boats will sail in May | ledger · 13 March 2031 | The boats [^ledger, "the first boats will sail in May"]'
    ])
    assert.deepEqual(offered('The boats “the first <|>”', ' '), [])
  })
  it('takes the cited source first, and cites no second time', () =>
    check(
      'She said “the first boats will sa<|>” [^wire].',
      'sail in May | wire · Strait Wire, 12 March 2031 | She said “the first boats will sail in May” [^wire].',
      'sail in May, if the … has asked them | wire · Strait Wire, 12 March 2031 | She said “the first boats will sail in May, if the insurers agree; nobody has asked them” [^wire].',
      'sail in May | ledger · 13 March 2031 | She said “the first boats will sail in May” [^ledger] [^wire].'
    ))
  it('writes over the mark that the editor has closed, and what stands before it', () =>
    check(
      'No: “have to wait for the ice<|>.”',
      'ice to clear | older · 1 January 2029 | No: “have to wait for the ice to clear.” [^older]'
    ))
  it('a citation before the words counts', () =>
    check(
      'By the paper of the day [^older], “the first boats will h<|>',
      'have to wait for the ice to clear | older · 1 January 2029 | By the paper of the day [^older], “the first boats will have to wait for the ice to clear”'
    ))
  it('in the words of a citation takes no other source', () => {
    check(
      'Boats in May [^ledger, "first boats<|>',
      'boats will sail in May | ledger · 13 March 2031 | Boats in May [^ledger, "first boats will sail in May"]'
    )
    check(
      'Boats in May [^ledger, p. 2, "first boats<|>"].',
      'boats will sail in May | ledger · 13 March 2031 | Boats in May [^ledger, p. 2, "first boats will sail in May"].'
    )
  })
  it('folds typography, in what is typed and in the source', () => {
    check('They have "a firm da<|>', 'date | wire · Strait Wire, 12 March 2031 | They have "a firm date" [^wire]')
    check(
      "They want “It's the dockers' da<|>",
      "date | wire · Strait Wire, 12 March 2031 | They want “It's the dockers' date” [^wire]",
      "date – and ours | wire · Strait Wire, 12 March 2031 | They want “It's the dockers' date – and ours” [^wire]"
    )
  })
  it('writes what the source holds as plain text', () =>
    check(
      'It said “The ro<|>',
      'rota of @karsa is not yet written | wire · Strait Wire, 12 March 2031 | It said “The rota of \\@karsa is not yet written” [^wire]'
    ))
  it('closes and cites what is written to the end', () =>
    check(
      'No: “wait for the ice to clear<|>',
      'clear | older · 1 January 2029 | No: “wait for the ice to clear” [^older]'
    ))
  it('goes on after words that are left out', () =>
    check(
      'No: “The first boats … the ice<|>',
      'ice to clear | older · 1 January 2029 | No: “The first boats … the ice to clear” [^older]'
    ))
  it('over lines of a paragraph', () =>
    check(
      '- She said “the first boats will\n  have t<|>',
      'to wait for the ice to clear | older · 1 January 2029 |   have to wait for the ice to clear” [^older]'
    ))
  it('finds nothing inside words, in code, outside marks, and in the middle of a quotation', () => {
    check('“he first boats<|>')
    check('`“the first boats<|>`')
    check('the first boats<|>')
    check('He said “no”, the first boats<|>')
    check('He said “the first boats <|> sail in May”')
    check('He said "the first boats <|> sail" and "no"')
  })
  it('an open straight mark is no partner of later ones', () =>
    assert.equal(offered('He said "the first boats will sa<|> and "no"').length, 3))
  it('comes up by itself for three words, or where a source is cited', () => {
    assert.equal(offered('She said “the first <|>', ' ').length, 0)
    assert.equal(offered('She said “the first <|>” [^older]', ' ').length, 4)
    assert.equal(offered('She said “the first boats <|>', ' ').length, 4)
    assert.deepEqual(offered('It is very <|>', ' '), [])
  })
  it('shows the sentence around, and the source', () => {
    let { workspace, path, offset } = world(`=== /a.note.md\n“will sail in<|>\n${sources}`)
    let list = done(completionFor(workspace, path, offset, { labelDetails: true, insertReplace: true }))
    let { documentation } = completionResolve(workspace, list!.items[0], {
      ...plaintext,
      strong: words => `<${words}>`
    })
    assert.match(
      (documentation as { value: string }).value,
      /<A date for the ferry>[\s\S]*In her words, the first boats <will sail in May>\./
    )
  })
})
