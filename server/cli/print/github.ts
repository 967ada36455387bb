import type { Severity } from '../../core'
import type { Suppressed } from '../report'
import type { Printer, Printing } from './printer'
import { printSummary } from './text'

let commands: { [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  information: 'notice',
  hint: 'notice'
}

/** Workflow commands, which GitHub shows as annotations beside the lines of a change; then the summary, for the log. */
export function githubPrinter({ style, hints }: Printing): Printer {
  let lines: string[] = []
  let suppressed: Suppressed[] = []
  return {
    file(report) {
      suppressed.push(...report.suppressed)
      for (let { path, range, rule, severity, message } of report.findings) {
        if (severity === 'hint' && !hints) continue
        let { start, end } = range
        let properties = {
          file: style.shown(path),
          line: start.line + 1,
          endLine: end.line + 1,
          // GitHub takes columns only where the line is one.
          ...(start.line === end.line && {
            col: start.character + 1,
            endColumn: end.character + 1
          }),
          title: rule
        }
        let told = Object.entries(properties).map(([name, value]) => `${name}=${property(String(value))}`)
        lines.push(`::${commands[severity]} ${told.join(',')}::${data(message)}`)
      }
    },
    end(summary) {
      // A file's name or a reason must not become a command.
      let words = printSummary(summary, suppressed, hints, style).replace(/^(\s*)(::|##\[)/gm, '$1_$2')
      return [...lines, words].join('\n')
    }
  }
}

let data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
let property = (text: string) => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
