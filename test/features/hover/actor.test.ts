import { plaintext } from '../../../server/features/words/format'
import { people } from '../support'
import { checkHover, wire } from './check'

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
