import { checkHover } from './check'

describe('words of sources and records on cards', () => {
  it('are shown as they are, and do nothing', () =>
    checkHover(
      `@evil<|>
=== /actors.yaml
evil:
  name: "<img src=x> **E**"
  alias: ["![x](https://strait.example)"]
  website: https://strait.example
  wikidataId: "Q1"
  summary: "# $(alert) www.strait.example"
=== /a.source.md
---
title: "[t](command:b)"
---
And <img src=x> **E** said <b>so</b>, see https://strait.example.
`,
      String.raw`
@evil
**\<img src\=x\> \*\*E\*\***

\# \$(alert) www\.strait\.example

Also \!\[x\](https\://strait\.example) · Wikidata Q1 · https\://strait\.example

---

**Named in the sources**

> And **\<img src\=x\> \*\*E**\*\* said \<b\>so\</b\>, see https\://strait\.example.  
> — “\[t\](command\:b)”
`
    ))
})
