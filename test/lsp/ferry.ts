/** A note, its actors and its source: nothing in it is wrong. */
export let ferry = `
=== /brief.note.md
---
as-of: 2031-03-14
---
Gap: Whether @mehra meant that “the first boats will sail in May” [^wire].
=== /actors.yaml
mehra:
  schema: Person
  name: Dalia Mehra
  positions:
    - {title: Minister of Transport, from: 2029-06-01}
=== /sources/wire.source.md
---
title: Ferry talks end in agreement
author: Ilse Bransome
container-title: Strait Wire
issued: 2031-03-12
URL: https://strait.example/wire
accessed: 2031-03-13
---
The minister was brief. Dalia Mehra said the first boats will sail in May.
`
export let brief = '/brief.note.md'
