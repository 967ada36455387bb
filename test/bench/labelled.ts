import search from 'approx-string-match'
import { type Verdict, verdictsOf, Workspace } from '../../server/core'
import { type Case, readCases } from '../labelled/read'
import { type Figure, timed } from './figures'
import { toEnd } from './tasks'

/** One quotation of the labelled set with what is to be said of it, and what is. */
interface Judged {
  expected: string
  ours: string
  /** Whether an annotation tool's tolerant anchor would have found it in a source that it cites. */
  anchored: boolean
}

let verdicts = ['exact', 'folded', 'edited', 'altered', 'elsewhere', 'absent', 'unchecked']
let passing = ['exact', 'folded', 'edited']

/**
 * How often the verdicts on the labelled set are right, beside the tolerant search that annotations are anchored by: approximate matching
 * with Hypothesis' limit, half the quotation's characters wrong and 256 at most. It has two answers only, found or not, so it is
 * compared in passing and not passing.
 */
export async function labelled(runs: number): Promise<{ figures: Figure[]; shown: string }> {
  let cases = readCases()
  let judged: Judged[] = []
  let ours: number[] = []
  let theirs: number[] = []
  // The first run compiles.
  for (let run = 0; run < runs + 1; run++) {
    let worlds = cases.map(worldOf)
    let found: (Verdict | undefined)[][] = []
    let anchored: boolean[][] = []
    ours.push(await timed(() => (found = worlds.map(({ workspace, note }) => toEnd(verdictsOf(workspace, note))))))
    theirs.push(await timed(() => (anchored = worlds.map(isAnchored))))
    judged = cases.flatMap(({ verdicts }, i) =>
      verdicts.flatMap((expected, k) =>
        expected === 'none' ? [] : { expected, ours: found[i][k]?.kind ?? 'none', anchored: anchored[i][k] }
      )
    )
  }
  let figure: Figure = {
    what: `${judged.length} labelled quotations judged, sources folded first`,
    size: 'labelled set',
    unit: 'ms',
    ours: ours.slice(1),
    beside: { what: '`approx-string-match`', values: theirs.slice(1) }
  }
  return { figures: [figure], shown: shown(judged) }
}

type World = ReturnType<typeof worldOf>

function worldOf({ files, note: text }: Case) {
  let workspace = new Workspace()
  for (let { path, text } of files) workspace.set(path, text)
  return { workspace, note: workspace.parse('/brief.note.md', text) }
}

function isAnchored({ workspace, note }: World): boolean[] {
  return note.quotations.map(({ words, citations }) =>
    citations.some(index => {
      let own = workspace.captured(note.citations[index].key)
      if (!own) return false
      let text = own.text().slice(own.source.bodyFrom)
      return text.includes(words) || search(text, words, Math.min(256, words.length / 2)).length > 0
    })
  )
}

function shown(judged: Judged[]): string {
  let rows = verdicts.map(verdict =>
    row(`*${verdict}*`, judged, own => own.expected === verdict, [own => own.ours === verdict])
  )
  let passes = (kind: string) => passing.includes(kind)
  let ours = (own: Judged) => passes(own.ours)
  let theirs = (own: Judged) => own.anchored
  rows.push(row('passes', judged, own => passes(own.expected), [ours, theirs]))
  rows.push(row('does not pass', judged, own => !passes(own.expected), [own => !ours(own), own => !theirs(own)]))
  let head = ['verdict', 'quotations', 'precision', 'recall', 'tolerant search: precision', 'recall']
  return [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

type Test = (own: Judged) => boolean

function row(name: string, judged: Judged[], isRight: Test, tests: Test[]): string[] {
  let right = judged.filter(isRight)
  let shares = tests.flatMap(test => {
    let both = right.filter(test).length
    return [share(both, judged.filter(test).length), share(both, right.length)]
  })
  return [name, `${right.length}`, ...shares, ...(tests.length === 1 ? ['', ''] : [])]
}

let share = (part: number, all: number) => (all === 0 ? '–' : `${((100 * part) / all).toFixed(1)} %`)
