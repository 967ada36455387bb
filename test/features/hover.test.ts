import assert from 'node:assert'
import type { MarkupContent } from 'vscode-languageserver-types'
import { toOffset } from '../../server/features/convert'
import { hover } from '../../server/features/hover'
import { markdown, plaintext } from '../../server/features/words/format'
import { done, people, world } from './support'

/** The card over the cursor, as Markdown: first the words it is for, then what it says. Empty when there is none. */
function checkHover(source: string, expected: string, format = markdown) {
  let { workspace, path, offset, text } = world(source)
  let found = done(hover(workspace, path, offset, format))
  if (!found) return assert.equal('', expected)
  let at = (place: { line: number; character: number }) => toOffset(text(path), workspace.lines(path), place)
  let words = text(path).slice(at(found.range!.start), at(found.range!.end))
  let { kind, value } = found.contents as MarkupContent
  assert.equal(kind, format.kind)
  assert.equal(`${words}\n${value}`, expected.replace(/^\n|\n$/g, ''))
}

let wire = `
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

describe('the card of an actor', () => {
  it('says who it is at the note’s cut-off date, and where it is named', () =>
    checkHover(
      `---\nas-of: 2031-03-14\n---\n@me<|>hra\n${people}${wire}`,
      `
@mehra
**Dalia Mehra** · Person  
Minister of Transport, Republic of Arven (since 1 June 2029)

Speaks for the island in the talks.

Also D. Mehra

---

**In their own words**

> “**The first boats will sail in May**,” Dalia Mehra said on the pier.  
> — Ilse Bransome, “Ferry talks end in agreement”, Strait Wire, 12 March 2031 · quoted there, as inferred from the words around
`
    ))
  it('at the note’s own date, when it has no cut-off', () =>
    checkHover(
      `---\ndate: 2025-01-01\n---\n@mehra<|>\n${people}`,
      `
@mehra
**Dalia Mehra** · Person  
Harbour Master (since 2021)

Speaks for the island in the talks.

Also D. Mehra
`
    ))
  it('with every position and its dates, when the note has none', () =>
    checkHover(
      `@mehra<|>\n${people}`,
      `
@mehra
**Dalia Mehra** · Person  
Minister of Transport, Republic of Arven (since 1 June 2029)  
Harbour Master (2021 to May 2029)

Speaks for the island in the talks.

Also D. Mehra
`
    ))
  it('and says so when none was held then', () =>
    checkHover(
      `---\nas-of: 2019-05\n---\n@mehra<|>\n${people}`,
      `
@mehra
**Dalia Mehra** · Person  
*No position on record at May 2019*

Speaks for the island in the talks.

Also D. Mehra
`
    ))
  it('with former names, country and memberships', () => {
    checkHover(
      `@dock-union<|>\n${people}`,
      '@dock-union\n**Dock Workers’ Union** · Organization\n\nCountry: Republic of Arven'
    )
    checkHover(
      `@tolen<|>\n${people}`,
      '@tolen\n**Brannoc Tolén** · Person\n\nMember of Dock Workers’ Union (since 2003)'
    )
    checkHover(
      `@arven<|>\n${people}`,
      '@arven\n**Republic of Arven** · Country\n\nAlso Arven, the island · Formerly Kingdom of Arven'
    )
  })
  it('as the speaker of a citation', () =>
    checkHover(
      `x [^wire, @to<|>len]\n${people}${wire}`,
      `
@tolen
**Brannoc Tolén** · Person

Member of Dock Workers’ Union (since 2003)

---

**Named in the sources**

> **Brannoc Tolén** called the date a promise to nobody.  
> — Ilse Bransome, “Ferry talks end in agreement”, Strait Wire, 12 March 2031
`
    ))
  it('with what they say in a source before where they are named', () =>
    checkHover(
      `@tolen<|>
