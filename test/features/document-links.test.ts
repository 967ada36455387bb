import assert from 'node:assert'
import { toOffset } from '../../server/features/convert'
import { documentLink } from '../../server/features/document-links'
import { world } from './support'

/** The links of the open file are the spans marked with carets, each with its target. */
function checkLinks(source: string, roots = ['/w']) {
  let { workspace, files, path, text } = world(source)
  workspace.roots = roots
  let at = (place: { line: number; character: number }) => toOffset(text(path), workspace.lines(path), place)
  let found = (documentLink(workspace, path) ?? []).map(
    ({ range, target }) => `${at(range.start)}–${at(range.end)} ${target}`
  )
  let marked = files.find(file => file.path === path)!.marks
  assert.deepEqual(
    found,
    marked.map(({ from, to, words }) => `${from}–${to} ${words}`)
  )
}

describe('document links', () => {
  it('lead to statements, headings and files', () =>
    checkLinks(`
=== /w/a.note.md
<|>
See [it](sub/b.note.md#kj1), [that](#here), [all](sub/b.note.md), [a picture](x.png).
         ^^^^^^^^^^^^^^^^^ file:///w/sub/b.note.md#L3
                                    ^^^^^ file:///w/a.note.md#L4
                                                  ^^^^^^^^^^^^^ file:///w/sub/b.note.md
                                                                              ^^^^^ file:///w/x.png

# Here
=== /w/sub/b.note.md
Text.

Gap: x {#kj1}
`))
  it('do not lead to what is not there, or out of the workspace', () =>
    checkLinks(
      '=== /w/a.note.md\n<|>[a](b.note.md#gone) [b](none.note.md) [c](../../etc/passwd) [d](/etc/passwd) [e](#nothing) [f](//share.example/x)\n=== /w/b.note.md\n\n'
    ))
  it('lead where labels are defined to lead, and from the definitions', () =>
    checkLinks(`
=== /w/a.note.md
<|>
See [it][here], [the web], [x][run], [none][gone].
         ^^^^ file:///w/b.note.md#L2
                 ^^^^^^^ https://strait.example/

[here]: <b.note.md#kj1>
         ^^^^^^^^^^^^^ file:///w/b.note.md#L2
[the web]: https://strait.example/ "t"
           ^^^^^^^^^^^^^^^^^^^^^^^ https://strait.example/
[run]: command:workbench.action.quit
=== /w/b.note.md

Gap: x {#kj1}
`))
  it('lead to the web and to mail, and run nothing', () =>
    checkLinks(`
=== /w/a.note.md
<|>
[a](https://strait.example/a?b=1#c) [b](mailto:desk@strait.example)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ https://strait.example/a?b=1#c
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ mailto:desk@strait.example
[c](command:workbench.action.quit) [d](javascript:alert(1)) [e](file:///etc/passwd) [f](vscode://x/y) [g](https://strait.example@evil.example/)
`))
  it('lead from fields with an address, and to the captured original', () =>
    checkLinks(`
=== /w/s/x.source.md
<|>---
title: https://not.example/a
URL: https://strait.example/x
     ^^^^^^^^^^^^^^^^^^^^^^^^ https://strait.example/x
original: ../originals/x.pdf
          ^^^^^^^^^^^^^^^^^^ file:///w/originals/x.pdf
---
See https://hostile.example/ and [this](https://hostile.example/) and [that](x.source.md).
`))
  it('do not lead from fields that would run something or leave the folder', () =>
    checkLinks(
      '=== /w/x.source.md\n<|>---\nURL: command:workbench.action.quit\noriginal: ../../etc/passwd\n---\n=== /w/actors.yaml\na: {website: "javascript:alert(1)"}\n'
    ))
  it('lead from an actor’s website', () =>
    checkLinks(
      '=== /w/actors.yaml\n<|>a:\n  website: https://a.example/\n           ^^^^^^^^^^^^^^^^^^ https://a.example/\n'
    ))
})
