import assert from 'node:assert'
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types'
import { documentSymbol } from '../../server/features/document-symbols'
import { world } from './support'

let kindName = (kind: SymbolKind) => Object.entries(SymbolKind).find(([, value]) => value === kind)![0]

/** The outline as lines, indented by depth: kind, name and detail. Every entry lies within its parent and around what it shows. */
function checkSymbols(source: string, expected: string) {
  let { workspace, path } = world(source)
  let lines: string[] = []
  let add = (symbols: DocumentSymbol[], indent: string) => {
    for (let { kind, name, detail, range, selectionRange, children = [] } of symbols) {
      lines.push(`${indent}${kindName(kind)} ${name}${detail ? ` ${detail}` : ''}`)
      for (let inner of [selectionRange, ...children.map(child => child.range)])
        assert.ok(before(range.start, inner.start) && before(inner.end, range.end), name)
      add(children, `${indent}  `)
    }
  }
  add((documentSymbol(workspace, path, true) as DocumentSymbol[]) ?? [], '')
  assert.equal(lines.join('\n'), expected.replace(/^\n|\n$/g, ''))
  let flat = (documentSymbol(workspace, path, false) as SymbolInformation[]) ?? []
  assert.equal(flat.length, lines.length)
}

let before = (a: { line: number; character: number }, b: { line: number; character: number }) =>
  a.line < b.line || (a.line === b.line && a.character <= b.character)

describe('document symbols', () => {
  it('of a note are headings, statements and what stands under them', () =>
    checkSymbols(
      `---
title: x
---
<|>Gap: Before all.

# Key judgements

Judgement: @arven is likely to
reopen. {#kj1 by=2031-06-30}
- For: @mehra told [the paper](@ledger) so [^wire].
- Against: [^union] does not.
  - If wrong: a long year.

Text.

## Below

Fact: It rained [^wire].

# After

> # Not one
`,
      `
Null Gap: Before all.
String Key judgements
  Class Judgement: @arven is likely to reopen. #kj1
    EnumMember For: @mehra told the paper so.
    Operator Against: does not.
    Boolean If wrong: a long year.
  String Below
    Constant Fact: It rained.
String After
`
    ))
  it('are told in plain words, whatever is written', () =>
    checkSymbols('<|># Tur\u202en <!-- x --> it\n\nGap: <img src=x>\n', `String Turn it\n  Null Gap: <img src=x>`))
  it('have a name where there are no words', () => checkSymbols('<|>#\n\nGap:\n', 'String …\n  Null Gap:'))
  it('of a list are its records', () =>
    checkSymbols(
      '=== /actors.yaml\n<|>mehra: {schema: Person, name: Dalia Mehra}\nunion: {}\narven: {schema: Country, name: Arven}\n',
      'Object Dalia Mehra @mehra\nModule union @union\nNamespace Arven @arven'
    ))
  it('of a source are it and its pages', () =>
    checkSymbols(
      '=== /w.source.md\n<|>---\ntitle: Talks end\n---\n<!-- p. 1 -->\nOne\n\n# No heading\n<!-- p. 2 -->\nTwo\n',
      'File Talks end ^w\n  Number p. 1\n  Number p. 2'
    ))
  it('of a dossier are the actor and the text about it', () =>
    checkSymbols('=== /m.actor.md\n<|>---\nname: Mehra\n---\n# Life\n\nText.\n', 'Module Mehra @m\nString Life'))
})
