import { readdirSync, readFileSync } from 'node:fs'
import type { VerdictKind } from '../../server/core'
import { type FixtureFile, fixture } from '../fixture'

/**
 * Quotations with the verdicts that an honest editor would give, one file a trap. A file `*.set.txt` says what it is about, then holds
 * the sources in the notation of `fixture`, then `=== cases`: one note a line, and headings behind `#`.
 *
 *     VERDICT [, VERDICT …] [+rule …] [-rule …]: the note
 *
 * There is a verdict for each quotation, in the order of the text; `none` where nothing is compared. The finding that belongs to a verdict
 * (`altered` is `quote-altered`) is expected without being written, unless it stands behind `-`; others are written behind `+`.
 * `\n` is a line break, `\u{ad}` a character that one would not see, `\\` a backslash; `=== /path` adds a file to a case.
 */
export interface Case {
  set: string
  /** The heading above it. */
  group: string
  /** As written. */
  line: string
  note: string
  /** The sources, and the note, `/brief.note.md`. */
  files: Pick<FixtureFile, 'path' | 'text'>[]
  verdicts: (VerdictKind | 'none')[]
  /** Ids of the rules about quotations that have something to say, sorted. */
  findings: string[]
}

let folder = 'test/labelled'

let findingOf: { [verdict: string]: string | undefined } = {
  altered: 'quote-altered',
  elsewhere: 'quote-in-other-source',
  absent: 'quote-not-found',
  unchecked: 'quote-unchecked'
}

export function readCases(): Case[] {
  let names = readdirSync(folder).filter(name => name.endsWith('.set.txt'))
  return names.sort().flatMap(name => readSet(name.replace('.set.txt', ''), readFileSync(`${folder}/${name}`, 'utf8')))
}

function readSet(set: string, text: string): Case[] {
  let [world, cases] = text.split(/^=== cases\n/m)
  let sources = fixture(unescaped(world.slice(world.indexOf('=== /')))).files
  let group = ''
  let found: Case[] = []
  for (let line of cases.split('\n')) {
    let heading = /^# (.+)/.exec(line)
    if (heading) group = heading[1]
    let read = /^([a-z]+(?:, [a-z]+)*)((?: [+-][a-z-]+)*): (.+)/.exec(line)
    if (!read) {
      if (line.trim() !== '' && !heading) throw Error(`${set}: what is “${line}”?`)
      continue
    }
    let verdicts = read[1].split(', ') as Case['verdicts']
    let findings = verdicts.flatMap(verdict => findingOf[verdict] ?? [])
    for (let change of read[2].split(' ').filter(Boolean)) {
      if (change[0] === '+') findings.push(change.slice(1))
      else findings.splice(findings.indexOf(change.slice(1)), 1)
    }
    let [note, ...more] = fixture(`=== /brief.note.md\n${unescaped(read[3])}`).files
    found.push({
      set,
      group,
      line,
      note: note.text,
      files: [...sources, ...more, note],
      verdicts,
      findings: findings.sort()
    })
  }
  return found
}

let unescaped = (text: string) =>
  text.replace(/\\(?:\\|n|u\{([\da-f]+)\})/g, (all, code?: string) =>
    code ? String.fromCodePoint(Number.parseInt(code, 16)) : all === '\\n' ? '\n' : '\\'
  )