${people}${wire}
=== /sources/old.source.md
---
title: Hearing
issued: 2030
speakers: {Mr Tolén: tolen, The Chair: chair}
---
The Chair: Good morning, Mr Tolén: sit down.

Mr Tolén: Morning.

The Chair: What do you catch?

Mr Tolén: Ropes, for twenty-two years. They do not catch themselves.
`,
      `
@tolen
**Brannoc Tolén** · Person

Member of Dock Workers’ Union (since 2003)

---

**In their own words**

> Ropes, for twenty-two years. They do not catch themselves.  
> — “Hearing”, 2030

---

**Named in the sources**

> **Brannoc Tolén** called the date a promise to nobody.  
> — Ilse Bransome, “Ferry talks end in agreement”, Strait Wire, 12 March 2031
`
    ))
  it('is none for an unknown key', () => checkHover(`@nobo<|>dy\n${people}`, ''))
  it('as plain text for a client without Markdown', () =>
    checkHover(
      `@to<|>len\n${people}${wire}`,
      `
@tolen
Brannoc Tolén · Person

Member of Dock Workers’ Union (since 2003)

Named in the sources

  Brannoc Tolén called the date a promise to nobody.
  — Ilse Bransome, “Ferry talks end in agreement”, Strait Wire, 12 March 2031
`,
      plaintext
    ))
})

describe('the card of a citation', () => {
  let card = `
**Ferry talks end in agreement**  
Ilse Bransome · Strait Wire, 12 March 2031 · reporting · reliability B (usually reliable)

---
`
  let end = '\n---\n\n*Names its sources.*\n'
  it('shows the passage in its sentence, its page and the verdict', () =>
    checkHover(
      `She said “the first boats will sail in May” [^wi<|>re].\n${wire}`,
      `[^wire]${card}
✓ The source holds these words; only typography differs: a capital letter.

> *SENMERE – The talks have ended.* “**The first boats will sail in May**,” Dalia Mehra said on the pier. *The union was not amused.*  
> — p. 1
${end}`
    ))
  it('shows each quotation that rests on it', () =>
    checkHover(
      `A “promise to nobody” and “not amused” [^wire, "The talks have ended"<|>].\n${wire}`.replace(
        'ended"<|>]',
        'ended"]<|>'
      ),
      `[^wire, "The talks have ended"]${card}
✓ The source holds these words, character by character.

> *The union was not amused.* Brannoc Tolén called the date a **promise to nobody**.  
> — p. 2

---

✓ The source holds these words, character by character.

> *“The first boats will sail in May,” Dalia Mehra said on the pier.* The union was **not amused**. *Brannoc Tolén called the date a promise to nobody.*  
> — p. 1

---

✓ The source holds these words, character by character.

> SENMERE – **The talks have ended**. *“The first boats will sail in May,” Dalia Mehra said on the pier.*  
> — p. 1
${end}`
    ))
  it('shows how the text begins when no words are given', () =>
    checkHover(
      `It is over [^wire<|>].\n${wire}`,
      `[^wire]${card}
*How the text begins*

> SENMERE – The talks have ended. “The first boats will sail in May,” Dalia Mehra said on the pier. The union was not amused.
${end}`
    ))
  it('shows the page that it names', () =>
    checkHover(
      `It is over [^wire, p. 2<|>].\n${wire}`,
      `[^wire, p. 2]${card}
*From page 2*

> Brannoc Tolén called the date a promise to nobody.
${end}`
    ))
  it('says when there is nothing to compare with', () =>
    checkHover(
      `He said “never in my life” [^old<|>].\n=== /sources.yaml\nold: {title: A letter}\n`,
      `
[^old]
**A letter**

---

“never in my life”  
? Not compared: there is no captured text to compare with.
`
    ))
  it('says so without a quotation, too', () =>
    checkHover(
      `He wrote [^old<|>].\n=== /sources.yaml\nold: {title: A letter}\n`,
      '[^old]\n**A letter**\n\n---\n\nNo captured text: words quoted from it cannot be compared.'
    ))
  it('shows words that differ', () =>
    checkHover(
      `He said “the first boats might sail in May” [^wire<|>].\n${wire}`,
      `[^wire]${card}
