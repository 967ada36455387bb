import { createHash } from 'node:crypto'
import type { Severity } from '../../core'
import { safeJson } from './json'
import type { Printer, Printing } from './printer'

let severities: { [severity in Severity]: string } = {
  error: 'critical',
  warning: 'major',
  information: 'minor',
  hint: 'info'
}

/** GitLab's code quality report. It has no place for what is suppressed or in the baseline: that is left out. */
export function gitlabPrinter({ style, hints }: Printing): Printer {
  let issues: object[] = []
  return {
    file({ findings }) {
      for (let { path, range, rule, severity, message, fingerprint } of findings) {
        if (severity === 'hint' && !hints) continue
        let file = style.shown(path)
        issues.push({
          type: 'issue',
          check_name: rule,
          description: message,
          categories: ['Style'],
          severity: severities[severity],
          // One fingerprint for the whole report, so the file is in it.
          fingerprint: createHash('sha256').update(`${file}\n${rule}\n${fingerprint}`).digest('hex').slice(0, 32),
          location: { path: file, lines: { begin: range.start.line + 1, end: range.end.line + 1 } }
        })
      }
    },
    end: () => `${safeJson(JSON.stringify(issues, null, 1))}\n`
  }
}
