import { type Severity, severities } from '../../core'
import type { FileReport, Summary, Suppressed } from '../report'
import { painters, place, printFinding, type Style } from './finding'
import type { Printer, Printing } from './printer'
import { oneLine, visible } from './visible'

/** For people: every finding with its line, then what was suppressed and the counts. */
export function textPrinter({ style, hints }: Printing): Printer {
  let printed: string[] = []
  let suppressed: Suppressed[] = []
  return {
    file(report) {
      let own = printFile(report, style, hints)
      printed.push(own)
      suppressed.push(...report.suppressed)
      return report.suppressed.length === 0 ? own : undefined
    },
    repeat: own => void printed.push(own),
    end: summary => printed.join('') + printSummary(summary, suppressed, hints, style)
  }
}

/** The findings of one file under its name; empty if there are none to print. */
export function printFile(file: FileReport, style: Style, hints = false): string {
  let { colors } = style
  let findings = file.findings.filter(finding => hints || finding.severity !== 'hint')
  if (findings.length === 0) return ''
  let about = [file.title && `“${oneLine(file.title)}”`, file.status].filter(Boolean).join(', ')
  let heading = colors.bold(colors.underline(visible(style.shown(file.path)))) + (about && colors.dim(`  ${about}`))
  return `${[heading, '', ...findings.map(finding => printFinding(finding, file.lines, style))].join('\n')}\n`
}

/** What was silenced, each with the writer's reason, and the counts. */
export function printSummary(summary: Summary, suppressed: Suppressed[], hints: boolean, style: Style): string {
  let { colors } = style
  let printed: string[] = []
  if (suppressed.length) {
    printed.push(colors.bold('Suppressed'), '')
    for (let { path, range, rule, reason } of suppressed) {
      let because = reason ? `${colors.dim('because')} ${oneLine(reason)}` : colors.dim('without a reason')
      printed.push(`${colors.cyan(place(path, range.start, style))} ${rule} ${because}`)
    }
    printed.push('')
  }
  let fixed = summary.fixed ? colors.dim(` ${summary.fixed} of the baseline no more found (--update-baseline).`) : ''
  let unseen = !hints && summary.hint ? colors.dim(` ${counted(summary.hint, 'hint')} not shown (--hints).`) : ''
  return `${[...printed, verdict(summary, hints, style) + unseen + fixed].join('\n')}\n`
}

function verdict(summary: Summary, hints: boolean, { colors }: Style): string {
  let files = counted(summary.files, 'file')
  if (summary.files + summary.error === 0) return 'There is no note, source or actor to check.'
  let silenced = summary.suppressed ? `, ${summary.suppressed} suppressed` : ''
  if (summary.known !== undefined) silenced += `, ${summary.known} known`
  let found = severities.filter(severity => summary[severity] > 0 && (hints || severity !== 'hint'))
  if (found.length === 0) return `${colors.green('✓')} ${files} checked, nothing found${silenced}.`
  let counts = found.map(severity => painters(colors)[severity](counted(summary[severity], nouns[severity])))
  return `${counts.join(', ')} in ${files}${silenced}.`
}

let nouns: { [severity in Severity]: string } = {
  error: 'error',
  warning: 'warning',
  information: 'for information',
  hint: 'hint'
}

/** `1 file`, `2 files`. */
export function counted(count: number, noun: string): string {
  // As `toLocaleString` would, which first loads what it knows of all languages.
  let shown = String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${shown} ${noun}${count === 1 || noun.includes(' ') ? '' : 's'}`
}