✗ The source says it differently: the first boats ~~might~~ **will** sail in May

> *SENMERE – The talks have ended.* “**The first boats will sail in May**,” Dalia Mehra said on the pier. *The union was not amused.*  
> — p. 1
${end}`
    ))
  it('names the source that does hold the words', () =>
    checkHover(
      `He said “ropes are ropes to me” [^wire<|>].\n${wire}\n=== /b.source.md\n---\ntitle: A rope\n---\n“Ropes are ropes to me,” he said.\n`,
      `[^wire]${card}
✗ The cited source does not hold these words. They stand in: “A rope”

> “**Ropes are ropes to me**,” he said.
${end}`
    ))
  it('is none for an unknown source', () => checkHover('x [^nothing<|>].\n', ''))
  it('with who speaks, and whether that is inferred', () => {
    let hearing = `
=== /h.source.md
---
title: Hearing
speakers: {Mr Tolén: tolen}
---
Mr Tolén: I catch ropes.

They do not catch themselves.
`
    let expect = (words: string, shown: string, who: string) =>
      checkHover(
        `He said “${words}” [^h<|>].\n${people}${hearing}`,
        `[^h]\n**Hearing**\n\n---\n\n✓ The source holds these words, character by character.\n\n> ${shown}  \n> — ${who}`
      )
    expect('I catch ropes', 'Mr Tolén: **I catch ropes**. *They do not catch themselves.*', 'Brannoc Tolén speaks')
    expect(
      'do not catch themselves',
      '*Mr Tolén: I catch ropes.* They **do not catch themselves**.',
      'Brannoc Tolén speaks, as inferred from the turn before'
    )
  })
})

describe('the card of a quotation', () => {
  it('shows the passage, the verdict and the source', () =>
    checkHover(
      `She said “the first bo<|>ats will sail in May” [^wire].\n${wire}`,
      `
“the first boats will sail in May”
**Ferry talks end in agreement**  
Ilse Bransome · Strait Wire, 12 March 2031 · reporting · reliability B (usually reliable)

---

✓ The source holds these words; only typography differs: a capital letter.

> *SENMERE – The talks have ended.* “**The first boats will sail in May**,” Dalia Mehra said on the pier. *The union was not amused.*  
> — p. 1
`
    ))
  it('passes over where lines break', () => {
    let check = (words: string, verdict: string) =>
      checkHover(
        `He said “${words}” [^a].\n=== /a.source.md\nI catch\nthe “wet” ropes.\n`.replace('“', '“<|>'),
        `“${words}”\n**a**\n\n---\n\n✓ The source holds these words; ${verdict}.\n\n> **I catch the “wet” ropes**.`
      )
    check('I catch the “wet” ropes', 'only its lines break elsewhere')
    check('I catch the "wet"\nropes', 'only typography differs: quotation marks')
  })
  it('shows the whole sentence around one word', () =>
    checkHover(
      `He calls it “imp<|>erative” [^a].\n=== /a.source.md\nThe quay is old. Recognition is ‘imperative’ for any deal, Tolén said this week. It rained.\n`,
      `
“imperative”
**a**

---

✓ The source holds these words, character by character.

> *The quay is old.* Recognition is ‘**imperative**’ for any deal, Tolén said this week. *It rained.*
`
    ))
  it('says plainly what a bracket replaced', () =>
    checkHover(
      `He said “<|>The [June] boats […] sail [from the pier]” [^a].\n=== /a.source.md\nThe May boats of the guild sail at dawn.\n`,
      `
“The [June] boats […] sail [from the pier]”
**a**

---

✓ The source holds these words, with your marks allowed for: \\[June\\] puts another figure or date in place of “May”; \\[…\\] leaves out “of the guild”.

