import assert from 'node:assert'
import type { MarkupContent } from 'vscode-languageserver-types'
import { toOffset } from '../../../server/features/convert'
import { hover } from '../../../server/features/hover'
import { markdown } from '../../../server/features/words/format'
import { done, world } from '../support'

/** The card over the cursor, as Markdown: first the words it is for, then what it says. Empty when there is none. */
export function checkHover(source: string, expected: string, format = markdown) {
  let { workspace, path, offset, text } = world(source)
  let found = done(hover(workspace, path, offset, format))
  if (!found) return assert.equal('', expected)
  let at = (place: { line: number; character: number }) => toOffset(text(path), workspace.lines(path), place)
  let words = text(path).slice(at(found.range!.start), at(found.range!.end))
  let { kind, value } = found.contents as MarkupContent
  assert.equal(kind, format.kind)
  assert.equal(`${words}\n${value}`, expected.replace(/^\n|\n$/g, ''))
}

export let wire = `
=== /sources/wire.source.md
---
title: Ferry talks end in agreement
author: Ilse Bransome
container-title: Strait Wire
issued: 2031-03-12
kind: reporting
reliability: B
reliability-note: Names its sources.
---
Ferry talks end in agreement

<!-- p. 1 -->

SENMERE – The talks have ended. “The first boats will sail in May,” Dalia Mehra said on the pier. The union was not amused.

<!-- p. 2 -->

Brannoc Tolén called the date a promise to nobody.
`
