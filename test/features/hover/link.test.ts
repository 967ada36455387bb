import { people } from '../support'
import { checkHover, wire } from './check'

describe('the card of a link', () => {
  let brief = `
=== /b.note.md
---
title: The brief
---
# Key judgements

Judgement: @mehra is [likely](https://strait.example) to sign <b>it</b> [^wire]. {#kj1}
- Against: the union [^wire].
${people}${wire}`
  it('says the statement it leads to, and what that rests on', () =>
    checkHover(
      `See [the j<|>udgement](b.note.md#kj1).${brief}`,
      `
[the judgement](b.note.md#kj1)
**Judgement** · The brief

Dalia Mehra is likely to sign \\<b\\>it\\</b\\>.

*1 source, 1 against*
`
    ))
  it('says the heading, or the note', () => {
    checkHover(
      `See [a](b.note.md#key-jud<|>gements).${brief}`,
      '[a](b.note.md#key-judgements)\n**Key judgements** · The brief'
    )
    checkHover(`See [a](b.n<|>ote.md).${brief}`, '[a](b.note.md)\n**The brief**')
  })
  it('is none where nothing is there, or outside', () => {
    checkHover(`See [a](b.note.md#go<|>ne).${brief}`, '')
    checkHover(`See [a](gone.n<|>ote.md).${brief}`, '')
    checkHover(`See [a](https://strait.ex<|>ample).${brief}`, '')
  })
})
