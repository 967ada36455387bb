import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pico from 'picocolors'
import { rules } from '../core'
import { CannotRun, type CheckArguments, type Command, readArguments } from './arguments'
import { help } from './help'
import { init } from './init'
import { rulePage } from './pages'
import type { Style } from './print/finding'
import { printPage } from './print/markdown'
import type { Printing } from './print/printer'
import { catalogue, printRules } from './print/rules'
import { visible } from './print/visible'
import { runCheck } from './run-check'

/** The command line: arguments to findings to print. */
async function main(): Promise<number> {
  try {
    let command = readArguments(process.argv.slice(2))
    if (command.name === 'check') return await runCheck(command, printingFor(command), today())
    process.stdout.write(answer(command))
    return 0
  } catch (error) {
    if (!(error instanceof CannotRun)) throw error
    process.stderr.write(`provenote: ${visible(error.message)}\n`)
    return 2
  }
}

// What every other command prints.
function answer(command: Exclude<Command, CheckArguments>): string {
  switch (command.name) {
    case 'help':
      return help(colorsFor())
    case 'version':
      return `${version()}\n`
    case 'rules': {
      let entries = catalogue(rules, rulePage)
      let { colors, width } = styleFor(command)
      return command.format === 'json' ? `${JSON.stringify(entries, null, 2)}\n` : printRules(entries, colors, width)
    }
    case 'explain': {
      let { colors, width } = styleFor(command)
      return printPage(rulePage(command.rule), colors, Math.min(width, 100))
    }
    case 'init':
      return `Wrote ${visible(init(command.folder, command.profile, process.cwd()))}\n`
  }
}

function printingFor({ color, hints, failOn, format }: CheckArguments): Printing {
  let style = styleFor({ color: format === 'github' ? false : color })
  return { style, hints, failOn, version: version(), pageOf: rulePage }
}

function styleFor({ color }: { color?: boolean }): Style {
  // Where nothing says how wide a line may be, a width that still reads well in a log.
  let width = Math.max(40, process.stdout.columns ?? 120)
  return { colors: colorsFor(color), width, shown: path => path }
}

function colorsFor(asked?: boolean) {
  let { NO_COLOR, FORCE_COLOR, TERM } = process.env
  let wanted = FORCE_COLOR ? !['0', 'false'].includes(FORCE_COLOR) : Boolean(process.stdout.isTTY) && TERM !== 'dumb'
  return pico.createColors(asked ?? (NO_COLOR ? false : wanted))
}

// The writer's date, not Greenwich's.
function today(): string {
  let now = new Date()
  let two = (number: number) => String(number).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

// The built file stands one folder below the package's own description.
function version(): string {
  return JSON.parse(readFileSync(join(__dirname, '../package.json'), 'utf8')).version
}

// A reader that stops reading, as `head` does, is no error.
for (let stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}
main().then(
  code => {
    process.exitCode = code
  },
  error => {
    process.stderr.write(`provenote: an error of Provenote's own; please report it.\n${error?.stack ?? error}\n`)
    process.exitCode = 2
  }
)
