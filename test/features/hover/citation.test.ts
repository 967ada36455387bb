import { people } from '../support'
import { checkHover, wire } from './check'

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
