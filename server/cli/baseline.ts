import { existsSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { replaceFile } from '../disk/write'
import { CannotRun } from './arguments'
import { safeJson } from './print/json'
import type { FileReport, Reported } from './report'
import { workspacePath } from './targets'

/** Findings that are known and may stay for now: nobody stops writing because a rule is new. */
export interface Baseline {
  /** The report of a file that was read, with what is known taken out of its findings. `path` is absolute. */
  compare(path: string, report: FileReport): FileReport
  /** How many are known, and how many are found no more, be it that their words were mended or their file is gone. */
  counts(): { known: number; fixed: number }
  /** Writes all that was found, and what was said before of files that are there and were not compared. */
  update(): { added: number; dropped: number }
}

interface Entry {
  rule: string
  message: string
  fingerprint: string
}

/**
 * Reads a baseline; throws `CannotRun` for what is none. Its paths are relative to its own folder, so it may be checked against
 * from anywhere; a finding is told by its fingerprint, so lines may move.
 *
 * @param isUpdated everything found counts as known, to be written with `update`; the file may be missing
 */
export function readBaseline(file: string, cwd: string, isUpdated: boolean): Baseline {
  let full = resolve(cwd, file)
  let before = read(full, file, isUpdated)
  let after = new Map<string, Entry[]>()
  let matched = 0
  let isThere = (path: string) => existsSync(resolve(dirname(full), path))
  let left = () => [...before].filter(([path]) => !after.has(path))
  let size = (files: Iterable<[string, Entry[]]>) => [...files].reduce((sum, [, entries]) => sum + entries.length, 0)
  let dropped = () => {
    let compared = [...before].filter(([path]) => after.has(path) || !isThere(path))
    return size(compared) - matched
  }
  return {
    compare(path, report) {
      let own = workspacePath(dirname(full), path)
      let prints = new Set(before.get(own)?.map(entry => entry.fingerprint))
      let isOld = ({ fingerprint }: Reported) => prints.has(fingerprint)
      let known = report.findings.filter(finding => isUpdated || isOld(finding))
      matched += report.findings.filter(isOld).length
      after.set(own, report.findings.map(entryOf))
      return { ...report, findings: report.findings.filter(finding => !known.includes(finding)), known }
    },
    counts: () => (isUpdated ? { known: size(after), fixed: 0 } : { known: matched, fixed: dropped() }),
    update() {
      try {
        replaceFile(full, textOf([...left().filter(([path]) => isThere(path)), ...after]))
      } catch (error) {
        throw new CannotRun(`${file} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
      }
      return { added: size(after) - matched, dropped: dropped() }
    }
  }
}

let entryOf = ({ rule, message, fingerprint }: Reported): Entry => ({ rule, message, fingerprint })

// An entry a line, in an order that does not follow the text: a change of one finding is a change of one line.
function textOf(files: [string, Entry[]][]): string {
  let order = ({ rule, fingerprint }: Entry) => `${rule} ${fingerprint}`
  let lists = files
    .filter(([, entries]) => entries.length > 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, entries]) => {
      let sorted = [...entries].sort((a, b) => (order(a) < order(b) ? -1 : 1))
      let lines = sorted.map(({ rule, message, fingerprint }) => JSON.stringify({ rule, message, fingerprint }))
      return `  ${JSON.stringify(path)}: [\n${lines.map(line => `   ${line}`).join(',\n')}\n  ]`
    })
  let list = lists.length ? `{\n${lists.join(',\n')}\n }` : '{}'
  return safeJson(`{\n "version": 1,\n "findings": ${list}\n}\n`)
}

function read(full: string, file: string, mayBeMissing: boolean): Map<string, Entry[]> {
  try {
    let { version, findings } = JSON.parse(readFileSync(full, 'utf8').replace(/^\ufeff/, ''))
    if (version !== 1) throw new CannotRun(`${file} is no baseline of this version of Provenote.`)
    let files = Object.entries(findings as { [path: string]: Entry[] })
    for (let [, entries] of files) {
      if (!entries.every(own => typeof own.fingerprint === 'string')) throw SyntaxError()
    }
    return new Map(files)
  } catch (error) {
    if (error instanceof CannotRun) throw error
    let { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' && mayBeMissing) return new Map()
    if (code === 'ENOENT')
      throw new CannotRun(`There is no baseline ${file}; with \`--update-baseline\` it is written.`)
    if (code) throw new CannotRun(`${file} cannot be read (${code}).`)
    throw new CannotRun(`${file} is no baseline: it is not what \`--update-baseline\` writes.`)
  }
}
