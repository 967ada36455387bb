import { join, resolve } from 'node:path'
import pico from 'picocolors'
import { replaceFile } from '../disk/write'
import { CannotRun, type CheckArguments } from './arguments'
import { readBaseline } from './baseline'
import { type Cache, openCache } from './cache'
import { check, fails, type Opened, open } from './check'
import { fixFiles, patchOf, writeFixed } from './fix'
import { printers } from './print/formats'
import { printPatch } from './print/patch'
import type { Printing } from './print/printer'
import { counted } from './print/text'
import { visible } from './print/visible'
import { progressOn } from './progress'
import { workspacePath } from './targets'

/** Fixes if asked to, checks and prints; gives the exit code. With `--output` the format goes to the file, and the terminal shows text. */
export async function runCheck(asked: CheckArguments, printing: Printing, today: string): Promise<number> {
  let cwd = process.cwd()
  let { format, output, baseline: baselineFile } = asked
  // Before anything is changed: a baseline that is none ends it here.
  let baseline = baselineFile === undefined ? undefined : readBaseline(baselineFile, cwd, asked.updateBaseline)
  let progress = progressOn(process.stderr)
  let opened = await open(asked, cwd, today, progress, folders => cacheOf(asked, folders, cwd))
  let { targets, loaded, cache } = opened
  progress.clear()
  printing.style.shown = remembered(path => workspacePath(cwd, join(targets.base, path)))
  for (let { path, message } of loaded.unread) say(`${workspacePath(cwd, path)}: ${message}`)
  if (asked.fix && fix(asked, opened, printing, cwd)) return 0
  let shown = printers[output === undefined ? format : 'text'](printing)
  let plain = { ...printing, style: { ...printing.style, colors: pico.createColors(false) } }
  let written = output === undefined ? undefined : printers[format](plain)
  let summary = check(opened, {
    progress,
    baseline,
    hasPrints: baseline !== undefined || format !== 'text',
    hasText: format === 'html',
    onFile(file, path) {
      let from = { workspace: loaded.workspace, path }
      written?.file(file, from)
      return shown.file(file, from)
    },
    repeated:
      shown.repeat && !baseline && !written ? { style: styleOf(asked, printing, cwd), onFile: shown.repeat } : undefined
  })
  if (baseline && asked.updateBaseline) {
    let { added, dropped } = baseline.update()
    say(`${baselineFile} holds ${counted(summary.known!, 'finding')} now: ${added} added, ${dropped} dropped.`)
  }
  if (written) write(output!, written.end(summary))
  // The code is known before anything is printed: who reads may stop reading.
  process.exitCode = fails(summary, asked.failOn) ? 1 : 0
  process.stdout.write(shown.end(summary))
  try {
    cache?.write(loaded.workspace)
  } catch (error) {
    say(`The cache cannot be written: ${(error as Error).message}`)
  }
  return process.exitCode
}

// All that decides how a report is printed.
function styleOf({ format, hints }: CheckArguments, { style: { width, colors } }: Printing, cwd: string) {
  return [format, hints, width, colors.isColorSupported, cwd]
}

function remembered(work: (path: string) => string): (path: string) => string {
  let known = new Map<string, string>()
  return path => {
    let own = known.get(path)
    if (own === undefined) known.set(path, (own = work(path)))
    return own
  }
}

// What is fixed is no more what was read, so that nothing is kept then.
function cacheOf({ cache, cacheLocation, fix }: CheckArguments, folders: string[], cwd: string): Cache | undefined {
  if (!cache || fix) return undefined
  try {
    return openCache(folders, cacheLocation === undefined ? undefined : resolve(cwd, cacheLocation))
  } catch (error) {
    say(`There is no cache: ${(error as Error).message}`)
    return undefined
  }
}

// Says whether that was all there is to do.
function fix({ dryRun }: CheckArguments, { loaded, options }: Opened, { style }: Printing, cwd: string): boolean {
  let shown = (path: string) => workspacePath(cwd, path)
  let fixed = fixFiles(loaded, options)
  let count = fixed.reduce((sum, file) => sum + file.count, 0)
  let told = `${counted(count, 'place')} in ${counted(fixed.length, 'file')}`
  if (dryRun) {
    process.stdout.write(printPatch(patchOf(fixed, shown), process.stdout.isTTY === true, style.colors))
    say(count ? `${told} would be changed.` : 'There is nothing to fix unseen.')
    return true
  }
  writeFixed(fixed, shown)
  if (count) say(`${told} changed.`)
  return false
}

function say(words: string) {
  process.stderr.write(`provenote: ${visible(words)}\n`)
}

function write(path: string, text: string) {
  try {
    replaceFile(path, text)
  } catch (error) {
    throw new CannotRun(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
