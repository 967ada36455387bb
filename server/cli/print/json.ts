import type { Reported, Suppressed } from '../report'
import type { Printer } from './printer'

/** The JSON output, a finding a line, so that two runs can be compared by any tool. */
export function jsonPrinter(): Printer {
  let findings: Reported[] = []
  let suppressed: Suppressed[] = []
  return {
    file(report) {
      findings.push(...report.findings)
      suppressed.push(...report.suppressed)
    },
    end: summary =>
      `{"version":1,"summary":${JSON.stringify(summary)},"findings":${list(findings)},"suppressed":${list(suppressed)}}\n`
  }
}

function list(members: object[]): string {
  return members.length ? `[\n${members.map(member => safeJson(JSON.stringify(member))).join(',\n')}\n]` : '[]'
}

/** JSON lets through characters that steer a terminal or turn the order of letters round; written as numbers they mean the same. */
export function safeJson(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g,
    char => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
  )
}
