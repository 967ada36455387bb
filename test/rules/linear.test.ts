import assert from 'node:assert'
import { checkFile, type Level, parseNote, rules, Workspace } from '../../server/core'

// Whether the rules are linear is counted, not timed: each read of one of the note's lists is a step.

/** Notes of about n repetitions of something a rule looks at. */
let shapes: { [name: string]: (n: number) => string } = {
  'suppressions of blocks': n => '<!-- provenote-ignore unsourced-figure -- x -->\nIt cost 40 crowns.\n\n'.repeat(n),
  'suppressions of the file': n =>
    `${'<!-- provenote-ignore-file unsourced-figure -- x -->\n\n'.repeat(n)}${'It cost 40 crowns.\n\n'.repeat(n)}`,
  'suppressions in items in one another': n =>
    Array.from({ length: n }, (_, i) => {
      let indent = ' '.repeat((i % 20) * 2)
      return `${indent}<!-- provenote-ignore unsourced-figure -- x -->\n${indent}- It cost 40.\n`
    }).join(''),
  'unknown mentions': n => '@no '.repeat(n),
  'mentions inside quotations': n => '“one @no three” '.repeat(n),
  'known mentions': n => '@b sold it. '.repeat(n),
  'quotations in one sentence': n => '“one two three” '.repeat(n),
  'quotations in sentences': n => 'It is “one two three”. '.repeat(n),
  'quotations before touching citations': n => `${'“one two three” '.repeat(n)}${'[^s]'.repeat(n)}`,
  'verified quotations': n => 'It is “bravo charlie delta” [^s]. '.repeat(n),
  'invented quotations': n => 'It is “xxone xxtwo xxthree” [^s]. '.repeat(n),
  'altered quotations': n => 'It is “bravo charlie nope delta” [^s]. '.repeat(n),
  'block quotes': n => '> one two three [^s]\n\n'.repeat(n),
  'a block quote of many paragraphs': n => `${'> one two three\n>\n'.repeat(n)}> four [^s]\n`,
  judgements: n => 'Judgement: it is so.\n\n'.repeat(n),
  'judgements with items': n => 'Judgement: it is so.\n- For: x [^s]\n- Against: y\n\n'.repeat(n),
  'one judgement with many items': n => `Judgement: it is so.\n${'- For: x\n'.repeat(n)}`,
  facts: n => 'Fact: it is so in 2030.\n\n'.repeat(n),
  'statements with one id': n => 'Gap: x. {#a}\n\n'.repeat(n),
  'unknown citations': n => 'It is so [^nope, @no]. '.repeat(n),
  'marks without a partner': n => '“ '.repeat(n),
  'cells of one row': n => `|${'“one two three”|'.repeat(n)}\n|${'-|'.repeat(n)}\n`,
  'rows of cells': n => `| a |\n|---|\n${'| “one two three” |\n'.repeat(n)}`,
  figures: n => 'It cost 40 crowns. '.repeat(n),
  attributions: n => 'She said so. '.repeat(n),
  links: n => '[x](#y) '.repeat(n)
}

let source = '---\ntitle: S\n---\nAlpha bravo charlie delta echo.\n'

function steps(text: string): number {
  let workspace = new Workspace()
  workspace.set('/actors.yaml', 'b: {schema: Person, name: B}\n')
  workspace.set('/s.source.md', source)
  workspace.set('/x.note.md', text)
  let count = 0
  let note = parseNote(text)
  for (let [name, value] of Object.entries(note)) {
    if (!Array.isArray(value)) continue
    let counted = new Proxy(value, {
      get(target, key, receiver) {
        count++
        return Reflect.get(target, key, receiver)
      }
    })
    Object.assign(note, { [name]: counted })
  }
  workspace.parse = () => note
  // Also the rules that are off unless a profile or somebody asks for them.
  let levels = Object.fromEntries(rules.map(({ id }): [string, Level] => [id, 'warning']))
  let check = checkFile(workspace, '/x.note.md', text, { rules: levels })
  while (!check.next().done);
  return count
}

describe('a check takes as many steps as the note is long', () => {
  for (let [name, make] of Object.entries(shapes))
    it(`of ${name}`, () => {
      let [few, many] = [steps(make(80)), steps(make(320))]
      assert.ok(many < few * 6, `${few} steps for 80, ${many} for 320`)
    })
})
