import assert from 'node:assert'
import { citedPassage } from '../../server/features/cited-passage'
import { copiedPassage } from '../../server/features/copied-passage'
import { done, world } from './support'

let sources = `
=== /wire.source.md
---
title: Ferry talks
author: Ilse Bransome
container-title: Strait Wire
issued: 2031-03-12
URL: https://wire.example/1
---
<!-- p. 4 -->

The talks have
ended. “The first boats [will](https://x.example) sail in May,” Mehra said. Nobody cheered.
=== /paper.source.md
---
title: A paper
---
Some say the talks have ended.
=== /sources.yaml
old: {title: A letter}
`

/** What is put on the clipboard; empty when there is nothing. */
function check(note: string, expected: string, source?: string) {
  let { workspace, path, offset } = world(note + sources)
  assert.equal(done(copiedPassage(workspace, path, offset, source))?.text ?? '', expected)
}

describe('copying the cited passage', () => {
  let wire = '\n— Ilse Bransome, “Ferry talks”, Strait Wire, 12 March 2031, p. 4, https://wire.example/1\n'
  it('gives the sentence that holds the words, and where it is from', () => {
    let sentence = '“The first boats [will](https://x.example) sail in May,” Mehra said.'
    check('“first boats<|> will” [^wire].', sentence + wire)
    check('“first boats will” [^wi<|>re].', sentence + wire)
    check('It is so [^wire, "first boats<|> will"].', sentence + wire)
  })
  it('gives that of the source that is meant', () => {
    check('<|>“talks have ended” [^wire][^paper].', `The talks have ended.${wire}`)
    check('<|>“talks have ended” [^wire][^paper].', 'Some say the talks have ended.\n— “A paper”\n', 'paper')
  })
  it('gives the source’s words where the note’s differ', () =>
    check('“Nobody has <|>cheered” [^wire].', `Nobody cheered.${wire}`))
  it('gives nothing without a passage', () => {
    check('“first boats<|>” [^old].', '')
    check('It is so [^wire<|>].', '')
    check('Nothing <|>here.', '')
  })
  it('is the place that going to it leads to, by the quotation’s opening mark', () => {
    let { workspace, path, offset } = world(`So [^paper]<|>“first boats will” [^wire].${sources}`)
    let place = done(citedPassage(workspace, path, offset))
    assert.equal(place?.uri, 'file:///wire.source.md')
  })
})
