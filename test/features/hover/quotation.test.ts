import { checkHover, wire } from './check'

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
