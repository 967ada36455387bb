import assert from 'node:assert'
import { applyEdits, type CheckOptions, type Edit, type Finding, fixAll } from '../../server/core'
import { applyFix, checkAll, type Texts } from './pages'

// A fix that only begins: the finding goes when what it asks for has been written.
let begins = new Set([
  'unsupported-judgement',
  'unexplained-confidence',
  'forecast-without-horizon',
  'assumption-without-if-wrong',
  'no-alternative',
  'one-sided-evidence'
])
// What is asked once a sentence is labelled, and once a source is there, but its text is not.
let asksNext: { [rule: string]: string[] } = {
  'judgement-as-fact': ['missing-likelihood', 'forecast-without-horizon'],
  'misspelt-name': ['unlinked-mention'],
  'unlinked-mention': ['unsourced-statement'],
  'ambiguous-name': ['unsourced-statement'],
  'unsourced-statement': ['unsupported-judgement', 'missing-likelihood'],
  'unknown-actor': ['near-duplicate-actor'],
  'unknown-source': ['quote-unchecked', 'source-incomplete']
}

/** Every fix of every finding removes that finding and adds none but those that ask what comes next. */
export function checkFixes(texts: Texts, asked: CheckOptions) {
  let before = checkAll(texts, asked)
  let known = counted([...before.findings, ...before.suppressed], texts)
  for (let finding of before.findings) {
    for (let fix of finding.fixes()) {
      let changed = applyFix(texts, fix)
      let left = counted(checkAll(changed, asked).findings, changed)
      let own = nameOf(finding, texts)
      let allowed = asksNext[finding.rule] ?? []
      for (let [name, count] of left) {
        if (name === own || allowed.some(rule => name.startsWith(rule))) continue
        assert.ok(count <= (known.get(name) ?? 0), `“${fix.title}” adds ${name}`)
      }
      if (!begins.has(finding.rule))
        assert.ok((left.get(own) ?? 0) < (known.get(own) ?? 0), `“${fix.title}” leaves ${own}`)
    }
  }
}

/** File by file and again, until nothing is left that may be fixed unseen, as the command line does it: the same holds. */
export function checkAllFixes(given: Texts, asked: CheckOptions) {
  let texts = new Map(given)
  let before = checkAll(texts, asked)
  let known = counted([...before.findings, ...before.suppressed], texts)
  let { findings } = before
  for (let round = 0; ; round++) {
    let edits = [...texts.keys()].map((path): [string, Edit[]] => [path, fixAll(path, findings)])
    if (edits.every(([, own]) => own.length === 0)) break
    assert.ok(round < 5, 'fixes follow one another without end')
    for (let [path, own] of edits) texts.set(path, applyEdits(texts.get(path)!, own))
    findings = checkAll(texts, asked).findings
  }
  let allowed = before.findings.flatMap(({ rule }) => asksNext[rule] ?? [])
  for (let [name, count] of counted(findings, texts))
    if (!allowed.some(rule => name.startsWith(rule)))
      assert.ok(count <= (known.get(name) ?? 0), `all fixes together add ${name}`)
}

function counted(findings: Finding[], texts: Texts): Map<string, number> {
  let counts = new Map<string, number>()
  for (let finding of findings) {
    let name = nameOf(finding, texts)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return counts
}

let nameOf = ({ rule, path, from, to }: Finding, texts: Texts) =>
  `${rule} ${path} “${texts.get(path)!.slice(from, to)}”`
