import { createHash } from 'node:crypto'
import { type Checked, type CheckOptions, checkFile, fingerprints, type Severity, severities } from '../core'
import type { CheckArguments } from './arguments'
import type { Baseline } from './baseline'
import type { Cache } from './cache'
import type { Found } from './cache/found'
import { linesOf } from './lines'
import { type Loaded, load } from './load'
import type { Progress } from './progress'
import { type FileReport, type Reported, report, type Summary } from './report'
import { findTargets, type Targets, workspacePath } from './targets'

/** A workspace read from disk, and how it is to be checked. */
export interface Opened {
  targets: Targets
  loaded: Loaded
  options: CheckOptions
  cache?: Cache
}

/** What a check takes from the outside. */
export interface Surroundings {
  progress: Progress
  baseline?: Baseline
  /** Whether anybody asks for fingerprints: to tell them, notes are parsed once more. */
  hasPrints: boolean
  /** Whether anybody asks for more of a file's text than the lines of its findings. */
  hasText: boolean
  /**
   * Told of each file in the order of their paths. Reports are not kept: there may be many. Gives what is printed of the file, if that may
   * be repeated.
   */
  onFile: (file: FileReport, path: string) => string | undefined
  /** Told of a file instead, where nothing about it has changed, and what was printed of it in the same style. */
  repeated?: { style: unknown; onFile: (printed: string) => void }
}

/**
 * Reads what the arguments name; throws `CannotRun` if there is no such thing.
 *
 * @param today ISO date
 */
export async function open(
  asked: CheckArguments,
  cwd: string,
  today: string,
  progress: Progress,
  cacheOf: (folders: string[]) => Cache | undefined = () => undefined
): Promise<Opened> {
  let targets = findTargets(asked.paths, cwd)
  let cache = cacheOf(targets.folders)
  let options: CheckOptions = { publish: asked.publish, profile: asked.profile, rules: asked.rules, today }
  return { targets, loaded: await load(targets, progress, cache), options, cache }
}

/** Checks what was asked for. Paths in the reports are relative to `targets.base`. */
export function check(
  { targets, loaded, options, cache }: Opened,
  { progress, baseline, hasPrints, hasText, onFile, repeated }: Surroundings
): Summary {
  let shorten = (path: string) => workspacePath(targets.base, path)
  let summary: Summary = { files: 0, error: 0, warning: 0, information: 0, hint: 0, suppressed: 0 }
  let { today = '', ...how } = options
  let before = cache?.found(loaded.workspace, [targets.base, how], repeated?.style, today)
  for (let [index, { path, read }] of loaded.asked.entries()) {
    progress.show(() => `Checking ${index + 1} of ${loaded.asked.length} files`)
    let again = repeated && before?.repeat(path)
    if (again) {
      summary.files++
      for (let [index, severity] of severities.entries()) summary[severity] += again.counts[index]
      repeated!.onFile(again.printed)
      continue
    }
    let found = before?.find(path, hasPrints)
    if (!found || hasText) {
      let file = read()
      if (!('text' in file)) {
        onFile(unread(shorten(path), file.problem.message), path)
        summary.error++
        continue
      }
      if (found) found.lines = linesOf(file.text)
      else found = reportNow(loaded, path, file.text, options, shorten, hasPrints, before)
    }
    summary.files++
    if (baseline) found = baseline.compare(path, found)
    for (let { severity } of found.findings) summary[severity]++
    summary.suppressed += found.suppressed.length
    let printed = onFile(found, path)
    if (repeated && printed !== undefined) before?.putPrinted(path, found, printed)
  }
  progress.clear()
  return baseline ? { ...summary, ...baseline.counts() } : summary
}
/** Whether anything was found at or above a severity. */
export function fails(summary: Summary, failOn: Severity): boolean {
  let counts = [summary.error, summary.warning, summary.information]
  return counts.slice(0, ['error', 'warning', 'information'].indexOf(failOn) + 1).some(count => count > 0)
}

// What it depends on is noted for the next check.
function reportNow(
  loaded: Loaded,
  path: string,
  text: string,
  options: CheckOptions,
  shorten: (path: string) => string,
  hasPrints: boolean,
  before?: Found
): FileReport {
  if (!before) return reportFile(loaded, path, text, options, shorten, hasPrints)
  let isOfToday = false
  let noticed: CheckOptions = {
    ...options,
    get today() {
      isOfToday = true
      return options.today
    }
  }
  let check = () => reportFile(loaded, path, text, noticed, shorten, hasPrints)
  let { value, asked } = loaded.workspace.observe(check)
  before.put(path, value, { ...asked, today: isOfToday }, hasPrints)
  return value
}

function reportFile(
  { workspace }: Loaded,
  path: string,
  text: string,
  options: CheckOptions,
  shorten: (path: string) => string,
  hasPrints: boolean
): FileReport {
  let { findings, suppressed } = toEnd(checkFile(workspace, path, text, options))
  let lines = linesOf(text)
  let note = workspace.files.get(path)?.note
  let all = [...findings, ...suppressed]
  let printed = hasPrints ? all : []
  let parsed = note && printed.length > 0 ? workspace.parse(path, text) : undefined
  let prints = fingerprints(text, printed, parsed).map(shortHash)
  return {
    path: shorten(path),
    title: note?.title,
    status: note && (options.publish ? 'final' : note.status),
    lines,
    findings: findings.map((finding, index) => report(finding, prints[index] ?? '', lines, workspace, shorten)),
    suppressed: suppressed.map((finding, index) => ({
      ...report({ ...finding, fixes: () => [] }, prints[findings.length + index] ?? '', lines, workspace, shorten),
      reason: finding.reason
    })),
    known: []
  }
}

function toEnd(work: Generator<void, Checked>): Checked {
  for (let step = work.next(); ; step = work.next()) if (step.done) return step.value
}

// A file that nobody could read is a finding like any other: a check that passed over it in silence would say too much.
function unread(path: string, message: string): FileReport {
  let start = { line: 0, character: 0 }
  let range = { start, end: start }
  let found = { path, rule: unreadFile, message, range, fingerprint: shortHash(unreadFile) }
  let finding: Reported = { ...found, severity: 'error', related: [], fixes: [] }
  return { path, lines: linesOf(''), findings: [finding], suppressed: [], known: [] }
}

/** No rule: what is said of a file that nobody could read. */
let unreadFile = 'unread-file'

let shortHash = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