> **The May boats of the guild sail** at dawn.
`
    ))
  it('says what is not the speaker’s between words that are', () =>
    checkHover(
      `He said “<|>we sail and they stay” [^a].\n=== /a.source.md\n“We sail,” Tolén said, “and they stay.”\n`,
      `
“we sail and they stay”
**a**

---

✓ The source holds these words; what stands between them is not the speaker’s: who says it, or what the page sets there.

> “**We sail,” Tolén said, “and they stay**.”
`
    ))
  it('is none for a quotation that cites nothing', () => checkHover('She said “the first bo<|>ats will sail”.\n', ''))
  it('is none for running text', () => checkHover('She sa<|>id so.\n', ''))
})

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

describe('the card of a word of the language', () => {
  it('says what a label means, and what the statement rests on', () => {
    checkHover(
      '# Key judgements\n\nJudge<|>ment: It sails [^w].\n',
      'Judgement\n**Key judgement**: a conclusion from information and assumptions\n\n*1 source*'
    )
    checkHover('Gap: x\n- Fo<|>r: y\n', 'For\n**For**: evidence for the statement')
  })
  it('says where a likelihood term stands on its scale', () =>
    checkHover(
      '---\nprofile: icd203\n---\nJudgement: It is very li<|>kely to sail.\n',
      `
very likely
almost no chance 01-05% · very unlikely 05-20% · unlikely 20-45% · roughly even chance 45-55% · likely 55-80% · **very likely 80-95%** · almost certain 95-99%

*ICD 203, D.6\\.e(2)(a)*
`
    ))
  it('says what an attribute is', () => {
    checkHover('It sails. {b<|>y=2031}\n', 'by=2031\n**by**: the horizon, an ISO date')
    checkHover(
      'It sails. {outcome=par<|>tial}\n',
      'outcome=partial\n**outcome**: what became of it (part of it came about)'
    )
  })
  it('says what a field is, and a value of a choice', () => {
    checkHover('---\nas-<|>of: 2031\n---\n', 'as-of\n**as-of**: The information cut-off date.')
    checkHover('---\ntlp: TLP:GR<|>EEN\n---\n', 'TLP:GREEN\n**TLP\\:GREEN**: For the community.')
    checkHover(
      '=== /actors.yaml\na:\n  positions:\n    - {title: x, fr<|>om: 2031}\n',
      'from\n**from**: First day, month or year.'
    )
    checkHover(
      '=== /provenote.yaml\nsources:\n  max<|>Age: 3\n',
      'maxAge\n**maxAge**: Sources older than this at a note’s cut-off date (`as-of`), in days, are reported as stale. 0: none is.'
    )
    checkHover('=== /actors.yaml\na:\n  name: na<|>me\n', '')
  })
  it('says who a field of a record names', () =>
    checkHover(
      `=== /x.actors.yaml\nx:\n  memberships:\n    - of: dock-un<|>ion\n${people}`,
      'dock-union\n**Dock Workers’ Union** · Organization\n\nCountry: Republic of Arven'
    ))
})

describe('the card of a name that is not linked', () => {
  it('says whose it is', () =>
    checkHover(
      `The Dock Wor<|>kers’ Union said no.\n${people}`,
      'Dock Workers’ Union\n**Dock Workers’ Union** · Organization\n\nCountry: Republic of Arven'
    ))
  it('says all who bear it', () =>
    checkHover(
      'Then Sam Or<|>lin left.\n=== /actors.yaml\na: {schema: Person, name: Sam Orlin}\nb: {schema: Place, name: Sam Orlin}\n',
      'Sam Orlin\n**Sam Orlin** · Person  \n*\\@a*\n\n**Sam Orlin** · Place  \n*\\@b*'
    ))
  it('is none in code', () => checkHover(`The \`Dock Wor<|>kers’ Union\`.\n${people}`, ''))
})

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
