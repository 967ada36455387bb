import { passageOf } from '../fixes/passage'
import { short } from '../fixes/run'
import { foldedAt, passes, type Variant, type Verdict, variants } from '../verify'
import type { Workspace } from '../workspace'
import type { Rule } from './rule'

/** A quotation that its source holds, where another source has a fuller or different version of the same words. */
export let rule: Rule = {
  id: 'quote-source-differs',
  severity: { draft: 'information', final: 'information' },
  standard: 'ICD 206',
  *note({ note, verdicts, workspace, path }) {
    // For the next keystroke; of thousands of notes that are checked once nobody asks again.
    let known = workspace.texts.has(path) ? workspace.known('sources', knownVariants) : undefined
    for (let [index, { from, to, kind, citations }] of note.quotations.entries()) {
      let verdict = verdicts[index]
      if (!verdict || !passes(verdict) || kind === 'relied') continue
      // Whoever is cited beside the first is known to the reader.
      let cited = citations.map(own => note.citations[own].key)
      let found = known?.get(verdict)
      if (!found) {
        found = yield* pausing(variantsOf(workspace, verdict))
        known?.set(verdict, found)
      }
      let [first] = found.filter(({ passage }) => !cited.includes(passage.source))
      if (!first) continue
      let isFuller = first.differences.every(({ kind }) => kind !== 'written')
      let words = passageOf(workspace, first.passage)
      yield {
        from,
        to,
        message: `${first.passage.source} has ${isFuller ? 'a fuller' : 'another'} version of these words: “${short(wordsOf(workspace, first), 160)}”.`,
        related: [passageOf(workspace, verdict.passages[0]), words]
      }
    }
  }
}

let knownVariants = () => new WeakMap<Verdict, Variant[]>()

function variantsOf(workspace: Workspace, { passages: [passage] }: Verdict) {
  let own = workspace.captured(passage.source)!
  let folded = own.folded()
  return variants(workspace, own, { from: foldedAt(folded, passage.from), to: foldedAt(folded, passage.to) })
}

function wordsOf(workspace: Workspace, { passage }: Variant): string {
  return workspace.captured(passage.source)!.slice(passage.from, passage.to)
}

// A pause is passed on as one: a rule that yields nothing lets the check rest.
function* pausing<T>(work: Generator<void, T>): Generator<undefined, T> {
  for (;;) {
    let step = work.next()
    if (step.done) return step.value
    yield undefined
  }
}
