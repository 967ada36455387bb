import { join } from 'node:path'
import pico from 'picocolors'
import { replaceFile } from '../disk/write'
import { CannotRun, type CheckArguments } from './arguments'
import { check, fails } from './check'
import { printers } from './print/formats'
import type { Printing } from './print/printer'
import { visible } from './print/visible'
import { progressOn } from './progress'
import { workspacePath } from './targets'

/** Checks and prints; gives the exit code. With `--output` the format goes to the file, and the terminal shows text. */
export async function runCheck(asked: CheckArguments, printing: Printing, today: string): Promise<number> {
  let cwd = process.cwd()
  let { format, output } = asked
  let plainColors = pico.createColors(false)
  let shown = printers[output === undefined ? format : 'text'](printing)
  let plain = { ...printing, style: { ...printing.style, colors: plainColors } }
  let written = output === undefined ? undefined : printers[format](plain)
  let summary = await check(asked, {
    cwd,
    today,
    progress: progressOn(process.stderr),
    onFile(file, base) {
      for (let { style } of [printing, plain]) style.shown = path => workspacePath(cwd, join(base, path))
      shown.file(file)
      written?.file(file)
    },
    onUnread(path, message) {
      process.stderr.write(`provenote: ${visible(path)}: ${message}\n`)
    }
  })
  if (written) write(output!, written.end(summary))
  // The code is known before anything is printed: who reads may stop reading.
  process.exitCode = fails(summary, asked.failOn) ? 1 : 0
  process.stdout.write(shown.end(summary))
  return process.exitCode
}

function write(path: string, text: string) {
  try {
    replaceFile(path, text)
  } catch (error) {
    throw new CannotRun(`${path} cannot be written (${(error as NodeJS.ErrnoException).code}).`)
  }
}
